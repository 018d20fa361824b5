import { Button } from '@balie/web-ui';
import { useEffect, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { PartTexts, useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField } from '../../components/fields.js';
import { RoutingDocument, SaveRoutingDocument, type RoutingInboxFragment, type RoutingQuery } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { Loaded } from '../settings/Loaded.js';
import { useRun } from '../settings/useRun.js';
import { draftOf, inputOf, isRight, type RuleDraft } from './rule.js';
import { RuleFields } from './RuleFields.js';

/** Who gets what comes into each inbox (D16 to D19), with its own texts. */
export function RoutingPage() {
  return (
    <PartTexts part="routing">
      <Inboxes />
    </PartTexts>
  );
}

function Inboxes() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: RoutingDocument, requestPolicy: 'cache-and-network' });
  const [chosen, setChosen] = useState<string | null>(null);
  const inboxes = data?.inboxes.filter((inbox) => inbox.inboxCan.includes('MANAGE')) ?? [];
  const inbox = inboxes.find(({ id }) => id === chosen) ?? inboxes[0];
  const shown = inbox?.id;
  // What is being edited stays, also when another inbox comes to stand before it.
  useEffect(() => {
    if (shown !== undefined) setChosen(shown);
  }, [shown]);
  return (
    <Loaded
      ready={data !== undefined}
      error={error}
      onRetry={() => again()}
      empty={inboxes.length === 0 && t(data?.inboxes.length ? 'routing.none' : 'inbox.none')}
    >
      {inboxes.length > 1 && (
        <div className="filters">
          <SelectField
            label={t('inbox.label')}
            value={inbox?.id ?? ''}
            onChange={setChosen}
            options={inboxes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {inbox && data && <RoutingForm key={`${inbox.id} ${inbox.routing?.version ?? 0}`} inbox={inbox} teams={data.teams} />}
    </Loaded>
  );
}

const ALL = '';

function RoutingForm({ inbox, teams }: { inbox: RoutingInboxFragment; teams: RoutingQuery['teams'] }) {
  const t = useT();
  const { run, busy } = useRun();
  const scopes = [ALL, ...inbox.channels.map(({ id }) => id)];
  const [drafts, setDrafts] = useState<Readonly<Record<string, RuleDraft>>>(() =>
    Object.fromEntries(scopes.map((id) => [id, draftOf(inbox, id === ALL ? null : id)])),
  );
  const draft = (id: string): RuleDraft => drafts[id] ?? draftOf(inbox, id === ALL ? null : id);
  const right = scopes.every((id) => isRight(draft(id)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!right) return;
    const own = scopes.filter((id) => draft(id).mode !== 'INHERIT');
    const rules = own.map((id) => inputOf(draft(id), id === ALL ? null : id));
    const input = { inboxId: inbox.id, rules, expectedVersion: inbox.routing?.version ?? 0, operationId: makeId('op') };
    const data = await run({
      document: SaveRoutingDocument,
      variables: { input },
      problems: (answer) => answer.routingSave.userErrors,
    });
    if (data) toast(t('saved'));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {scopes.map((id) => {
        const channel = inbox.channels.find((one) => one.id === id);
        return (
          <RuleFields
            key={id}
            inbox={inbox}
            teams={teams}
            channel={channel ? { id, name: channel.account || channel.name } : null}
            draft={draft(id)}
            onChange={(next) => setDrafts({ ...drafts, [id]: next })}
          />
        );
      })}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!right}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
