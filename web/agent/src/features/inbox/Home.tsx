import { Navigate } from '@tanstack/react-router';
import { useShell } from '../../app/ShellProvider.js';
import { useSession } from '../../app/useSession.js';
import { lastInbox } from './lastInbox.js';

/** The start: the first run while it is not done, else the inbox that was open last. */
export function Home() {
  const { session } = useSession();
  const { inboxes, isAdmin } = useShell();
  if (isAdmin && session.setup !== 'done') return <Navigate to="/setup" search={{ code: undefined }} replace />;
  const last = lastInbox.get();
  const known = last === 'any' ? inboxes.length > 1 : inboxes.some((inbox) => inbox.id === last);
  const first = inboxes.find((inbox) => inbox.isDefault) ?? inboxes[0];
  const inboxId = known && last ? last : (first?.id ?? 'any');
  return (
    <Navigate to="/inbox/$inboxId/$view" params={{ inboxId, view: 'all' }} search={{ c: undefined, status: undefined }} replace />
  );
}
