import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { InboxDeletionsDocument } from '../../generated/settings.js';

/** How often an unfinished deletion is looked at. */
const LOOK_MS = 2_000;

/** How far the inboxes are that are being emptied; nothing when there are none. */
export function Deletions({ since }: { since: number }) {
  const t = useT();
  const [{ data }, again] = useQuery({ query: InboxDeletionsDocument, requestPolicy: 'cache-and-network' });
  const running = data?.inboxDeletions ?? [];
  useEffect(() => again({ requestPolicy: 'network-only' }), [since, again]);
  useEffect(() => {
    if (running.length === 0) return;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), LOOK_MS);
    return () => clearInterval(timer);
  }, [running.length, again]);
  if (running.length === 0) return null;
  return (
    <div role="status">
      {running.map(({ id, name, total, done }) => (
        <p key={id} className="meta">
          {t('inbox.emptying', { name, done, total })} <progress max={Math.max(total, 1)} value={done} aria-label={name} />
        </p>
      ))}
    </div>
  );
}
