import { IconButton } from '@balie/web-ui';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import { ask } from '../composer/asked.js';
import { useDrafts } from '../composer/useDrafts.js';
import type { Conversation, Mail } from './types.js';

/** Answers this message, or passes it on; what was already written stays (D4). */
export function MessageActions({ message, conversation }: { message: Mail; conversation: Conversation }) {
  const t = useT();
  const drafts = useDrafts();
  if (message.direction === 'INTERNAL' || message.version === 0 || !conversation.viewerCan.includes('REPLY')) return null;
  const open = (mode: 'REPLY' | 'FORWARD') => () => {
    const key = { conversationId: conversation.id, mode };
    const before = drafts.get(key);
    if (mode === 'REPLY') drafts.set(key, { ...before, messageId: message.id, to: null, cc: null, bcc: null });
    else drafts.set(key, { ...before, messageId: message.id, without: [] });
    ask(key);
  };
  return (
    <span className="msg-actions">
      <IconButton label={t('thread.answerThis')} icon={<IconArrowBackUp size={15} />} onClick={open('REPLY')} />
      <IconButton label={t('thread.forwardThis')} icon={<IconArrowForwardUp size={15} />} onClick={open('FORWARD')} />
    </span>
  );
}
