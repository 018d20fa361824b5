import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { InboxSettingsDocument } from '../../generated/graphql.js';
import { InboxEditor, type InboxLine } from './InboxEditor.js';
import { Loaded } from './Loaded.js';

/** All inboxes, with who works in them and what is connected. */
export function Inboxes() {
  const t = useT();
  const { locale } = useLocale();
  const [{ data, error }, again] = useQuery({
    query: InboxSettingsDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  const done = () => {
    setEditing(null);
    again({ requestPolicy: 'network-only' });
  };
  const agents = data?.agents ?? [];
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()}>
      <div className="filters">
        {editing !== 'new' && (
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('inbox.create')}
          </Button>
        )}
      </div>
      {editing === 'new' && <InboxEditor agents={agents} onDone={done} onCancel={() => setEditing(null)} />}
      <ul className="lines">
        {data?.inboxes.map((inbox) =>
          inbox.id === editing ? (
            <li key={inbox.id}>
              <InboxEditor inbox={inbox} agents={agents} onDone={done} onCancel={() => setEditing(null)} />
            </li>
          ) : (
            <Line key={inbox.id} inbox={inbox} onEdit={() => setEditing(inbox.id)} />
          ),
        )}
      </ul>
    </Loaded>
  );
}

function Line({ inbox, onEdit }: { inbox: InboxLine; onEdit: () => void }) {
  const t = useT();
  const who = inbox.audience === 'EVERYONE' ? t('inbox.everyone') : t('inbox.memberCount', { n: inbox.members.length });
  const channels = inbox.channels.map((channel) => channel.account || channel.name).join(', ');
  return (
    <li>
      <div className="line-text">
        <b>{inbox.name}</b>
        <p className="meta">
          {who} · {channels || t('inbox.noChannel')}
        </p>
      </div>
      {inbox.inboxCan.includes('MANAGE') && (
        <Button onClick={onEdit}>
          {t('edit')}
          <span className="vh"> {inbox.name}</span>
        </Button>
      )}
    </li>
  );
}
