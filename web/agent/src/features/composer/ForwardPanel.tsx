import { useEffect, useMemo } from 'react';
import { useT } from '../../app/intl.js';
import type { Item, MailItem } from '../thread/types.js';
import { AddressStrip } from './AddressStrip.js';
import { ChannelStrip } from './ChannelStrip.js';
import { ComposerFoot } from './ComposerFoot.js';
import { EditorBox, SignatureFold } from './Editor.js';
import { ForwardHead } from './ForwardHead.js';
import { leaveEditor, PanelStrips, useDiscard, useSubmit, type PanelProps } from './ModePanel.js';
import { limitsOf } from './uploads.js';
import { useComposer } from './useComposer.js';
import { useTyping } from './useTyping.js';

const isMail = (item: Item): item is MailItem =>
  item.__typename === 'Message' && item.direction !== 'INTERNAL' && item.version > 0;

/** What is passed on when no message was chosen: the last word of the customer, else the last one. */
export function forwardable(items: readonly Item[]): MailItem | null {
  const mails = items.filter(isMail).filter((mail) => !mail.side);
  return mails.findLast((mail) => mail.direction === 'INBOUND' && !mail.automatic) ?? mails.at(-1) ?? null;
}

/** A message passed on to somebody else. */
export function ForwardPanel(props: PanelProps) {
  const { conversation, items, mode } = props;
  const t = useT();
  const from = conversation.inbox.composeFrom[0];
  const limits = useMemo(() => limitsOf(from?.capabilities.files), [from]);
  const typing = useTyping(conversation.id);
  const kind = from?.address.kind ?? 'email';
  const key = { conversationId: conversation.id, mode };
  const composing = useComposer(key, { limits, kind, needsPeople: true, blocked: !from, onTyping: typing });
  const { content, patch } = composing;
  const chosen = items.filter(isMail).find((item) => item.id === content.messageId);
  const message = chosen ?? (content.messageId === null ? forwardable(items) : null);
  const messageId = message?.id ?? null;
  useEffect(() => {
    if (messageId && content.messageId !== messageId) patch({ messageId });
  }, [messageId, content.messageId, patch]);
  const files = message?.attachments.filter((file) => !file.inline && file.state !== 'GONE') ?? [];
  const left = files.filter((file) => content.without.includes(file.id));
  const attachmentIds = left.length > 0 ? files.filter((file) => !left.includes(file)).map((file) => file.id) : null;
  const { submit, anyway } = useSubmit(props, composing, { attachmentIds });
  const discard = useDiscard(composing);
  if (!from) return <p className="notice">{t('forward.noChannel')}</p>;
  if (!message) return <p className="notice">{t('forward.nothing')}</p>;
  const signature = conversation.inbox.signature?.text;
  return (
    <>
      <ForwardHead composing={composing} message={message} kind={kind} onSubmit={() => submit({})} />
      <ChannelStrip channel={from.channel} />
      <AddressStrip kind={kind} people={[...(content.to ?? []), ...(content.cc ?? []), ...(content.bcc ?? [])]} />
      <EditorBox
        composing={composing}
        label={t('forward.label')}
        placeholder={t('forward.hint')}
        formats={from.capabilities.formats}
        onSubmit={(thenClose) => submit({ thenClose })}
        onLeave={leaveEditor}
        snippets={conversation}
      >
        {signature && <SignatureFold text={signature} label={t('signature.label')} />}
        <p className="meta below-text">{t('forward.quoted')}</p>
      </EditorBox>
      <PanelStrips composing={composing} basis={props.basis} onAnyway={anyway} />
      <ComposerFoot
        composing={composing}
        closes={false}
        canAttach={limits !== null}
        canWait
        onSubmit={submit}
        onDiscard={discard}
      />
    </>
  );
}
