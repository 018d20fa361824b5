import { Link, useParams } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';

/** In an empty list: an inbox without a channel can't receive anything, so the way to one is offered. */
export function NoChannel() {
  const t = useT();
  const { inboxId } = useParams({ strict: false });
  const { inboxes, isAdmin } = useShell();
  const shown = inboxes.filter((inbox) => inboxId === 'any' || inbox.id === inboxId);
  if (shown.some((inbox) => inbox.channels.length > 0)) return <p className="help">{t('list.emptyLive')}</p>;
  return (
    <>
      <p className="help">{t('list.noChannel')}</p>
      {isAdmin && (
        <Link className="btn" to="/settings/{-$page}" params={{ page: 'channels' }}>
          {t('list.connectChannel')}
        </Link>
      )}
    </>
  );
}
