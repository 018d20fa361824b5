import type { JournalEvent } from '../../kernel/events.js';
import type { ConversationFacts } from '../conversations/index.js';
import type { SlaOutcome } from '../sla-clock/index.js';
import { LIMITS } from './figures.js';
import type { ReportWatch } from './report-watch.entity.js';
import type { Place, Tally } from './tally.js';

/** A closing that who did it takes back so soon is none. */
const OOPS_MS = 60_000;
/** States of a delivery in which nothing has left yet. */
const WAITS: ReadonlySet<unknown> = new Set(['HELD', 'QUEUED']);
const TALKING: ReadonlySet<string> = new Set(['message.received', 'message.sent', 'delivery.updated', 'conversation.sla_missed']);

type Facts = ConversationFacts & { inboxId: string };
type Of = JournalEvent & { conversationId: string };

/** Whether an event can change a figure. */
export function counts(event: JournalEvent): event is Of {
  if (event.conversationId === null || event.data['demo'] === true) return false;
  return TALKING.has(event.type) || (event.nodeId === event.conversationId && ('is' in event.data || 'was' in event.data));
}

/**
 * What events mean for the figures. The clock is that of the journal: when something was here.
 *
 * New is what comes into an inbox for the first time, whoever began it, so what is filtered or spam is not, before a person says
 * otherwise; what he calls spam later was none. Closed counts for whom it belongs to, else for who closed it; the time to it runs from
 * the beginning or the last reopening. What who closed it opens again within a minute was neither closed nor reopened. The first reply
 * is the first that leaves, by people or their programs, to the first words that a person wrote; machines and bots do not answer, and
 * what we began ourselves has none. It counts when it has left, at the time at which it was written or, planned, at which it left.
 * Open is what lies open in an inbox, as its counts have it.
 *
 * A limit was kept when who answered was in time, and missed when the time was over, whose the conversation was then; an answer that is
 * taken back kept none.
 *
 * What moves counts as new where it came in, and from then on where it is. What becomes part of another is still new, and then no more;
 * what is split off is new then. What is deleted was what it was: only what was never sent is taken out. Imported conversations are only
 * counted among the open ones and when they are closed, those of the demo not at all.
 */
export class Counting {
  readonly changed = new Set<string>();
  readonly gone = new Set<string>();

  constructor(
    private readonly watches: Map<string, ReportWatch>,
    private readonly tally: Tally,
  ) {}

  /** The next event, in the order of the journal. */
  take(event: Of): void {
    switch (event.type) {
      case 'conversation.created':
        return this.begin(event);
      case 'conversation.updated':
        return this.change(event);
      case 'conversation.deleted':
        return this.end(event);
      case 'message.received':
        return this.ask(event);
      case 'message.sent':
        return this.answer(event);
      case 'delivery.updated':
        return this.settle(event);
      case 'conversation.sla_missed':
        return this.miss(event);
    }
  }

  private begin(event: Of): void {
    const { conversationId, inboxId, at, data } = event;
    const is = factsIn(event, data['is']);
    if (!is || inboxId === null) return;
    const old = data['history'] === true;
    const watch = this.watch(conversationId, is);
    Object.assign(watch, { newAt: old ? 0 : null, answered: old, openSince: old || is.status === 'CLOSED' ? null : at });
    this.enter(watch, is, at);
    if (isOpen(is)) this.tally.open(at, placeOf(is), 1);
  }

  private change(event: Of): void {
    const { conversationId, at, data } = event;
    const is = factsIn(event, data['is']);
    if (!is) return;
    const changes = (data['was'] ?? {}) as Partial<ConversationFacts>;
    const was: Facts = { ...is, ...changes, inboxId: event.previousInboxId ?? is.inboxId };
    const watch = this.watches.get(conversationId) ?? this.unknown(conversationId, was);
    this.changed.add(conversationId);
    if (isOpen(was)) this.tally.open(at, placeOf(was), -1);
    if (isOpen(is)) this.tally.open(at, placeOf(is), 1);
    for (const one of outcomesIn(data)) this.limit(one, placeOf(is), at);
    if (was.channelId !== is.channelId) this.rechannel(watch, is.channelId ?? '');
    if (was.placement !== is.placement) this.place(watch, is, at);
    if (is.assigneeId && was.assigneeId !== is.assigneeId && is.placement === 'INBOX')
      this.tally.add('assigned', at, placeOf(is));
    if (is.status === 'CLOSED' && was.status !== 'CLOSED') this.close(watch, is, event);
    if (is.status !== 'CLOSED' && was.status === 'CLOSED') this.reopen(watch, is, event);
  }

