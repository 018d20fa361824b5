import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { iconFor } from '../../components/icons.js';
import {
  InboxDeletionsDocument,
  InboxSettingsDocument,
  ResponderPagesDocument,
  SetDefaultInboxDocument,
} from '../../generated/settings.js';
import { DeleteInbox } from './DeleteInbox.js';
import { Deletions } from './Deletions.js';
import { InboxEditor, type InboxLine } from './InboxEditor.js';
import { readInboxDraft } from './inboxDraft.js';
import { Loaded } from './Loaded.js';
import { NewInbox } from './NewInbox.js';
import { OWN_PAGE } from './ownPage.js';
import { useRun } from './useRun.js';

/** All inboxes, with who works in them and what is connected (S70 to S84). */
export function Inboxes() {
  const t = useT();
  const { locale } = useLocale();
  const { follower } = useServices();
  const [{ data, error }, again] = useQuery({
    query: InboxSettingsDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: limits }] = useQuery({ query: InboxDeletionsDocument });
  // What was begun and left goes on.
  const [editing, setEditing] = useState<string | 'new' | null>(() => (readInboxDraft() ? 'new' : null));
  const [deleting, setDeleting] = useState<InboxLine | null>(null);
  const [deletions, setDeletions] = useState(0);
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
    follower.counts(0);
  };
  const done = () => {
    setEditing(null);
    refresh();
  };
  const inboxes = data?.inboxes ?? [];
  const full = limits !== undefined && inboxes.length >= limits.inboxLimit;
  const candidates = { agents: data?.agents ?? [], teams: data?.teams ?? [] };
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()}>
      <div className="filters">
        {editing !== 'new' && (
          <Button look="tint" disabled={full} onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('inbox.create')}
          </Button>
        )}
        {full && <span className="help">{t('inbox.full', { n: limits.inboxLimit })}</span>}
      </div>
      <Deletions since={deletions} />
      {editing === 'new' && <NewInbox candidates={candidates} onDone={done} onCancel={() => setEditing(null)} />}
      <ul className="lines">
        {inboxes.map((inbox) =>
          inbox.id === editing ? (
            <li key={inbox.id}>
              <InboxEditor inbox={inbox} candidates={candidates} onDone={done} onCancel={() => setEditing(null)} />
            </li>
          ) : (
            <Line
              key={inbox.id}
              inbox={inbox}
              onEdit={() => setEditing(inbox.id)}
              onDelete={() => setDeleting(inbox)}
              onChanged={refresh}
            />
          ),
        )}
      </ul>
      {deleting && (
        <DeleteInbox
          inbox={deleting}
          others={inboxes.filter(({ id }) => id !== deleting.id)}
          onClose={() => setDeleting(null)}
          onDone={() => {
            setDeletions(deletions + 1);
            refresh();
          }}
        />
      )}
    </Loaded>
  );
}

interface LineProps {
  inbox: InboxLine;
  onEdit: () => void;
  onDelete: () => void;
  onChanged: () => void;
}

function Line({ inbox, onEdit, onDelete, onChanged }: LineProps) {
  const t = useT();
  const { isAdmin } = useShell();
  const { run, busy } = useRun();
  const who = inbox.audience === 'EVERYONE' ? t('inbox.everyone') : t('inbox.memberCount', { n: inbox.members.length });
  const beside = useBeside(inbox.id, isAdmin);
  const channels = [
    ...inbox.channels.map((channel) => channel.account || channel.name),
    ...beside.filter(({ serves }) => serves).map(({ title }) => title),
  ].join(', ');
  const about = <span className="vh"> {inbox.name}</span>;
  const makeDefault = async () => {
    const variables = { id: inbox.id };
    const done = await run({ document: SetDefaultInboxDocument, variables, problems: (data) => data.inboxSetDefault.userErrors });
    if (done) toast(t('saved'));
    onChanged();
  };
  return (
    <li>
      <div className="line-text">
        <b>{inbox.name}</b>
        <p className="meta">
          {who} · {channels || t('inbox.noChannel')}
        </p>
      </div>
      {inbox.isDefault && <span className="tag">{t('inbox.default')}</span>}
      {isAdmin && !inbox.isDefault && (
        <Button look="quiet" busy={busy} onClick={() => void makeDefault()}>
          {t('inbox.makeDefault')}
          {about}
        </Button>
      )}
      {beside.map(({ type, title, icon: Mark }) => (
        <Link key={type} className="btn" to="/settings/{-$page}" params={{ page: `${OWN_PAGE}${type}` }}>
          <Mark size={16} aria-hidden /> {title}
          {about}
        </Link>
      ))}
      {inbox.inboxCan.includes('MANAGE') && (
        <Button onClick={onEdit}>
          {t('edit')}
          {about}
        </Button>
      )}
      {isAdmin && !inbox.isDefault && (
        <Button look="danger" onClick={onDelete}>
          {t('delete')}
          {about}
        </Button>
      )}
    </li>
  );
}

/** What of plugins has a page of its own and can serve an inbox, such as a place where a team talks (S70, S86). */
function useBeside(inboxId: string, isAdmin: boolean) {
  const { locale } = useLocale();
  const variables = { language: locale };
  const [{ data }] = useQuery({ query: ResponderPagesDocument, variables, pause: !isAdmin });
  const serving = (data?.responders ?? []).filter(({ active, inboxIds }) => active && inboxIds.includes(inboxId));
  return (data?.responderTypes ?? []).flatMap(({ type, title, icon, page }) =>
    page ? [{ type, title, icon: iconFor(icon), serves: serving.some((one) => one.type === type) }] : [],
  );
}
