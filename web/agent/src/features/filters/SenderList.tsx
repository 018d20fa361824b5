import { Button } from '@balie/web-ui';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { TextField } from '../../components/fields.js';
import {
  RemoveSenderRuleDocument,
  SaveSenderRuleDocument,
  SenderRulesDocument,
  type SenderRuleKind,
  type SenderRuleLineFragment,
} from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';
import { useRun } from '../settings/useRun.js';
import { useSenderDialog } from './useSenderDialog.js';

interface ListProps {
  inbox: { id: string; name: string };
  kind: SenderRuleKind;
}
const WORDS: Record<SenderRuleKind, { title: TextKey; help: TextKey; add: TextKey; none: TextKey }> = {
  ALLOW: { title: 'filters.allow', help: 'filters.allowHelp', add: 'filters.allowAdd', none: 'filters.allowNone' },
  DENY: { title: 'filters.deny', help: 'filters.denyHelp', add: 'filters.denyAdd', none: 'filters.denyNone' },
  BLOCK: { title: 'filters.block', help: 'filters.blockHelp', add: 'filters.blockAdd', none: 'filters.blockNone' },
};

/** What was decided about senders, of one kind: with whom, by whom and when, a line to add one, and a way to take one back. */
export function SenderList({ inbox, kind }: ListProps) {
  const t = useT();
  const words = WORDS[kind];
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const [changes, setChanges] = useState(0);
  const again = useCallback(() => {
    setPages([null]);
    setChanges((n) => n + 1);
  }, []);
  const { live } = useServices();
  useEffect(
    () => live.onChange((change) => (change.event === 'inbox.senderRules' && change.nodeId === inbox.id ? again() : undefined)),
    [live, inbox.id, again],
  );
  return (
    <section className="panel" aria-label={t(words.title)}>
      <h2>{t(words.title)}</h2>
      <p className="help">{t(words.help)}</p>
      <AddSender inbox={inbox} kind={kind} onAdded={again} />
      {pages.map((after, index) => (
        <SenderPage
          key={after}
          {...{ inbox, kind, after, changes }}
          onChanged={again}
          onMore={index === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : null}
        />
      ))}
    </section>
  );
}

function AddSender({ inbox, kind, onAdded }: ListProps & { onAdded: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const given = value.trim();
    // What can't be an address or @domain is said here; the server has the last word.
    const looksRight = /^[^\s@]*@[^\s@]+$/.test(given);
    setWrong(!looksRight);
    if (!looksRight) return;
    const input = { inboxId: inbox.id, kind, value: given };
    const done = await run({
      document: SaveSenderRuleDocument,
      variables: { input },
      problems: (data) => data.senderRuleSave.userErrors,
    });
    if (!done) return;
    setValue('');
    onAdded();
  };
  return (
    <form className="add-line" onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label={t(WORDS[kind].add)}
        value={value}
        onChange={setValue}
        placeholder="name@example.com, @example.com"
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
        error={wrong ? t('filters.wrong') : null}
      />
      <Button type="submit" busy={busy}>
        {t('filters.add')}
      </Button>
    </form>
  );
}

interface PageProps extends ListProps {
  after: string | null;
  changes: number;
  onChanged: () => void;
  onMore: ((cursor: string) => void) | null;
}

function SenderPage({ inbox, kind, after, changes, onChanged, onMore }: PageProps) {
  const t = useT();
  const [{ data, error }, execute] = useQuery({
    query: SenderRulesDocument,
    variables: { inboxId: inbox.id, kind, after },
    requestPolicy: 'cache-and-network',
  });
  useEffect(() => {
    if (changes > 0) execute({ requestPolicy: 'network-only' });
  }, [changes, execute]);
  const rules = data?.senderRules;
  const { endCursor, hasNextPage } = rules?.pageInfo ?? { endCursor: null, hasNextPage: false };
  return (
    <Loaded ready={rules !== undefined} error={error} onRetry={() => execute({ requestPolicy: 'network-only' })}>
      {rules?.nodes.length === 0 && after === null && <p className="meta">{t(WORDS[kind].none)}</p>}
      {rules && rules.nodes.length > 0 && (
        <ul className="lines">
          {rules.nodes.map((rule) => (
            <RuleLine key={rule.id} rule={rule} inbox={inbox} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {onMore && hasNextPage && endCursor && <Button onClick={() => onMore(endCursor)}>{t('more')}</Button>}
    </Loaded>
  );
}

interface LineProps {
  rule: SenderRuleLineFragment;
  inbox: { id: string; name: string };
  onChanged: () => void;
}

function RuleLine({ rule, inbox, onChanged }: LineProps) {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const { ask, dialog } = useSenderDialog();
  const { contact, kind, value } = rule;
  const remove = async () => {
    const variables = { id: rule.id };
    const done = await run({
      document: RemoveSenderRuleDocument,
      variables,
      problems: (data) => data.senderRuleRemove.userErrors,
    });
    if (done) onChanged();
  };
  const unblock = () => {
    if (!contact) return void remove();
    ask('unblock', { contactId: contact.id, inboxId: inbox.id, inboxName: inbox.name, name: contact.fullName || value });
  };
  return (
    <li>
      <div className="line-text">
        <b>{value}</b>
        {contact?.fullName && <span className="meta"> {contact.fullName}</span>}
        <p className="meta">{t('filters.by', { name: rule.createdByName, time: times.day(rule.createdAt) })}</p>
      </div>
      <Button busy={busy} onClick={kind === 'BLOCK' ? unblock : () => void remove()}>
        {t(kind === 'BLOCK' ? 'unblock.do' : 'filters.remove')}
        <span className="vh"> {value}</span>
      </Button>
      {dialog}
    </li>
  );
}
