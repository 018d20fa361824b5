import { IconButton } from '@balie/web-ui';
import { IconArrowBackUp, IconArrowForwardUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../app/intl.js';
import { ask } from '../composer/asked.js';
import { useDrafts } from '../composer/useDrafts.js';
import type { Conversation, Mail } from './types.js';

const AmendDialog = lazy(() => import('./AmendDialog.js').then((module) => ({ default: module.AmendDialog })));

/** Answers this message, or passes it on; what was already written stays (D4). One's own is said in other words or taken back, where the network can. */
export function MessageActions({ message, conversation }: { message: Mail; conversation: Conversation }) {
  const t = useT();
  const drafts = useDrafts();
  const [amending, setAmending] = useState<'EDIT' | 'WITHDRAW' | null>(null);
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
      {message.viewerMay.includes('EDIT') && (
        <IconButton label={t('thread.editThis')} icon={<IconPencil size={15} />} onClick={() => setAmending('EDIT')} />
      )}
      {message.viewerMay.includes('WITHDRAW') && (
        <IconButton label={t('thread.withdrawThis')} icon={<IconTrash size={15} />} onClick={() => setAmending('WITHDRAW')} />
      )}
      {amending && (
        <Suspense fallback={null}>
          <AmendDialog message={message} withdraw={amending === 'WITHDRAW'} onClose={() => setAmending(null)} />
        </Suspense>
      )}
    </span>
  );
}
