import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';

/** Says to those who can mend it that a mailbox no longer lets us in: it would look as if nobody wrote (D12, G11 63). */
export function SignedOutLine() {
  const t = useT();
  const { inboxId } = useParams({ strict: false });
  const { inboxes, isAdmin } = useShell();
  const shown = inboxes.filter((inbox) => inboxId === 'any' || inbox.id === inboxId);
  const lost = shown.flatMap(({ channels }) => channels).filter(({ state, active }) => active && state === 'UNAUTHORIZED');
  if (!isAdmin || lost.length === 0) return null;
  return (
    <p className="connection" role="alert">
      <IconAlertTriangle size={14} aria-hidden />
      <span>{t('channel.signedOut', { account: lost.map(({ account }) => account).join(', ') })}</span>
      <Link to="/settings/{-$page}" params={{ page: 'channels' }}>
        {t('channel.signIn')}
      </Link>
    </p>
  );
}