  private limit({ kind, kept, agentId, undoneAt }: SlaOutcome, place: Place, at: number): void {
    const whose = { ...place, agentId: place.agentId || (agentId ?? '') };
    const by = undoneAt === undefined ? 1 : -1;
    this.tally.add(kept ? 'sla_kept' : 'sla_missed', undoneAt ?? at, whose, by, LIMITS[kind]);
  }

  private miss({ conversationId, inboxId, at, data }: Of): void {
    const kind = data['kind'] as SlaOutcome['kind'];
    const channelId = this.watches.get(conversationId)?.channelId;
    // What was there before anything was counted, and lay aside, has no clock that could run out.
    if (inboxId === null || channelId === undefined) return;
    this.tally.add('sla_missed', at, { inboxId, channelId, agentId: String(data['assigneeId'] ?? '') }, 1, LIMITS[kind]);
  }

  private end(event: Of): void {
    const { conversationId, at, data } = event;
    const was = factsIn(event, data['was']);
    if (!was) return;
    if (isOpen(was)) this.tally.open(at, placeOf(was), -1);
    const watch = this.watches.get(conversationId);
    if (watch?.newAt && data['undone'] === true) {
      if (was.assigneeId) this.tally.add('assigned', watch.newAt, placeOf(was), -1);
      this.notNew(watch);
    }
    this.watches.delete(conversationId);
    this.changed.delete(conversationId);
    this.gone.add(conversationId);
  }

  private ask({ conversationId, actor, at, data }: Of): void {
    const watch = this.watches.get(conversationId);
    if (!watch || watch.answered || watch.askedAt !== null) return;
    if (actor.kind !== 'CONTACT' || data['automatic'] || data['history'] || data['side']) return;
    watch.askedAt = at;
    this.changed.add(conversationId);
  }

  private answer({ conversationId, nodeId, actor, at, inboxId, data }: Of): void {
    const watch = this.watches.get(conversationId);
    if (!watch || watch.answered || inboxId === null) return;
    if (actor.kind === 'BOT' || data['automatic'] || data['history'] || data['side']) return;
    const agentId = actor.kind === 'USER' ? (actor.id ?? '') : '';
    this.changed.add(conversationId);
    if (WAITS.has(data['status']))
      watch.leaving = [...watch.leaving, { messageId: nodeId, agentId, at: data['sendAt'] ? null : at }];
    else this.answered(watch, at, { inboxId, channelId: watch.channelId, agentId });
  }

  private settle({ conversationId, nodeId, at, inboxId, data }: Of): void {
    const watch = this.watches.get(conversationId);
    const one = watch?.leaving.find(({ messageId }) => messageId === nodeId);
    if (!watch || !one || inboxId === null || WAITS.has(data['status'])) return;
    watch.leaving = watch.leaving.filter(({ messageId }) => messageId !== nodeId);
    this.changed.add(conversationId);
    if (data['status'] !== 'CANCELLED')
      this.answered(watch, one.at ?? at, { inboxId, channelId: watch.channelId, agentId: one.agentId });
  }

  private answered(watch: ReportWatch, at: number, place: Place): void {
    if (watch.askedAt !== null) this.tally.took('reply', watch.askedAt, at, place);
    Object.assign(watch, { answered: true, askedAt: null, leaving: [] });
  }

  private place(watch: ReportWatch, is: Facts, at: number): void {
    this.enter(watch, is, at);
    if (is.placement === 'FILTERED' || is.placement === 'SPAM') this.notNew(watch);
    if (is.placement === 'MERGED') Object.assign(watch, { answered: true, askedAt: null, leaving: [] });
  }

