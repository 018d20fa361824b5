import type { Capabilities, Identity } from '@balie/plugin-sdk';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Channel, channelsOfInboxes, PluginGateway } from '../channels/index.js';
import { addItem, createThread, findThread, lockConversation, type Thread, threadsOf } from '../conversations/index.js';
import { copyKey, queueDeliveries, TRANSCRIPT, troublesOf } from '../delivery/index.js';
import { findInbox, type Inbox } from '../inboxes/index.js';
import { attachmentsOf, findBySendKey, Message } from '../messages/index.js';
import { ownCheck } from '../replies/index.js';
import { findWorkspace } from '../workspace/index.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { fromRows } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { transcriptWords } from './words.js';

/** Of a talk, the last so many messages. */
const MOST = 200;
const DAY_MS = 24 * 60 * 60_000;
/** So many copies of one talk go out in a day. */
const A_DAY = 5;

interface Asked {
  threadId: string;
  why: 'asked' | 'ended';
}

/** Sends who was talked with a copy of what was said, to the address that he gave himself (D36). */
@Injectable()
export class TranscriptJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TRANSCRIPT, (job) => this.run(job), { concurrency: 2 });
  }

  private async run(job: JobRun): Promise<void> {
    const { threadId, why } = job.payload as unknown as Asked;
    const thread = await findThread(this.uow.reader, threadId);
    if (!thread) return;
    const { id, externalKey: key } = thread;
    const to = await this.gateway.transcriptTo(thread.channelId, { id, ...(key === null ? {} : { key }) }, why);
    const ctx: Ctx = { principal: { kind: 'system', name: 'Transcript' }, correlationId: job.correlationId };
    if (to) await this.uow.run(ctx, (tx) => send(tx, thread, to));
  }
}

/** Sends nothing where nothing new was said since the last copy. */
async function send(tx: Tx, thread: Thread, to: Identity): Promise<void> {
  const conversation = await lockConversation(tx, thread.conversationId);
  const said = conversation.placement === 'INBOX' ? await saidIn(tx, thread) : [];
  const last = said.at(-1);
  const inbox = await findInbox(tx, conversation.inboxId);
  if (!last || !inbox || !mayHave(to, said)) return;
  const sendKey = copyKey(thread.id, last.id);
  if ((await findBySendKey(tx, sendKey)) || (await sentToday(tx, thread)) >= A_DAY) return;
  const channel = await wayTo(tx, inbox, to);
  const [own] = channel?.own.filter(({ kind }) => kind === to.kind) ?? [];
  if (!channel || !own) return;
  const { subject, text } = await copyOf(tx, inbox, said);
  const into = await threadOf(tx, conversation.id, channel, subject);
  if (!into) return;
  const id = newId('message');
  const recipients = [{ kind: to.kind, value: to.value.trim(), name: null, field: 'TO' as const }];
  const about = { conversationId: conversation.id, channelId: channel.id, threadId: into.id };
  await addItem(tx, conversation.id, {
    id,
    kind: 'MESSAGE',
    direction: 'OUTBOUND',
    author: { kind: 'SYSTEM', id: null, name: inbox.name },
    at: tx.now,
    ...{ text, subject, from: { ...own, name: null }, recipients, threadId: into.id, channelId: channel.id },
    automatic: 'reply',
    ...{ sendKey, deliveryStatus: 'QUEUED' },
  });
  await queueDeliveries(tx, { ...about, messageId: id, recipients, degraded: [], heldUntil: null });
}

/**
 * An address that is only said may be anybody's. Before a person has taken part nobody but he who wrote chose the words, and whoever
 * likes could have us mail his own to whom he likes.
 */
function mayHave({ trust }: Identity, said: readonly Message[]): boolean {
  return trust === 'verified' || said.some(({ direction, authorKind }) => direction === 'OUTBOUND' && authorKind === 'USER');
}

/** What was said in the thread, oldest first: no comments, nothing that has not left, nothing of other threads. */
async function saidIn(tx: Tx, { id, conversationId }: Thread): Promise<Message[]> {
  const rows = await tx.query<Record<string, unknown>>(
    `SELECT * FROM message WHERE conversation_id = ? AND thread_id = ? AND kind = 'MESSAGE' AND side = ?
     AND (direction = 'INBOUND' OR (direction = 'OUTBOUND' AND delivery_status IN ('SENT', 'DELIVERED', 'READ')))
     ORDER BY seq DESC LIMIT ?`,
    [conversationId, id, false, MOST],
  );
  return fromRows(tx, Message, rows).reverse();
}

async function sentToday(tx: Tx, { id, conversationId }: Thread): Promise<number> {
  const [row] = await tx.query<{ count: number | string }>(
    `SELECT COUNT(*) AS count FROM message WHERE conversation_id = ? AND direction = 'OUTBOUND' AND at > ? AND send_key LIKE ?`,
    [conversationId, tx.now - DAY_MS, `${copyKey(id)}%`],
  );
  return Number(row?.count ?? 0);
}

/** A channel of the inbox that may write to such an address first; null for one of our own, and one that takes no mail. */
async function wayTo(tx: Tx, inbox: Inbox, to: Identity): Promise<Channel | null> {
  const isOwn = await ownCheck(tx);
  if (isOwn(to)) return null;
  const channels = await channelsOfInboxes(tx, [inbox.id]);
  const found = channels.find(
    ({ active, own, capabilities }) =>
      active && (capabilities as unknown as Capabilities).outbound === 'initiate' && own.some(({ kind }) => kind === to.kind),
  );
  return found && (await troublesOf(tx, [to])).length === 0 ? found : null;
}

async function threadOf(tx: Tx, conversationId: string, { id: channelId }: Channel, subject: string): Promise<Thread | null> {
  const threads = await threadsOf(tx, conversationId);
  const there = threads.find((thread) => thread.channelId === channelId && thread.purpose === 'CUSTOMER');
  return there ?? createThread(tx, { conversationId, channelId, subject });
}

async function copyOf(tx: Tx, inbox: Inbox, said: readonly Message[]): Promise<{ subject: string; text: string }> {
  const ids = said.map(({ id }) => id);
  const [workspace, files] = await Promise.all([findWorkspace(tx), attachmentsOf(tx, ids)]);
  const lines = said.map(({ id, direction, authorName, at, text }) => ({
    name: direction === 'INBOUND' ? null : authorName,
    at,
    text,
    files: files.filter(({ messageId }) => messageId === id).map(({ name }) => name),
  }));
  return transcriptWords({ locale: workspace?.locale ?? 'en', timeZone: workspace?.timeZone ?? 'UTC', inbox: inbox.name }, lines);
}
