import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import {
  MergeContactsDocument,
  type ContactMergeInput,
  MergePreviewDocument,
  UndoMergeDocument,
  type ContactFactsFragment,
  type ContactPageQuery,
  type MergePreviewQuery,
} from '../../generated/crm.js';
import { makeId } from '../../lib/ids.js';
import { personName, shownValue } from '../../lib/person.js';
import { useTimes } from '../../lib/useTimes.js';
import { useRun } from '../settings/useRun.js';
import { FindContact } from './FindContact.js';

type Preview = NonNullable<MergePreviewQuery['contactMergePreview']>;

function useMerge() {
  const t = useT();
  const { run, busy } = useRun();
  const undo = async (id: string) => {
    const data = await run({
      document: UndoMergeDocument,
      variables: { id },
      problems: (one) => one.contactMergeUndo.userErrors,
    });
    if (data) toast(t('crm.parted'));
  };
  const merge = async (input: Omit<ContactMergeInput, 'id'>) => {
    const id = makeId('mrg');
    const data = await run({
      document: MergeContactsDocument,
      variables: { input: { ...input, id } },
      problems: (one) => one.contactMerge.userErrors,
    });
    if (data) toast(t('crm.merged'), { label: t('undo'), run: () => void undo(id) });
    return data !== null;
  };
  return { merge, undo, busy };
}

/** Chooses the other, shows side by side what becomes of the two, and makes them one (G14 72). */
export function MergePanel({ winnerId, onDone }: { winnerId: string; onDone: () => void }) {
  const t = useT();
  const [loserId, setLoserId] = useState<string | null>(null);
  const [{ data }] = useQuery({
    query: MergePreviewDocument,
    variables: { winnerId, loserId: loserId ?? '' },
    pause: loserId === null,
    requestPolicy: 'network-only',
  });
  const preview = loserId === null ? null : data?.contactMergePreview;
  return (
    <section className="panel" aria-label={t('crm.merge')} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <h2>{t('crm.merge')}</h2>
      <FindContact except={winnerId} busy={false} autoFocus onChoose={setLoserId} />
      {preview && <Compared key={preview.loser.id} preview={preview} labels={labelsOf(data)} onDone={onDone} />}
      <Button look="quiet" onClick={onDone}>
        {t('cancel')}
      </Button>
    </section>
  );
}

const labelsOf = (data: MergePreviewQuery | undefined): ReadonlyMap<string, string> =>
  new Map(data?.contactProperties.map(({ id, label }) => [id, label]));

const factsOf = (contact: ContactFactsFragment) => (contact.fields ?? {}) as Record<string, unknown>;

function Compared({ preview, labels, onDone }: { preview: Preview; labels: ReadonlyMap<string, string>; onDone: () => void }) {
  const t = useT();
  const { merge, busy } = useMerge();
  const { winner, loser, verifiedDiffer, conversations, records } = preview;
  const [name, setName] = useState(winner.fullName ?? loser.fullName ?? '');
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [sure, setSure] = useState(false);
  const differing = [...labels].filter(([id]) => factsOf(loser)[id] !== undefined && factsOf(winner)[id] !== undefined);
  const send = async () => {
    const input = { winnerId: winner.id, loserId: loser.id, name: name || null, takeFields: [...taken], sure };
    if (await merge(input)) onDone();
  };
  const pick = (id: string, take: boolean) => setTaken(take ? [...taken, id] : taken.filter((one) => one !== id));
  return (
    <>
      <table className="crm-compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{personName(winner)}</th>
            <th scope="col">{personName(loser)}</th>
          </tr>
        </thead>
        <tbody>
          <Choice
            label={t('field.name')}
            one={winner.fullName}
            other={loser.fullName}
            take={name === loser.fullName && name !== winner.fullName}
            onPick={(take) => setName((take ? loser.fullName : winner.fullName) ?? '')}
          />
          <tr>
            <th scope="row">{t('crm.addresses')}</th>
            <td>{winner.identities.map(({ value }) => shownValue(value)).join(', ')}</td>
            <td>{loser.identities.map(({ value }) => shownValue(value)).join(', ')}</td>
          </tr>
          {differing.map(([id, label]) => (
            <Choice
              key={id}
              label={label}
              one={String(factsOf(winner)[id])}
              other={String(factsOf(loser)[id])}
              take={taken.includes(id)}
              onPick={(take) => pick(id, take)}
            />
          ))}
        </tbody>
      </table>
      <p>{t('crm.mergeMoves', { conversations, records, name: personName(winner) ?? '' })}</p>
      {verifiedDiffer && (
        <label className="choice alert">
          <input type="checkbox" checked={sure} onChange={() => setSure(!sure)} />
          <span>{t('crm.mergeSure')}</span>
        </label>
      )}
      <div className="row-actions">
        <Button look="primary" busy={busy} disabled={verifiedDiffer && !sure} onClick={() => void send()}>
          {t('crm.mergeDo')}
        </Button>
      </div>
    </>
  );
}

interface ChoiceProps {
  label: string;
  one: string | null;
  other: string | null;
  take: boolean;
  onPick: (take: boolean) => void;
}

function Choice({ label, one, other, take, onPick }: ChoiceProps) {
  const option = (value: string | null, chosen: boolean, pick: boolean) => (
    <td>
      <label className="crm-choice">
        <input type="radio" name={`merge ${label}`} checked={chosen} disabled={value === null} onChange={() => onPick(pick)} />
        <span>{value ?? '–'}</span>
      </label>
    </td>
  );
  return (
    <tr>
      <th scope="row">{label}</th>
      {option(one, !take, false)}
      {option(other, take, true)}
    </tr>
  );
}

type Merge = Extract<NonNullable<ContactPageQuery['node']>, { __typename: 'Contact' }>['merges'][number];

/** Merges that can still be undone. */
export function Merges({ merges }: { merges: readonly Merge[] }) {
  const t = useT();
  const times = useTimes();
  const { undo, busy } = useMerge();
  return merges.map((merge) => (
    <p key={merge.id} className="crm-merge">
      {t('crm.mergedWith', { name: merge.loserName ?? '–', who: merge.byName, day: times.day(merge.createdAt) })}{' '}
      <Button look="quiet" busy={busy} onClick={() => void undo(merge.id)}>
        {t('crm.part')}
      </Button>
    </p>
  ));
}
