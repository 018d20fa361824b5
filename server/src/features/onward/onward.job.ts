import type { Capabilities } from '@balie/plugin-sdk';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel } from '../channels/index.js';
import { addItem, type Conversation, createThread, findThread, lockConversation, type Thread } from '../conversations/index.js';
import { ONWARD, ONWARD_AFTER_MS, queueDeliveries, troublesOf } from '../delivery/index.js';
import { findInbox } from '../inboxes/index.js';
import { attachmentsOf, findBySendKey, Message, type NewAttachment, uniqueNames } from '../messages/index.js';
import { type Route, routesOf } from '../replies/index.js';
import { findWorkspace } from '../workspace/index.js';
import { waitLeft } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { fromRows } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { onwardWords } from './words.js';

/** What was said so long ago is no longer taken on. */
const TOO_LATE_MS = 24 * 60 * 60_000;
const MOST = 50;

/** Who left a channel that keeps nothing for him gets what he has not read by the next way that reaches him (S68, D22). */
@Injectable()
export class OnwardJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ONWARD, (job) => this.run(job), { concurrency: 2 });
  }

  async run(job: JobRun): Promise<void> {
    const { threadId } = job.payload as { threadId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Onward' }, correlationId: job.correlationId };
    const waitMs = await this.uow.run(ctx, (tx) => takeOn(tx, threadId));
    if (waitMs > 0) throw new RetryLater(waitMs, 'He may still read it', false);
  }
}

/** Answers for how long to wait: while somebody still writes to him, all of it goes in one. */
async function takeOn(tx: Tx, threadId: string): Promise<number> {
  const thread = await findThread(tx, threadId);
  if (!thread || thread.purpose !== 'CUSTOMER') return 0;
  const conversation = await lockConversation(tx, thread.conversationId);
  const unread = conversation.placement === 'INBOX' ? await unreadIn(tx, thread) : [];
  const last = unread.at(-1);
  if (!last) return 0;
  const waitMs = waitLeft(last.at + ONWARD_AFTER_MS, tx.now, ONWARD_AFTER_MS);
  if (waitMs > 0) return waitMs;
  const route = await nextRoute(tx, conversation, thread);
  if (route) await send(tx, { conversation, thread, route, unread, last });
  return 0;
}

/** What people wrote to him since he last wrote himself or was sent it on, and what he has not read. */
async function unreadIn(tx: Tx, { id, conversationId }: Thread): Promise<Message[]> {
  const rows = await tx.query<Record<string, unknown>>(
    `SELECT * FROM message WHERE conversation_id = ? AND thread_id = ? AND kind = 'MESSAGE' AND direction = 'OUTBOUND'
     AND automatic IS NULL AND delivery_status IN ('SENT', 'DELIVERED') AND at > ?
     AND seq > (SELECT COALESCE(MAX(seq), 0) FROM message WHERE conversation_id = ? AND (direction = 'INBOUND' OR send_key LIKE ?))
     ORDER BY seq LIMIT ?`,
    [conversationId, id, tx.now - TOO_LATE_MS, conversationId, `${sendKeyOf(id, '')}%`, MOST],
  );
  return fromRows(tx, Message, rows);
}

/** One for what was last: the unique key of the outbox refuses a second one. */
function sendKeyOf(threadId: string, messageId: string): string {
  return `onward-${threadId}-${messageId}`;
}

/** The best other way that waits for who is away, to an address that takes our mail. */
async function nextRoute(tx: Tx, conversation: Conversation, thread: Thread): Promise<Route | null> {
  const keeps = ({ capabilities }: Channel): boolean => (capabilities as unknown as Capabilities).offline !== 'next-route';
  const routes = await routesOf(tx, conversation, tx.now);
  const route = routes.find(
    ({ channel, side, blockedBy }) => channel.id !== thread.channelId && !side && blockedBy === null && keeps(channel),
  );
  const [to] = route?.single ?? [];
  if (!route || !to) return null;
  const trouble = await troublesOf(tx, [to]);
  return trouble.length > 0 ? null : route;
}

interface Onward {
  conversation: Conversation;
  thread: Thread;
  route: Route;
  unread: Message[];
  last: Message;
}

async function send(tx: Tx, { conversation, thread, route, unread, last }: Onward): Promise<void> {
  const sendKey = sendKeyOf(thread.id, last.id);
  const [inbox, workspace] = await Promise.all([findInbox(tx, conversation.inboxId), findWorkspace(tx)]);
  if (!inbox || (await findBySendKey(tx, sendKey))) return;
  const said = unread.map(({ authorName, text }) => ({ name: authorName, text }));
  const { subject, text } = onwardWords(workspace?.locale ?? 'en', inbox.name, said);
  const into =
    route.thread ?? (await createThread(tx, { conversationId: conversation.id, channelId: route.channel.id, subject }));
  if (!into) return;
  const id = newId('message');
  const to = route.single.slice(0, 1).map((address) => ({ ...address, field: 'TO' as const }));
  const about = { conversationId: conversation.id, channelId: route.channel.id, threadId: into.id };
  await addItem(tx, conversation.id, {
    id,
    kind: 'MESSAGE',
    direction: 'OUTBOUND',
    author: { kind: 'SYSTEM', id: null, name: inbox.name },
    at: tx.now,
    ...{ text, subject, from: route.from, recipients: to, threadId: into.id, channelId: route.channel.id },
    attachments: await filesOf(tx, unread),
    automatic: 'reply',
    ...{ sendKey, deliveryStatus: 'QUEUED' },
  });
  await queueDeliveries(tx, { ...about, messageId: id, recipients: to, degraded: [], heldUntil: null });
}

async function filesOf(tx: Tx, messages: readonly Message[]): Promise<NewAttachment[]> {
  const files = await attachmentsOf(
    tx,
    messages.map(({ id }) => id),
  );
  const names = uniqueNames(files.map(({ name }) => name));
  return files.flatMap(({ mime, bytes, hash }, index) =>
    hash === null ? [] : [{ name: names[index] ?? 'file', mime, bytes, hash }],
  );
}
