import { Button } from '@balie/web-ui';
import { useEffect, useState, type FormEvent } from 'react';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { InboxAudience, InboxRole } from '../../generated/graphql.js';
import { SaveInboxDocument, type InboxSettingsQuery } from '../../generated/settings.js';
import { makeId } from '../../lib/ids.js';
import { keepInboxDraft, readInboxDraft } from './inboxDraft.js';
import { ChoiceList } from './ChoiceList.js';
import { SendingFields, secondsOf, type Sending } from './SendingFields.js';
import { daysOf, JoiningFields, type Joining } from './JoiningFields.js';
import { useRun } from './useRun.js';

/** An inbox with its members and channels. */
export type InboxLine = InboxSettingsQuery['inboxes'][number];
/** Who can be named as a member. */
export type Candidates = Pick<InboxSettingsQuery, 'agents' | 'teams'>;

interface EditorProps {
  inbox?: InboxLine;
  candidates: Candidates;
  onDone: (inbox: { id: string; name: string }) => void;
  onCancel: () => void;
}
const ROLES: readonly { id: InboxRole; text: TextKey }[] = [
  { id: 'MANAGER', text: 'role.MANAGER' },
  { id: 'AGENT', text: 'role.AGENT' },
  { id: 'VIEWER', text: 'role.VIEWER' },
];

/** Whether somebody who was named, or everybody who was not, loses the inbox by what is filled in. */
function losesSomebody(inbox: InboxLine, audience: InboxAudience, members: ReadonlyMap<string, InboxRole>): boolean {
  if (inbox.audience === 'EVERYONE' && audience === 'MEMBERS') return true;
  const works = (role: InboxRole | undefined) =>
    role === 'AGENT' || role === 'MANAGER' || (role === undefined && audience === 'EVERYONE');
  return inbox.grants.some(({ agent, team, role }) => works(role) && !works(members.get((agent ?? team)?.id ?? '')));
}

/** Name and members of an inbox, new or existing (S70 to S76, S84). */
export function InboxEditor({ inbox, candidates, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { locale } = useLocale();
  const { viewer } = useShell();
  const { follower } = useServices();
  const { run, busy } = useRun();
  const [draft] = useState(() => (inbox ? null : readInboxDraft()));
  const [id] = useState(() => inbox?.id ?? draft?.id ?? makeId('inb'));
  const [name, setName] = useState(inbox?.name ?? draft?.name ?? '');
  const [audience, setAudience] = useState<InboxAudience>(inbox?.audience ?? draft?.audience ?? 'EVERYONE');
  const start = inbox
    ? inbox.grants.map(({ agent, team, role }) => [(agent ?? team)?.id ?? '', role] as const)
    : (draft?.members ?? [[viewer.id, 'MANAGER'] as const]);
  const [sending, setSending] = useState<Sending>({
    undoSeconds: String(inbox?.undoSeconds ?? 10),
    signature: inbox?.signature ?? { text: '', html: null },
  });
  const [members, setMembers] = useState<ReadonlyMap<string, InboxRole>>(new Map(start));
  const [heir, setHeir] = useState<string | null>(null);
  const [joining, setJoining] = useState<Joining>({
    reopenDays: inbox?.reopenDays ? String(inbox.reopenDays) : '',
    joinBySubject: inbox?.joinBySubject ?? false,
    closedKeptDays: inbox?.closedKeptDays ? String(inbox.closedKeptDays) : '',
  });
  const isNew = inbox === undefined;
  useEffect(() => {
    if (isNew && name.trim() !== '') keepInboxDraft({ id, name, audience, members: [...members] });
  }, [isNew, id, name, audience, members]);
  const leaves = inbox !== undefined && losesSomebody(inbox, audience, members);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const undoSeconds = secondsOf(sending.undoSeconds);
    if (undoSeconds === null) return;
    const { text, html } = sending.signature;
    const reopenDays = daysOf(joining.reopenDays, 'reopen');
    const closedKeptDays = daysOf(joining.closedKeptDays, 'kept');
    if (reopenDays === null || closedKeptDays === null) return;
    const isTeam = new Set(candidates.teams.map((team) => team.id));
    const list = [...members].map(([one, role]) => (isTeam.has(one) ? { teamId: one, role } : { agentId: one, role }));
    const version = inbox ? { expectedVersion: inbox.version } : {};
    const input = {
      id,
      name,
      audience,
      undoSeconds,
      signature: { text: text.trim(), html: text.trim() === '' ? null : html },
      reopenDays,
      joinBySubject: joining.joinBySubject,
      closedKeptDays,
      members: list,
      ...(leaves && heir !== null ? { reassign: { toId: heir || null } } : {}),
      ...version,
      operationId: makeId('op'),
    };
    const data = await run({
      document: SaveInboxDocument,
      variables: { input, language: locale },
      problems: (answer) => answer.inboxSave.userErrors,
    });
    if (!data) return;
    if (isNew) keepInboxDraft(null);
    toast(t('saved'));
    follower.counts(0);
    onDone({ id, name: name.trim() });
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{inbox ? inbox.name : t('inbox.create')}</h2>
      <TextField label={t('inbox.name')} value={name} onChange={setName} required maxLength={80} autoFocus />
      <fieldset className="group">
        <legend>{t('inbox.members')}</legend>
        {(['EVERYONE', 'MEMBERS'] as const).map((value) => (
          <label key={value} className="choice">
            <input type="radio" name={`audience-${id}`} checked={audience === value} onChange={() => setAudience(value)} />
            <span>
              {t(value === 'EVERYONE' ? 'inbox.everyone' : 'inbox.chosen')}
              <small className="help">{t(value === 'EVERYONE' ? 'inbox.everyoneHelp' : 'inbox.chosenHelp')}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <ChoiceList
        rows={[
          ...candidates.teams.map(({ id: one, name: title }) => ({ id: one, name: title, note: t('inbox.team') })),
          ...candidates.agents.map((agent) => ({ id: agent.id, name: agent.name, note: agent.email })),
        ]}
        options={[
          { value: '', label: t(audience === 'EVERYONE' ? 'inbox.asEveryone' : 'role.none') },
          ...ROLES.map((role) => ({ value: role.id, label: t(role.text) })),
        ]}
        chosen={members}
        onChange={setMembers}
      />
      {leaves && (
        <SelectField
          label={t('inbox.reassign')}
          value={heir ?? 'keep'}
          onChange={(value) => setHeir(value === 'keep' ? null : value)}
          options={[
            { value: 'keep', label: t('inbox.reassignKeep') },
            { value: '', label: t('inbox.reassignNobody') },
            ...candidates.agents.map((agent) => ({ value: agent.id, label: agent.name })),
          ]}
          help={t('inbox.reassignHelp')}
        />
      )}
      <SendingFields id={id} sending={sending} onChange={setSending} />
      <JoiningFields joining={joining} onChange={setJoining} />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t(isNew ? 'inbox.next' : 'save')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            if (isNew) keepInboxDraft(null);
            onCancel();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
