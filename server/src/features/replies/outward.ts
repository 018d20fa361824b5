import type { AnswerKind, CalendarEvent, Capabilities } from '@balie/plugin-sdk';
import type { Channel } from '../channels/index.js';
import { addItem, type Conversation, type ItemEffects, type Thread } from '../conversations/index.js';
import { queueDeliveries } from '../delivery/index.js';
import { findInboxes, type Inbox } from '../inboxes/index.js';
import { type Message, type NewAttachment, type NewItem, uniqueNames } from '../messages/index.js';
import { actorOf } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { Fitted } from './fit.js';
import type { Quoted } from './quote.js';
import type { Addressee } from './recipients.js';
import { consumeUploads, type ReadyUpload } from './upload.repository.js';

/** A message that leaves, with all that is known before the transaction begins. */
export interface Outward {
  id: string;
  inputHash: string;
  channel: Channel;
  from: Addressee;
  to: Addressee[];
  cc: Addressee[];
  bcc: Addressee[];
  subject: string;
  content: Fitted;
  /** The signature and what is quoted, below what was written. */
  below: Quoted | null;
  uploads: ReadyUpload[];
  /** The kind of answer that it wants to hear. */
  asks?: AnswerKind | undefined;
  /** The meeting to which it invites, which it changes or calls off. */
  calendar?: CalendarEvent | undefined;
  /** Files of the message that is passed on. */
  alsoFiles?: NewAttachment[];
  sendAt: number | null;
  inReplyToId?: string | null;
  forwardOfId?: string | null;
  opens?: boolean;
}

/** Whether a message on such a channel is held for a while: a letter is, a word in a chat is not (U7). */
export function isLetter(capabilities: Capabilities): boolean {
  return capabilities.continuity === 'threads' && capabilities.compose.includes('subject');
}

/** The inbox of a conversation. */
export async function inboxOf(reader: Reader, inboxId: string): Promise<Inbox> {
  const [inbox] = await findInboxes(reader, [inboxId]);
  if (!inbox) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxId'] });
  return inbox;
}

/** Message, outbox and job in one: what is stored is sent, and what is sent is stored. */
export async function storeOutward(
  tx: Tx,
  conversation: Conversation,
  thread: Thread,
  out: Outward,
  effects: ItemEffects = {},
): Promise<Message> {
  const author = actorOf(tx.ctx.principal);
  const undoMs = isLetter(out.channel.capabilities as unknown as Capabilities)
    ? (await inboxOf(tx, conversation.inboxId)).undoSeconds * 1_000
    : 0;
  const heldUntil = out.sendAt ?? (undoMs > 0 ? tx.now + undoMs : null);
  const side = thread.purpose === 'SIDE';
  const item = itemOf(out, thread, { author, at: tx.now, side, deliveryStatus: heldUntil === null ? 'QUEUED' : 'HELD' });
  const assign = author.kind === 'USER' && !side ? { assignIfUnassigned: author.id } : {};
  const { message } = await addItem(tx, conversation.id, item, { ...assign, ...effects });
  await queueDeliveries(tx, {
    messageId: out.id,
    conversationId: conversation.id,
    channelId: out.channel.id,
    threadId: thread.id,
    recipients: item.recipients ?? [],
    degraded: out.content.degraded,
    heldUntil,
    // What leaves tomorrow keeps nobody from answering today.
    inOrder: out.sendAt === null,
  });
  await consumeUploads(tx, out.uploads);
  return message;
}

function itemOf(out: Outward, thread: Thread, more: Pick<NewItem, 'author' | 'at' | 'side' | 'deliveryStatus'>): NewItem {
  const field = (name: 'TO' | 'CC' | 'BCC') => (address: Addressee) => ({ ...address, field: name });
  return {
    ...more,
    id: out.id,
    inputHash: out.inputHash,
    kind: 'MESSAGE',
    direction: 'OUTBOUND',
    text: out.content.text,
    html: out.content.html,
    subject: out.subject,
    from: out.from,
    recipients: [...out.to.map(field('TO')), ...out.cc.map(field('CC')), ...out.bcc.map(field('BCC'))],
    threadId: thread.id,
    channelId: out.channel.id,
    ...partsOf(out),
    quotedText: out.below?.quotedText ?? null,
    quotedHtml: out.below?.quotedHtml ?? null,
    attachments: filesOf(out.uploads, out.content.html, out.alsoFiles),
    inReplyToId: out.inReplyToId ?? null,
    forwardOfId: out.forwardOfId ?? null,
    opens: out.opens ?? false,
    data: out.opens ? { began: true } : {},
    sendAt: out.sendAt,
    // The same on every attempt, also of a process that knows nothing of the others.
    sendKey: out.id.slice('msg_'.length),
  };
}

/** What is neither text nor a file: answers that are offered, a meeting, or the kind of answer that is asked for. */
function partsOf({ content, asks, calendar }: Outward): Pick<NewItem, 'parts'> {
  if (content.choices.length > 0) return { parts: [{ type: 'choices', data: { text: content.text, options: content.choices } }] };
  if (calendar) return { parts: [{ type: 'calendar', data: calendar }] };
  return asks ? { parts: [{ type: 'asks', data: { kind: asks } }] } : {};
}

/** The files under names of their own; a picture that the text shows stands in it, not in the list. */
export function filesOf(
  uploads: readonly ReadyUpload[],
  html: string | null,
  others: readonly NewAttachment[] = [],
): NewAttachment[] {
  const own = uploads.map(({ id, name, mime, bytes, hash }): NewAttachment => {
    const inline = html?.includes(`cid:${id}`) ?? false;
    return { name, mime, bytes, hash, ...(inline ? { contentId: id, inline } : {}) };
  });
  const files = [...own, ...others];
  const names = uniqueNames(files.map((file) => file.name));
  return files.map((file, index) => ({ ...file, name: names[index] ?? 'file' }));
}
