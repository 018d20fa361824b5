import { Modal } from '@mantine/core';
import { Button, Skeleton } from '@balie/web-ui';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { TextField } from '../../components/fields.js';
import { MoveTargetsDocument } from '../../generated/bulk.js';
import type { AboutMany } from './useBulkActions.js';

const SEARCH_FROM = 8;

/** Asks for the inbox that conversations go to; it may be one that whoever moves them does not see (D3). */
export function MoveDialog({ rows, whole, doTo, onClose }: AboutMany) {
  const t = useT();
  const { inboxes } = useShell();
  const [search, setSearch] = useState('');
  const [{ data, error }, again] = useQuery({ query: MoveTargetsDocument, requestPolicy: 'cache-and-network' });
  const own = new Set(inboxes.map(({ id }) => id));
  const here = new Set(rows.map((row) => row.inbox.id));
  const targets = useMemo(() => {
    const needle = search.trim().toLowerCase();
    return (data?.moveTargets ?? []).filter(({ name }) => name.toLowerCase().includes(needle));
  }, [data, search]);
  const move = (target: { id: string; name: string }) => {
    onClose();
    void doTo(
      (bulk) => bulk.move(target),
      rows.filter((row) => row.inbox.id !== target.id),
    );
  };
  const only = here.size === 1 ? [...here][0] : null;
  return (
    <Modal opened onClose={onClose} title={whole ? t('move.whole') : t('move.title', { n: rows.length })} size="sm" centered>
      {error && !data && <PartFailed error={error} onRetry={() => again()} />}
      {!data && !error && <Skeleton label={t('move.loading')} lines={4} />}
      {data && data.moveTargets.length >= SEARCH_FROM && (
        <TextField label={t('move.search')} value={search} onChange={setSearch} data-autofocus />
      )}
      <ul className="presets">
        {targets
          .filter(({ id }) => id !== only)
          .map((target) => (
            <li key={target.id}>
              <button type="button" className="btn wide" onClick={() => move(target)}>
                <span className="el">{target.name}</span>
                {!own.has(target.id) && <span className="meta">{t('move.outOfSight')}</span>}
              </button>
            </li>
          ))}
      </ul>
      {data && targets.every(({ id }) => id === only) && <p>{t('move.nowhere')}</p>}
      <div className="row-actions">
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
