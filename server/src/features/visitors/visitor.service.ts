import type { Capabilities, Desk, ExternalId, HistoryItem, Part } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/errors.js';
import { fromRows, placeholders } from '../../kernel/rows.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { type Channel, channelsOfInboxes, findChannel } from '../channels/index.js';
import { threadsUnderKey } from '../conversations/index.js';
import { answerersOf, findInbox } from '../inboxes/index.js';
import { asked, type Attachment, attachmentsOf, externalIdsOf, Message } from '../messages/index.js';
import { findHours, isOpen, nextOpening } from '../working-hours/index.js';

const PAGE = 50;
/** Faces are a greeting, not a directory. */
const PEOPLE = 5;

/** What the people on the other side may read, through the plugin of their channel. */
@Injectable()
export class VisitorService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * What was said under one key of a channel, oldest first: no comments, nothing that has not left yet, nothing of other threads. What is
   * being handed over counts as said, since whoever was told of it live must find it when he looks again.
   */
  async history(channelId: string, threadKey: string, o: { before?: Date; limit?: number }): Promise<HistoryItem[]> {
    const { reader } = this.uow;
    const threads = await threadsUnderKey(reader, channelId, threadKey);
    if (threads.length === 0) return [];
    const conversations = [...new Set(threads.map(({ conversationId }) => conversationId))];
    const rows = await reader.query<Record<string, unknown>>(
      `SELECT * FROM message WHERE conversation_id IN (${placeholders(conversations)}) AND kind = 'MESSAGE'
       AND thread_id IN (${placeholders(threads)}) AND at < ?
       AND (direction = 'INBOUND'
         OR (direction = 'OUTBOUND' AND delivery_status IN ('SENDING', 'UNCERTAIN', 'SENT', 'DELIVERED', 'READ')))
       ORDER BY at DESC, seq DESC LIMIT ?`,
      [...conversations, ...threads.map(({ id }) => id), o.before?.getTime() ?? Number.MAX_SAFE_INTEGER, o.limit ?? PAGE],
    );
    const messages = fromRows(reader, Message, rows).reverse();
    const ids = messages.map(({ id }) => id);
    const [files, known] = await Promise.all([attachmentsOf(reader, ids), externalIdsOf(reader, channelId, ids)]);
    return messages.map((message) => ({
      id: message.id,
      ids: (known.get(message.id) ?? []) as ExternalId[],
      at: new Date(message.at),
      from: message.direction === 'INBOUND' ? 'contact' : message.authorKind === 'BOT' || message.automatic ? 'bot' : 'agent',
      author: { name: message.authorName },
      parts: partsOf(
        message,
        files.filter((file) => file.messageId === message.id),
      ),
      ...(message.sendKey === null ? {} : { sendKey: message.sendKey }),
      ...(message.parts.some(({ type }) => type === 'edited') ? { edited: true } : {}),
      ...(message.parts.some(({ type }) => type === 'deleted') ? { deleted: true } : {}),
    }));
  }

  /** The desk behind a channel: whether somebody answers now, when again, and who (S8, S67, S68). Without hours it is always open. */
  async desk(channelId: string, { threadKey }: { threadKey?: string | undefined } = {}): Promise<Desk> {
    const { reader } = this.uow;
    const channel = await findChannel(reader, channelId);
    const inbox = channel && (await findInbox(reader, channel.inboxId));
    if (!inbox) throw new DomainError('NOT_FOUND', 'The channel is no longer there.');
    const [channels, hours, people, agent] = await Promise.all([
      channelsOfInboxes(reader, [inbox.id]),
      findHours(reader, inbox.id),
      answerersOf(reader, inbox.id, PEOPLE),
      threadKey === undefined ? null : holderOf(reader, channelId, threadKey),
    ]);
    const now = this.clock.now();
    const open = hours === null || isOpen(hours, now);
    const next = hours === null || open ? null : nextOpening(hours, now);
    const there = people.filter(({ available }) => available);
    return {
      name: inbox.name,
      open,
      available: there.length > 0,
      ...(next === null ? {} : { reopensAt: new Date(next) }),
      writesTo: kindsOf(channels),
      people: (there.length > 0 ? there : people).map(faceOf),
      ...(agent ? { agent: faceOf(agent) } : {}),
    };
  }
}

/** The kinds of our own addresses from which somebody can be written to who has not written there. */
function kindsOf(channels: readonly Channel[]): string[] {
  const first = channels.filter(
    ({ active, capabilities }) => active && (capabilities as unknown as Capabilities).outbound === 'initiate',
  );
  return [...new Set(first.flatMap(({ own }) => own.map(({ kind }) => kind)))];
}

type Face = { name: string; avatarUrl: string | null; meetingUrl: string | null };

function faceOf({ name, avatarUrl, meetingUrl }: Face): Desk['people'][number] {
  return { name, ...(avatarUrl ? { avatarUrl } : {}), ...(meetingUrl ? { meetingUrl } : {}) };
}

/** Who has the open conversation under a key. Away for others he still has it, unless he gives away what comes into it (S67, S69). */
async function holderOf(reader: Reader, channelId: string, threadKey: string): Promise<Face | null> {
  const [row] = await reader.query<{ name: string; avatar_url: string | null; meeting_url: string | null }>(
    `SELECT u.name, u.avatar_url, u.meeting_url FROM thread t JOIN conversation c ON c.id = t.conversation_id
     JOIN app_user u ON u.id = c.assignee_user_id LEFT JOIN presence p ON p.user_id = u.id
     WHERE t.channel_id = ? AND t.external_key = ? AND c.status = 'OPEN' AND c.placement = 'INBOX' AND u.state = 'ACTIVE'
       AND (u.availability = 'AVAILABLE' OR p.reassign_replies IS NULL OR p.reassign_replies = ?)`,
    [channelId, threadKey, false],
  );
  return row ? { name: row.name, avatarUrl: row.avatar_url, meetingUrl: row.meeting_url } : null;
}

function partsOf(message: Message, files: Attachment[]): Part[] {
  const offers = message.parts.some(({ type, data }) => type === 'choices' && (data as { text?: string }).text === message.text);
  const html = message.html === null ? {} : { html: message.html };
  const text: Part = { type: 'text', text: message.text, ...html, ...asked(message) };
  const kept = files.filter((file) => file.hash !== null);
  return [
    ...((message.text !== '' || message.html !== null) && !offers ? [text] : []),
    ...message.parts.filter(({ type }) => type === 'choices' || type === 'fields').map(({ type, data }) => partOf(type, data)),
    ...kept.map((file): Part => {
      const about = { name: file.name, mime: file.mime, ...(file.bytes === null ? {} : { bytes: file.bytes }) };
      return {
        type: 'file',
        file: { stored: file.hash ?? '', ...about },
        ...(file.contentId ? { inlineId: file.contentId } : {}),
      };
    }),
  ];
}

function partOf(type: string, data: unknown): Part {
  return { type, ...(data as object) } as Part;
}