  private enter(watch: ReportWatch, is: Facts, at: number): void {
    if (is.placement !== 'INBOX' || watch.newAt !== null) return;
    Object.assign(watch, { newAt: at, newInboxId: is.inboxId });
    this.tally.add('new', at, newPlace(watch));
  }

  private notNew(watch: ReportWatch): void {
    if (!watch.newAt) return;
    this.tally.add('new', watch.newAt, newPlace(watch), -1);
    watch.newAt = null;
  }

  /** What is split off learns only then by which channel it came. */
  private rechannel(watch: ReportWatch, channelId: string): void {
    if (watch.newAt) this.tally.add('new', watch.newAt, newPlace(watch), -1);
    watch.channelId = channelId;
    if (watch.newAt) this.tally.add('new', watch.newAt, newPlace(watch));
  }

  private close(watch: ReportWatch, is: Facts, { actor, at, data }: Of): void {
    const since = watch.openSince;
    watch.openSince = null;
    if (is.placement !== 'INBOX') return;
    const byId = actor.kind === 'USER' ? actor.id : null;
    const place = { ...placeOf(is), agentId: is.assigneeId ?? byId ?? '' };
    this.tally.add('closed', at, place);
    const took = since === null ? { bucket: null, workBucket: null } : this.tally.took('closing', since, at, place);
    const limit = outcomesIn(data).find(({ kind }) => kind === 'CLOSING');
    watch.closing = { at, ...place, byId, since, ...took, kept: limit?.kept ?? null };
  }

  private reopen(watch: ReportWatch, is: Facts, { actor, at }: Of): void {
    const { closing } = watch;
    watch.closing = null;
    if (closing && closing.byId !== null && closing.byId === actor.id && at - closing.at <= OOPS_MS) {
      this.tally.add('closed', closing.at, closing, -1);
      if (closing.bucket !== null) this.tally.add('closing', closing.at, closing, -1, closing.bucket);
      if (closing.workBucket !== null) this.tally.add('closing_work', closing.at, closing, -1, closing.workBucket);
      if (closing.kept != null) this.tally.add(closing.kept ? 'sla_kept' : 'sla_missed', closing.at, closing, -1, LIMITS.CLOSING);
      watch.openSince = closing.since;
      return;
    }
    watch.openSince = at;
    if (is.placement === 'INBOX') this.tally.add('reopened', at, placeOf(is));
  }

  private watch(conversationId: string, { inboxId, channelId }: Facts): ReportWatch {
    const watch: ReportWatch = {
      conversationId,
      channelId: channelId ?? '',
      newAt: null,
      newInboxId: inboxId,
      openSince: null,
      askedAt: null,
      answered: false,
      leaving: [],
      closing: null,
    };
    this.watches.set(conversationId, watch);
    this.changed.add(conversationId);
    return watch;
  }

  /** One that was there before anything was counted: what went before is not known. */
  private unknown(conversationId: string, was: Facts): ReportWatch {
    const aside = was.placement === 'FILTERED' || was.placement === 'SPAM';
    return Object.assign(this.watch(conversationId, was), { answered: true, newAt: aside ? null : 0 });
  }
}

function factsIn({ inboxId }: JournalEvent, facts: unknown): Facts | null {
  return inboxId === null || typeof facts !== 'object' || facts === null ? null : { ...(facts as ConversationFacts), inboxId };
}

function outcomesIn(data: JournalEvent['data']): SlaOutcome[] {
  return (data['sla'] ?? []) as SlaOutcome[];
}

function isOpen({ placement, status }: Facts): boolean {
  return placement === 'INBOX' && status === 'OPEN';
}

function placeOf({ inboxId, channelId, assigneeId }: Facts): Place {
  return { inboxId, channelId: channelId ?? '', agentId: assigneeId ?? '' };
}

/** Nobody has it yet when it is new. */
function newPlace({ newInboxId, channelId }: ReportWatch): Place {
  return { inboxId: newInboxId, channelId, agentId: '' };
}
