import { Modal } from '@mantine/core';
import { Button, Skeleton } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { TextField } from '../../components/fields.js';
import { MergeByNumberDocument, MergeCandidatesDocument, type RowFragment } from '../../generated/bulk.js';
import { titleOf } from '../../lib/title.js';
import { useTimes } from '../../lib/useTimes.js';
import type { Row } from '../inbox/listStore.js';
import { useMerging } from './useMerging.js';

/** Asks which conversation becomes part of this one: another with the same contact, or one by its number (N12). */
export function MergeDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useT();
  const { merge } = useMerging();
  const [busy, setBusy] = useState(false);
  const choose = async (other: { id: string; number: number }) => {
    setBusy(true);
    if (await merge(row.id, other)) onClose();
    else setBusy(false);
  };
  return (
    <Modal opened onClose={onClose} title={t('merge.title')} size="md" centered>
      <p>{t('merge.explain')}</p>
      {row.contact ? (
        <OfContact contactId={row.contact.id} except={row.id} busy={busy} onChoose={(other) => void choose(other)} />
      ) : (
        <p className="meta">{t('merge.none')}</p>
      )}
      <ByNumber except={row.id} busy={busy} onChoose={(other) => void choose(other)} />
      <div className="row-actions">
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}

interface ChoiceProps {
  except: string;
  busy: boolean;
  onChoose: (other: RowFragment) => void;
}

function OfContact({ contactId, except, busy, onChoose }: ChoiceProps & { contactId: string }) {
  const t = useT();
  const { locale } = useLocale();
  const [{ data, error }, again] = useQuery({
    query: MergeCandidatesDocument,
    variables: { contactId, language: locale },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <PartFailed error={error} onRetry={() => again()} />;
  if (!data) return <Skeleton label={t('merge.loading')} lines={3} />;
  const nodes = data.node?.__typename === 'Contact' ? data.node.conversations.nodes : [];
  const others = nodes.filter(({ id }) => id !== except);
  if (others.length === 0) return <p className="meta">{t('merge.none')}</p>;
  return (
    <ul className="presets">
      {others.map((other) => (
        <li key={other.id}>
          <Choice other={other} busy={busy} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function Choice({ other, busy, onChoose }: { other: RowFragment; busy: boolean; onChoose: (other: RowFragment) => void }) {
  const t = useT();
  const times = useTimes();
  return (
    <button type="button" className="btn wide" disabled={busy} onClick={() => onChoose(other)}>
      <span className="el">
        #{other.number} {titleOf(t, other)}
      </span>
      <span className="meta">{times.date(other.lastMessageAt)}</span>
    </button>
  );
}

function ByNumber({ except, busy, onChoose }: ChoiceProps) {
  const t = useT();
  const { locale } = useLocale();
  const { client } = useServices();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<RowFragment | null>(null);
  const [missing, setMissing] = useState(false);
  const find = async (event: FormEvent) => {
    event.preventDefault();
    const number = Number(typed.replace('#', '').trim());
    const asked = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31;
    const answer = asked ? await client.query(MergeByNumberDocument, { number, language: locale }).toPromise() : null;
    const other = answer?.data?.conversationByNumber ?? null;
    setFound(other?.id === except ? null : other);
    setMissing(other === null || other.id === except);
  };
  return (
    <form onSubmit={(event) => void find(event)}>
      <TextField label={t('merge.number')} value={typed} onChange={setTyped} error={missing ? t('merge.notFound') : undefined} />
      <div className="row-actions">
        <Button type="submit">{t('merge.find')}</Button>
      </div>
      {found && <Choice other={found} busy={busy} onChoose={onChoose} />}
    </form>
  );
}
