/** Hears events and the clock, and lets the walks go on. */
import { writtenAhead, type JournalEvent } from '@balie/plugin-sdk';
import { LostWord, newRun, Walk, type Run } from './engine.js';
import { type BotContext, isOpen, LiveWorld, look, type Seen, someAvailable } from './live.js';
import { BUCKET_MS, Overtaken, Store } from './store.js';
import { compile } from './program.js';

/** A pass that was cut off is taken up again by the clock only when nobody can still be at it. */
const ABANDONED_MS = 120_000;
const TRIES = 5;
const MAX_FAILS = 3;
/** How far back the clock looks when it has never looked before, or when it was set back since. */
const FIRST_BUCKETS = 60;
const READ = 'query ($id: ID!) { node(id: $id) { ... on Message { text automatic } } }';
const FIRST = `query ($id: ID!) { node(id: $id) { ... on Conversation { items(first: 5) { nodes { ... on Message { direction automatic } } } } } }`;

interface Written {
  text?: string;
  automatic?: boolean;
}

/** Whether it begins in this new conversation: when its settings say so, and never with a machine (R-LOOP-1). */
export async function takes({ data }: JournalEvent, context: BotContext): Promise<boolean> {
  const id = data.conversationId;
  const seen = id && (await look(context, id));
  if (!seen) return false;
  const { node } = await context.graphql<{ node: { items?: { nodes: { automatic?: boolean }[] } } | null }>(FIRST, { id });
  if (node?.items?.nodes.some(({ automatic }) => automatic)) return false;
  switch (context.settings.startWhen) {
    case 'always':
      return true;
    case 'open':
      return isOpen(seen);
    case 'closed':
      return !isOpen(seen);
    case 'available':
      return someAvailable(seen);
    case 'nobody':
      return !someAvailable(seen);
  }
}

/** A message of the contact, or that a person gave the conversation to the bot. */
export async function handle(event: JournalEvent, context: BotContext): Promise<void> {
  const id = event.data.conversationId;
  if (!id) return;
  if (event.type === 'conversation.bot_began') {
    if (event.data.actor.kind === 'USER') await settled(context, id, (pass) => pass.given(event));
    return;
  }
  const { node } = await context.graphql<{ node: Written | null }>(READ, { id: event.data.nodeId });
  if (!node || node.automatic) return;
  await settled(context, id, (pass) => pass.heard(event, node.text ?? ''));
}

/** By the clock: what was waited for too long, pauses that are over, and passes that were cut off. */
export async function tick(context: BotContext): Promise<void> {
  const store = storeOf(context);
  const now = Date.now();
  const current = Math.floor(now / BUCKET_MS);
  const reached = await store.reached();
  // It may have looked at what is to come while the clock was ahead: that counts for nothing.
  const from = reached === null || reached > current ? current - FIRST_BUCKETS : reached;
  for (let bucket = from; bucket <= current; bucket++) {
    context.signal.throwIfAborted();
    for (const id of await store.dueIn(bucket, now)) await wake(context, store, id);
    if (bucket === current) break;
    await store.forget(bucket);
    await store.reach(bucket + 1);
  }
}

function storeOf(context: BotContext): Store {
  return new Store(context.state, (at) => context.runAt('clock', new Date(at)));
}

async function wake(context: BotContext, store: Store, id: string): Promise<void> {
  try {
    await settled(context, id, (pass) => pass.time());
  } catch (error) {
    context.log.warn('A conversation could not go on', { id, error: (error as Error).message });
    await store.due(id, Date.now() + BUCKET_MS);
  }
}

/** Does it on what is kept, again when somebody else was at it, and hands over when it fails time and again. */
async function settled(context: BotContext, id: string, work: (pass: Pass) => Promise<void>): Promise<void> {
  const store = storeOf(context);
  for (let tries = 1; ; tries++) {
    const seen = await look(context, id);
    if (seen?.botControl !== 'BOT_ACTIVE' || seen.bot?.id !== context.instance.id) return;
    try {
      return await work(await Pass.of(context, store, id, seen));
    } catch (error) {
      if (error instanceof LostWord) return;
      if (!(error instanceof Overtaken)) return failed(context, store, { id, seen }, error as Error);
      if (tries >= TRIES) throw error;
    }
  }
}

/** The host tries again; in the end people have it, with a word about why. */
async function failed(context: BotContext, store: Store, { id, seen }: { id: string; seen: Seen }, error: Error): Promise<void> {
  const kept = await store.run(id);
  if (!kept) throw error;
  const { run } = kept;
  run.fails++;
  const version = await store.keep(id, run, kept.version);
  if (run.fails < MAX_FAILS) throw error;
  context.log.error('The bot hands over because it fails', { id, error: error.message });
  const world = new LiveWorld(context, store, id, seen, run, version);
  await new Walk(context.settings, run, world).giveUp(error.message).catch((last: unknown) => {
    if (!(last instanceof LostWord)) throw last;
  });
}

/** One time that it is at a conversation. */
class Pass {
  private constructor(
    private readonly context: BotContext,
    private readonly store: Store,
    private readonly id: string,
    private readonly seen: Seen,
    private readonly kept: { run: Run; version: number } | null,
  ) {}

  static async of(context: BotContext, store: Store, id: string, seen: Seen): Promise<Pass> {
    return new Pass(context, store, id, seen, await store.run(id));
  }

  async heard(event: JournalEvent, text: string): Promise<void> {
    const { kept } = this;
    if (kept?.run.heard.includes(event.id)) return this.resume(kept.run);
    if (!kept || kept.run.ended === 'handover' || kept.run.ended === 'close') return this.begin(event);
    const walk = await this.walk(kept.run);
    if (kept.run.ended === 'stay') return walk.wroteAgain(event.id);
    await walk.answer(event.id, text);
  }

  async given(event: JournalEvent): Promise<void> {
    if (this.kept?.run.heard.includes(event.id)) return this.resume(this.kept.run);
    await this.begin(event);
  }

  async time(): Promise<void> {
    const run = this.kept?.run;
    if (!run || run.ended) return;
    if (run.waits) return (await this.walk(run)).time();
    if (run.touched < Date.now() - ABANDONED_MS || writtenAhead(run.touched)) await this.resume(run);
  }

  /** It was cut off between taking something in and waiting for the next. */
  private async resume(run: Run): Promise<void> {
    if (!run.ended && !run.waits) await (await this.walk(run)).go();
  }

  private async begin(event: JournalEvent): Promise<void> {
    const { steps } = this.context.settings;
    const run = newRun(event.id, event.at.getTime(), await this.store.keepFlow(steps), compile(steps).start);
    const walk = await this.walk(run);
    await walk.begin();
  }

  private async walk(run: Run): Promise<Walk> {
    const { context, store, id, seen, kept } = this;
    const steps = (await store.flow(run.flow)) ?? context.settings.steps;
    return new Walk({ ...context.settings, steps }, run, new LiveWorld(context, store, id, seen, run, kept?.version ?? 0));
  }
}
