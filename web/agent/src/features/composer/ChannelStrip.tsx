import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useT, type TextKey, type Values } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import type { ChannelState, ErrorCode } from '../../generated/graphql.js';

interface StripProps {
  channel: { name: string; state: ChannelState; stateMessage?: string | null };
  blockedBy?: ErrorCode | null;
}

function words({ channel, blockedBy }: StripProps): { key: TextKey; values?: Values } | null {
  if (blockedBy === 'WINDOW_CLOSED') return { key: 'channel.windowClosed' };
  if (blockedBy || channel.state === 'PAUSED') return { key: 'channel.paused', values: { name: channel.name } };
  if (channel.state === 'UNAUTHORIZED') return { key: 'channel.unauthorized', values: { name: channel.name } };
  if (channel.state === 'FAILED') return { key: 'channel.failedNow', values: { name: channel.name } };
  return null;
}

/** What is wrong with the channel that is to take it, before anything is sent, and what to do about it. */
export function ChannelStrip(props: StripProps) {
  const t = useT();
  const { isAdmin } = useShell();
  const said = words(props);
  if (!said) return null;
  const mendable = said.key !== 'channel.windowClosed';
  return (
    <div className="strip warn" role="status">
      <IconPlugConnectedX size={16} aria-hidden />
      <div className="strip-text">
        <p>{t(said.key, said.values)}</p>
        {props.channel.stateMessage && said.key !== 'channel.paused' && <p className="unseen">{props.channel.stateMessage}</p>}
        {mendable && !isAdmin && <p>{t('channel.askAdmin')}</p>}
      </div>
      {mendable && isAdmin && (
        <Link className="btn" to="/settings/{-$page}" params={{ page: 'channels' }}>
          {t('channel.toSettings')}
        </Link>
      )}
    </div>
  );
}
