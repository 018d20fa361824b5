import { Modal } from '@mantine/core';
import { Button, Skeleton } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import { SaveTagDocument, TagsDocument } from '../../generated/bulk.js';
import type { TagChipFragment } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { useRun } from '../settings/useRun.js';
import { TagChips } from './TagChips.js';
import type { AboutMany } from './useBulkActions.js';

type Wish = 'on' | 'off';

/** Which tags conversations get and lose; one that only some of them have stays as it is unless it is chosen. */
export function TagDialog({ rows, whole, doTo, onClose }: AboutMany) {
  const t = useT();
  const { run, busy } = useRun();
  const [{ data, error }, again] = useQuery({ query: TagsDocument, requestPolicy: 'cache-and-network' });
  const [search, setSearch] = useState('');
  const [made, setMade] = useState<readonly TagChipFragment[]>([]);
  const [wishes, setWishes] = useState<ReadonlyMap<string, Wish>>(new Map());
  const all = [...(data?.tags ?? []), ...made.filter(({ id }) => !data?.tags.some((tag) => tag.id === id))];
  const needle = search.trim().toLowerCase();
  const shown = all.filter(({ tagName }) => tagName.toLowerCase().includes(needle));
  // Enter takes the button that submits, also to make what was typed.
  const exists = all.some(({ tagName }) => tagName.toLowerCase() === needle);
  const have = (id: string): 'all' | 'some' | 'none' => {
    const count = rows.filter(({ tags }) => tags.some((tag) => tag.id === id)).length;
    // Of the others of a whole view it is not known.
    return count === 0 ? 'none' : count === rows.length && !whole ? 'all' : 'some';
  };
  const wish = (id: string, on: boolean) => setWishes(new Map([...wishes, [id, on ? 'on' : 'off']]));
  const create = async () => {
    const input = { id: makeId('tag'), name: search.trim() };
    const answer = await run({ document: SaveTagDocument, variables: { input }, problems: (one) => one.tagSave.userErrors });
    const tag = answer?.tagSave.tag;
    if (!tag) return;
    setMade([...made, tag]);
    wish(tag.id, true);
    setSearch('');
    again({ requestPolicy: 'network-only' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (needle !== '' && !exists) return void create();
    const chosen = (kind: Wish) => all.filter(({ id }) => wishes.get(id) === kind);
    onClose();
    if (wishes.size > 0) void doTo((bulk) => bulk.tag(chosen('on'), chosen('off')), rows);
  };
  return (
    <Modal opened onClose={onClose} title={whole ? t('tags.whole') : t('tags.title', { n: rows.length })} size="sm" centered>
      <form onSubmit={submit}>
        <TextField label={t('tags.search')} value={search} onChange={setSearch} maxLength={40} data-autofocus />
        {error && !data && <PartFailed error={error} onRetry={() => again()} />}
        {!data && !error && <Skeleton label={t('tags.loading')} lines={4} />}
        <ul className="tag-list">
          {shown.map((tag) => {
            const state = wishes.get(tag.id);
            const checked = state ? state === 'on' : have(tag.id) === 'all';
            return (
              <li key={tag.id}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={checked}
                    ref={(box) => {
                      if (box) box.indeterminate = state === undefined && have(tag.id) === 'some';
                    }}
                    onChange={(event) => wish(tag.id, event.target.checked)}
                  />
                  <TagChips tags={[tag]} />
                </label>
              </li>
            );
          })}
        </ul>
        {data && all.length === 0 && needle === '' && <p className="meta">{t('tags.none')}</p>}
        {needle !== '' && !exists && (
          <Button look="tint" busy={busy} onClick={() => void create()}>
            <IconPlus size={16} aria-hidden />
            {t('tags.create', { name: search.trim() })}
          </Button>
        )}
        <div className="row-actions">
          <Button type="submit" look="primary" disabled={wishes.size === 0 && (needle === '' || exists)}>
            {t('tags.apply')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
