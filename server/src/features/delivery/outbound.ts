import type { CalendarEvent, ExternalId, Identity, OutboundMessage, Part } from '@balie/plugin-sdk';
import type { Thread } from '../conversations/index.js';
import { asked, type Attachment, attachmentsOf, externalIdsOf, type Message, recipientsOf } from '../messages/index.js';
import type { Reader } from '../../kernel/uow.js';
import type { Delivery } from './delivery.entity.js';

/** How many messages before it a message names, the nearest first, beside the one that began it. */
const ANCESTORS = 20;

/** The message as the plugin gets it, for the recipients of one call. */
export async function buildOutbound(
  reader: Reader,
  message: Message,
  thread: Thread,
  call: { rows: Delivery[]; uncertain: boolean },
): Promise<OutboundMessage> {
  const files = (await attachmentsOf(reader, [message.id])).filter((file) => file.hash !== null);
  const all = await recipientsOf(reader, [message.id]);
  const to = identities(call.rows, 'TO');
  const cc = identities(call.rows, 'CC');
  const bcc = identities(call.rows, 'BCC');
  return {
    sendKey: message.sendKey ?? message.id,
    attempt: Math.max(...call.rows.map((row) => row.attempts)),
    uncertain: call.uncertain,
    from: {
      kind: message.fromKind ?? '',
      value: message.fromValue ?? '',
      trust: 'verified',
      ...(message.fromName ? { name: message.fromName } : {}),
    },
    // A retry for some of the recipients may have none left in To.
    to: to.length > 0 ? to : cc,
    ...(to.length > 0 && cc.length > 0 ? { cc } : {}),
    ...(bcc.length > 0 ? { bcc } : {}),
    // It still names all of them.
    ...(all.length > call.rows.length ? { named: { to: identities(all, 'TO'), cc: identities(all, 'CC') } } : {}),
    thread: {
      id: thread.id,
      ...(thread.externalKey ? { key: thread.externalKey } : {}),
      subject: message.subject ?? thread.subject,
      answers: await ancestors(reader, message),
      replyToken: thread.replyToken,
    },
    author: { name: message.authorName, bot: message.authorKind === 'BOT' || message.automatic !== null },
    ...(message.automatic === null ? {} : { automatic: true }),
    parts: parts(message, files),
    extras: {},
  };
}

function identities(rows: readonly Pick<Delivery, 'field' | 'kind' | 'value' | 'name'>[], field: Delivery['field']): Identity[] {
  return rows
    .filter((row) => row.field === field)
    .map((row) => ({ kind: row.kind, value: row.value, trust: 'claimed', ...(row.name ? { name: row.name } : {}) }));
}

/** The ids that the network knows the earlier messages by: the one that is answered first, then backward. */
async function ancestors(reader: Reader, message: Message): Promise<ExternalId[]> {
  if (!message.channelId) return [];
  // A side thread and the customer's know nothing of each other, not even ids (product 5.4, 9).
  const threads = message.side ? 'id = ?' : "conversation_id = ? AND purpose = 'CUSTOMER'";
  const earlier = (order: 'ASC' | 'DESC', limit: number): Promise<{ id: string }[]> =>
    reader.query<{ id: string }>(
      `SELECT id FROM message WHERE conversation_id = ? AND channel_id = ? AND kind = 'MESSAGE' AND seq < ?
       AND thread_id IN (SELECT id FROM thread WHERE ${threads}) ORDER BY seq ${order} LIMIT ?`,
      [message.conversationId, message.channelId, message.seq, message.side ? message.threadId : message.conversationId, limit],
    );
  // By the first one the whole thread is known, however long it has become (R-THR-7).
  const [latest, first] = await Promise.all([earlier('DESC', ANCESTORS), earlier('ASC', 1)]);
  const order = [...(message.inReplyToId ? [message.inReplyToId] : []), ...[...latest, ...first].map((row) => row.id)];
  const known = await externalIdsOf(reader, message.channelId, [...new Set(order)]);
  return [...new Set(order.flatMap((id) => known.get(id) ?? []))] as ExternalId[];
}

/** The text with what is quoted under it, the meeting that it is about, then the files. */
function parts(message: Message, files: Attachment[]): Part[] {
  const text = [message.text, message.quotedText].filter((part) => part).join('\n\n');
  const html = message.html === null ? null : message.html + (message.quotedHtml ?? '');
  const offered = message.parts.find(({ type }) => type === 'choices')?.data as { options: { label: string; value: string }[] };
  const meeting = message.parts.find(({ type }) => type === 'calendar')?.data as CalendarEvent | undefined;
  const words: Part = { type: 'text', text, ...(html === null ? {} : { html }), ...asked(message) };
  return [
    // The text of what is offered stands with it, once.
    offered ? { type: 'choices', text, options: offered.options } : words,
    ...(meeting ? [{ type: 'calendar' as const, event: meeting }] : []),
    ...files.map((file): Part => ({
      type: 'file',
      file: { stored: file.hash ?? '', name: file.name, mime: file.mime, ...(file.bytes === null ? {} : { bytes: file.bytes }) },
      ...(file.contentId ? { inlineId: file.contentId } : {}),
    })),
  ];
}
