import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { CONVERSATION_SIGNALS, type ConversationSignal } from '../../kernel/conversation-signals.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { type Signal, Signals } from '../../kernel/signals.js';
import { VisitorSignals } from '../visitors/index.js';
import type { ChangeScope } from './change-rules.js';
import { JournalTail } from './journal-tail.js';
import { mayChangeRights } from './change-rules.js';
import type { Subscriber } from './subscriber.js';

/** What a reader who is slow may miss: the oldest ones go first. */
const KEPT = 100;

/** A signal in the form of the schema; `agent` and `contact` are loaded by their own resolvers. */
export type SignalRow = Omit<ConversationSignal, 'inboxId'>;

/** Typing and viewing: told to who is there, kept nowhere. */
@Injectable()
export class SignalService {
  constructor(
    private readonly signals: Signals,
    private readonly nodes: NodeRegistry,
    private readonly tail: JournalTail,
    private readonly visitors: VisitorSignals,
  ) {}

  /** True when it was passed on: only a person signals, and only about a conversation that he may see. */
  async send(gql: GqlContext, conversationId: string, kind: ConversationSignal['kind'], active: boolean): Promise<boolean> {
    const { principal } = gql.ctx;
    if (principal.kind !== 'user' || kind === 'ONLINE') return false;
    const conversation = (await this.nodes.find('conversation')?.load(gql, conversationId)) as
      { inboxId: string } | null | undefined;
    if (!conversation) return false;
    const { inboxId } = conversation;
    const signal: ConversationSignal = { kind, active, conversationId, agentId: principal.userId, contactId: null, inboxId };
    this.signals.publish({ topic: CONVERSATION_SIGNALS, data: { ...signal } });
    // Only who may answer is seen to write by the other side.
    if (kind === 'TYPING' && canInInbox(principal, 'act', inboxId)) this.visitors.typing(conversationId, active);
    return true;
  }

  /** The signals that a subscriber may see, as they come. */
  async *follow(subscriber: Subscriber, scope: ChangeScope, ending: AbortSignal): AsyncGenerator<SignalRow> {
    const waiting: ConversationSignal[] = [];
    let wake: () => void = () => undefined;
    let stale = false;
    const stops = [
      this.signals.subscribe(CONVERSATION_SIGNALS, (signal: Signal) => {
        waiting.push(signal.data as unknown as ConversationSignal);
        if (waiting.length > KEPT) waiting.shift();
        wake();
      }),
      this.tail.onEvent((event) => {
        stale ||= mayChangeRights(subscriber.ids, event);
      }),
    ];
    ending.addEventListener('abort', () => wake(), { once: true });
    try {
      while (!ending.aborted) {
        const next = waiting.shift();
        if (!next) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        subscriber.nextEvent();
        if (stale) {
          stale = false;
          await subscriber.reload();
        }
        if (inScope(scope, next) && canInInbox(subscriber.ctx.principal, 'view', next.inboxId)) yield rowOf(next);
      }
    } finally {
      for (const stop of stops) stop();
    }
  }
}

function inScope(scope: ChangeScope, wire: ConversationSignal): boolean {
  if (scope.conversationId) return scope.conversationId === wire.conversationId;
  if (scope.inboxIds) return scope.inboxIds.includes(wire.inboxId);
  return scope.all === true;
}

function rowOf({ inboxId: _, ...row }: ConversationSignal): SignalRow {
  return row;
}
