import { IconCircleCheck, IconLoader } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useShell } from '../../app/ShellProvider.js';
import type { ChannelLineFragment } from '../../generated/graphql.js';
import { useMemo, useState } from 'react';
import { personName } from '../../lib/person.js';
import { lineOf } from '../../lib/title.js';
import { now } from '../../lib/clock.js';
import { iconFor } from '../../components/icons.js';

/** The first conversation that came in after this page was opened. */
function useArrival(inboxId: string) {
  const { lists } = useServices();
  const { viewer } = useShell();
  const store = useMemo(
    () => lists.get({ inboxId, view: 'all', status: 'open', viewerId: viewer.id }),
    [lists, inboxId, viewer.id],
  );
  const [since] = useState(() => new Date(now() - 120_000).toISOString());
  const state = useSyncExternalStore(store.watch, store.snapshot);
  return state.ids.map((id) => store.row(id)).find((row) => row && row.lastMessageAt >= since && row.lastDirection === 'INBOUND');
}

/** The end of the first run: a mail is asked for, and a row waits for it and turns green. */
export function DoneStep({ channel }: { channel: ChannelLineFragment }) {
  const t = useT();
  const arrived = useArrival(channel.inbox.id);
  const Mark = iconFor(channel.kind?.icon);
  const search = { c: arrived?.id, status: undefined };
  return (
    <main className="access">
      <div className="card setup-card">
        <h1>{t('setup.done.title')}</h1>
        <p>{t('setup.done.text')}</p>
        <p className="send-to">
          <Mark size={20} aria-hidden />
          <b>{channel.account}</b>
        </p>
        <div className="arrival" data-in={arrived !== undefined} role="status">
          {arrived ? <IconCircleCheck size={22} aria-hidden /> : <IconLoader size={22} className="spin" aria-hidden />}
          <div>
            <p>
              {arrived
                ? t('setup.done.arrived', { name: personName(arrived.contact) ?? t('contact.unknown') })
                : t('setup.done.waiting')}
            </p>
            {arrived && <p className="meta">{lineOf(t, arrived)}</p>}
          </div>
        </div>
        <Link
          className={arrived ? 'btn primary wide' : 'btn wide'}
          to="/inbox/$inboxId/$view"
          params={{ inboxId: channel.inbox.id, view: 'all' }}
          search={search}
        >
          {t(arrived ? 'setup.done.answer' : 'setup.done.open')}
        </Link>
      </div>
    </main>
  );
}
