import { IconButton } from '@balie/web-ui';
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconCheck,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconLink,
} from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { pressed, withKey } from '../../app/knownKeys.js';
import { toast } from '../../app/toasts.js';
import { Due } from '../../components/Due.js';
import type { ConversationStatus } from '../../generated/graphql.js';
import { titleOf } from '../../lib/title.js';
import { useTimes } from '../../lib/useTimes.js';
import { TagChips } from '../bulk/TagChips.js';
import { useTick } from '../inbox/useTick.js';
import { AssigneeMenu } from './AssigneeMenu.js';
import type { Conversation } from './types.js';
import { addressOf } from '../../lib/site.js';

const MoreMenu = lazy(() => import('../filters/MoreMenu.js').then((module) => ({ default: module.MoreMenu })));

interface HeadProps {
  conversation: Conversation;
  onBack: () => void;
  onViews: () => void;
  onAbout: () => void;
  onToggleStatus: (id: string, status: ConversationStatus) => void;
}

export const STATUS_TEXT: Record<ConversationStatus, TextKey> = {
  OPEN: 'status.OPEN',
  SNOOZED: 'status.SNOOZED',
  CLOSED: 'status.CLOSED',
};

/** Subject, assignee, close or reopen, and where it belongs (S37 to S41). */
export function ThreadHead({ conversation, onBack, onViews, onAbout, onToggleStatus }: HeadProps) {
  const t = useT();
  const times = useTimes();
  const { id, number, status, snoozedUntil, inbox, channelTitle, viewerCan } = conversation;
  const closed = status === 'CLOSED';
  const trashed = conversation.placement === 'TRASH' || conversation.placement === 'MERGED';
  const allowed = viewerCan.includes('SET_STATUS');
  const link = () => {
    void navigator.clipboard.writeText(addressOf(`/c/${number}`));
    toast(t('toast.linkCopied'));
  };
  const state =
    status === 'SNOOZED' && snoozedUntil ? t('snooze.until', { time: times.ahead(snoozedUntil) }) : t(STATUS_TEXT[status]);
  const facts = [`#${number}`, state, channelTitle, inbox.name].filter(Boolean);
  return (
    <header className="bar thread-head">
      <IconButton
        className="back-button"
        label={t('key.back')}
        keys={pressed('back')}
        icon={<IconArrowLeft size={18} />}
        onClick={onBack}
      />
      <IconButton
        className="wide-only"
        label={t('pane.toggleViews')}
        keys={pressed('panes.views')}
        icon={<IconLayoutSidebar size={18} />}
        onClick={onViews}
      />
      <div className="head-text">
        <h2 title={titleOf(t, conversation)}>{titleOf(t, conversation)}</h2>
        <p className="meta">
          <span className="el">{facts.join(' · ')}</span>
          {conversation.sla && <HeadDue sla={conversation.sla} />}
          {conversation.slaClosing && <HeadDue sla={conversation.slaClosing} />}
          <TagChips tags={conversation.tags} />
          <button
            type="button"
            className="copy-link"
            onClick={link}
            aria-label={t('thread.copyLink')}
            title={t('thread.copyLink')}
          >
            <IconLink size={13} />
          </button>
        </p>
      </div>
      {!trashed && (
        <>
          <AssigneeMenu conversation={conversation} />
          <button
            type="button"
            className="btn"
            data-command="status"
            aria-keyshortcuts={pressed('close')}
            disabled={!allowed}
            title={
              allowed ? withKey(t(closed ? 'thread.reopen' : 'thread.close'), 'close') : t('member.act', { inbox: inbox.name })
            }
            onClick={() => onToggleStatus(id, status)}
          >
            {closed ? <IconArrowBackUp size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
            <span className="btn-text">{t(closed ? 'thread.reopen' : 'thread.close')}</span>
          </button>
        </>
      )}
      <Suspense fallback={<span className="btn icon" aria-hidden />}>
        <MoreMenu conversation={conversation} />
      </Suspense>
      <IconButton
        label={t('pane.toggleAbout')}
        keys={pressed('panes.about')}
        icon={<IconLayoutSidebarRight size={18} />}
        onClick={onAbout}
      />
    </header>
  );
}

/** The head stays as long as the conversation is read, so it looks at the clock by itself. */
function HeadDue({ sla }: { sla: NonNullable<Conversation['sla']> }) {
  useTick(30_000);
  return <Due sla={sla} />;
}
