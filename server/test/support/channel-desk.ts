import type { Capabilities, Identity, InboundEvent, OutboundMessage, SendResult } from '@balie/plugin-sdk';
import { bury, claim, finish, peek, putBack } from '../../src/adapters/jobs/job-store.js';
import { LocalStorage } from '../../src/adapters/storage-local/local-storage.js';
import {
  Channel,
  ChannelFailure,
  channelTypeId,
  type ChannelTypeInfo,
  DecodeFailed,
  type Amendment,
  type FetchedFile,
  type FilterRuleInfo,
  PluginGateway,
  type RawInbound,
} from '../../src/features/channels/index.js';
import { ConversationAccess, type Conversation, findConversation } from '../../src/features/conversations/index.js';
import type { Inbox } from '../../src/features/inboxes/index.js';
import { type Attachment, attachmentsOf, HtmlSanitizer, Message, recipientsOf } from '../../src/features/messages/index.js';
import { Clock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { type JobHandler, JobQueue, RetryLater } from '../../src/kernel/jobs.js';
import { insertRows } from '../../src/kernel/rows.js';
import { openTestDatabase, testCtx, type TestDatabase } from './database.js';
import { World } from './world.js';

/** A clock that only the test turns; each look is a millisecond later, so that nothing happens at the same time. */
export class TurnedClock extends Clock {
  private time = Date.UTC(2026, 0, 5, 9);
  now(): number {
    return this.time++;
  }
  turn(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** Runs jobs when the test says so, with the rules of the real queue about keys, lanes and times. */
export class TurnedQueue extends JobQueue {
  readonly handlers = new Map<string, JobHandler>();

  constructor(
    private readonly db: TestDatabase,
    private readonly clock: TurnedClock,
  ) {
    super();
  }

  register(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  /** Runs all that is due until nothing is; answers how many runs there were. */
  async run(limit = 500): Promise<number> {
    for (let runs = 0; ;) {
      const names = [...this.handlers.keys()].map((name) => ({ name, limit: 10 }));
      const due = await peek(this.db.uow.reader, this.clock.now(), names);
      let ran = 0;
      for (const [name, ids] of due) for (const id of ids) ran += await this.runOne(name, id);
      if (ran === 0) return runs;
      runs += ran;
      if (runs > limit) throw new Error('The jobs never end');
    }
  }

  /** Claims a job and forgets it, as a process does that is killed; its lease is over at once. */
  async runOne(name: string, id: string): Promise<number> {
    const [job] = await this.db.uow.run(testCtx(), (tx) =>
      claim(tx, [id], name, `test-${newId('job')}`, this.clock.now() + 60_000),
    );
    if (!job) return 0;
    const payload = JSON.parse(job.payload) as Record<string, unknown>;
    try {
      const { attempts: attempt, correlationId } = job;
      await this.handlers.get(name)?.({ id, name, payload, attempt, correlationId, signal: new AbortController().signal });
      await this.db.uow.run(testCtx(), (tx) => finish(tx, job));
    } catch (error) {
      if (error instanceof Killed) {
        await this.db.uow.run(testCtx(), (tx) =>
          putBack(tx, job, { runAt: this.clock.now(), attempts: job.attempts, error: null }),
        );
        return 1;
      }
      const later = error instanceof RetryLater ? error : null;
      const attempts = later && !later.counts ? job.attempts - 1 : job.attempts;
      const runAt = this.clock.now() + (later?.delayMs ?? 1_000);
      const dead = attempts >= job.maxAttempts;
      await this.db.uow.run(testCtx(), (tx) =>
        dead ? bury(tx, job, String(error)) : putBack(tx, job, { runAt, attempts, error: String(error) }),
      );
    }
    return 1;
  }

  async holdLane(lane: string, until: number | null): Promise<void> {
    const sql =
      'INSERT INTO lane (name, held_until) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET held_until = excluded.held_until';
    await this.db.uow.run(testCtx(), (tx) => tx.execute(sql, [lane, until]));
  }

  async releaseLane(lane: string): Promise<void> {
    await this.db.uow.run(testCtx(), (tx) => tx.execute('DELETE FROM lane WHERE name = ?', [lane]));
  }

  start(): Promise<void> {
    return Promise.resolve();
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
  retryDead(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** Thrown where the process is meant to die. */
export class Killed extends Error {}

/** The plugins' side, as the test scripts it. */
export class ScriptedGateway extends PluginGateway {
  readonly sent: OutboundMessage[] = [];
  readonly decoded: string[] = [];
  readonly amended: Amendment[] = [];
  /** What each amendment fails with, one after the other. */
  readonly amendFailures: Error[] = [];
  /** What each send does, one after the other; accepts when there is nothing left. */
  readonly answers: ((message: OutboundMessage) => Promise<SendResult> | SendResult)[] = [];
  readonly events = new Map<string, InboundEvent[] | Error>();
  readonly files = new Map<string, FetchedFile | Error>();
  rules: Record<string, FilterRuleInfo> = {};
  typeError: Error | null = null;

  channelTypes(): Promise<ChannelTypeInfo[]> {
    return Promise.resolve([]);
  }
  channelType(type: ChannelTypeInfo['type']): Promise<ChannelTypeInfo | null> {
    if (this.typeError) return Promise.reject(this.typeError);
    return Promise.resolve({ type, filterRules: this.rules, has: ['signalDesk'] } as unknown as ChannelTypeInfo);
  }
  check(): Promise<never> {
    return Promise.reject(new Error('not scripted'));
  }
  setup(): Promise<never> {
    return Promise.reject(new Error('not scripted'));
  }
  preview(): Promise<never> {
    return Promise.reject(new Error('not scripted'));
  }
  formOf(type: ChannelTypeInfo): Record<string, unknown> {
    return type.settingsSchema;
  }
  keepState(): Promise<never> {
    return Promise.reject(new Error('not scripted'));
  }
  forgetState(): Promise<void> {
    return Promise.resolve();
  }
  changed(): void {
    // Nothing listens in these tests.
  }
  decode(_channelId: string, item: RawInbound): Promise<InboundEvent[]> {
    this.decoded.push(item.externalId);
    const events = this.events.get(item.externalId) ?? [];
    return events instanceof Error ? Promise.reject(events) : Promise.resolve(events);
  }
  decodeAll(channelId: string, items: readonly RawInbound[]): Promise<(InboundEvent[] | DecodeFailed)[]> {
    const decode = (item: RawInbound): Promise<InboundEvent[] | DecodeFailed> =>
      this.decode(channelId, item).catch((error: unknown) => {
        if (error instanceof DecodeFailed && !error.crashed) return error;
        throw error;
      });
    return Promise.all(items.map(decode));
  }
  async send(_channelId: string, message: OutboundMessage): Promise<SendResult> {
    this.sent.push(structuredClone(message));
    const answer = this.answers.shift();
    if (answer) return answer(message);
    return { ids: [`<${message.sendKey}@shop.example>`] as SendResult['ids'], status: 'accepted' };
  }
  signalTyping(): Promise<void> {
    return Promise.resolve();
  }
  signalRead(): Promise<void> {
    return Promise.resolve();
  }
  /** Of whom was told that who answers has changed: of everybody on a channel, or of one thread. */
  readonly desks: { channelId: string; key: string | null }[] = [];
  signalDesk(channelId: string, thread: { key?: string } | null): Promise<void> {
    this.desks.push({ channelId, key: thread?.key ?? null });
    return Promise.resolve();
  }
  /** Whom each thread's person has named, by its key. */
  readonly named = new Map<string, Identity>();
  transcriptTo(_channelId: string, { key }: { key?: string }): Promise<Identity | null> {
    return Promise.resolve(this.named.get(key ?? '') ?? null);
  }
  amend(_channelId: string, change: Amendment): Promise<void> {
    this.amended.push(structuredClone(change));
    const failure = this.amendFailures.shift();
    return failure ? Promise.reject(failure) : Promise.resolve();
  }
  fetchProfile(): Promise<null> {
    return Promise.resolve(null);
  }
  fetchFile(_channelId: string, ref: string): Promise<FetchedFile> {
    const file = this.files.get(ref);
    if (file instanceof Error) return Promise.reject(file);
    return file ? Promise.resolve(file) : Promise.reject(new ChannelFailure('rejected', 'There is no such file'));
  }
}

/** What a mail-like channel can do. */
export const MAIL_LIKE: Capabilities = {
  outbound: 'initiate',
  continuity: 'threads',
  text: { formats: ['bold', 'italic', 'link', 'list', 'code', 'image'] },
  files: { maxBytes: 20_000_000, maxCount: 20, mime: ['*/*'] },
  choices: 'fallback',
  edit: 'none',
  delete: 'none',
  reaction: 'none',
  typing: { in: false, out: false },
  receipts: [],
  compose: ['subject', 'to', 'cc', 'bcc'],
};

/** A connected channel of an inbox, of a plugin that is not there. */
export function channelOf(inboxId: string, own: string[], capabilities: Partial<Capabilities> = {}): Channel {
  return {
    id: newId('channel'),
    inboxId,
    pluginId: 'test',
    type: channelTypeId('test-mail'),
    name: own[0] ?? 'channel',
    account: own[0] ?? newId('channel'),
    own: own.map((value) => ({ kind: 'email', value })),
    settings: {},
    settingsVersion: 1,
    secrets: null,
    active: true,
    authorized: true,
    state: 'CONNECTED',
    stateMessage: null,
    cursor: null,
    viewId: 'mail',
    viewTitle: 'Mail',
    icon: 'mail',
    capabilities: { ...MAIL_LIKE, ...capabilities } as unknown as Channel['capabilities'],
    filterSwitches: null,
    removedAt: null,
    lastInboundAt: null,
    lastOutboundAt: null,
    createdAt: 1,
    updatedAt: 1,
    version: 1,
  };
}

/** A server without its network: database, storage, scripted plugins, and jobs that run when the test says so. */
export class ChannelDesk {
  readonly gateway = new ScriptedGateway();
  readonly sanitizer = new HtmlSanitizer();
  readonly access: ConversationAccess;

  private constructor(
    readonly db: TestDatabase,
    readonly world: World,
    readonly clock: TurnedClock,
    readonly queue: TurnedQueue,
    readonly storage: LocalStorage,
  ) {
    this.access = new ConversationAccess(db.uow);
  }

  static async open(): Promise<ChannelDesk> {
    const clock = new TurnedClock();
    const db = await openTestDatabase({ clock });
    const storage = await LocalStorage.open(db.dataDir, clock.now());
    const queue = new TurnedQueue(db, clock);
    return new ChannelDesk(db, await World.make(db), clock, queue, storage);
  }

  async close(): Promise<void> {
    await this.sanitizer.onModuleDestroy();
    await this.db.close();
  }

  /** A connected channel of an inbox with these addresses of our own. */
  async channel(inbox: Inbox, own: string[], capabilities: Partial<Capabilities> = {}): Promise<Channel> {
    const channel = channelOf(inbox.id, own, capabilities);
    await this.db.uow.run(testCtx(), (tx) => insertRows(tx, Channel, [channel]));
    return channel;
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.db.uow.reader.query<Row>(sql, parameters);
  }

  async conversation(id: string): Promise<Conversation> {
    const conversation = await findConversation(this.db.uow.reader, id);
    if (!conversation) throw new Error(`No conversation ${id}`);
    return conversation;
  }

  /** The items of a conversation in their order. */
  items(conversationId: string): Promise<Message[]> {
    return this.db.uow.reader.manager.find(Message, { where: { conversationId }, order: { seq: 'ASC' } });
  }

  async message(id: string): Promise<Message & { attachments: Attachment[]; to: string[]; cc: string[] }> {
    const message = await this.db.uow.reader.manager.findOneByOrFail(Message, { id });
    const recipients = await recipientsOf(this.db.uow.reader, [id]);
    const of = (field: string): string[] => recipients.filter((one) => one.field === field).map((one) => one.value);
    return { ...message, attachments: await attachmentsOf(this.db.uow.reader, [id]), to: of('TO'), cc: of('CC') };
  }
}

/** An address as a network shows it. */
export function person(value: string, name?: string, trust: Identity['trust'] = 'claimed'): Identity {
  return { kind: 'email', value, trust, ...(name ? { name } : {}) };
}

type MessageEvent = Extract<InboundEvent, { type: 'message' }>;

let count = 0;
/** A plain message with an id of its own, as a plugin would decode it. */
export function mail(
  from: Identity | 'self',
  over: Partial<Omit<MessageEvent, 'id' | 'knownAs' | 'sender' | 'thread' | 'type'>> & {
    id?: string;
    knownAs?: string[];
    thread?: { subject?: string; answers?: string[]; token?: string; key?: string; page?: { url: string; title?: string } };
  } = {},
): MessageEvent {
  const { id = `m${++count}`, knownAs = [`<${id}@far.example>`], thread = {}, ...rest } = over;
  return {
    type: 'message',
    id: id as MessageEvent['id'],
    knownAs: knownAs as MessageEvent['knownAs'],
    at: new Date(Date.UTC(2026, 0, 5, 8)),
    sender: from,
    parts: [{ type: 'text', text: `Text of ${id}` }],
    thread: { subject: `Subject of ${id}`, ...thread } as MessageEvent['thread'],
    ...rest,
  };
}
