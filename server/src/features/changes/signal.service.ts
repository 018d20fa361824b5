import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { type Signal, Signals } from '../../kernel/signals.js';
import type { ChangeScope } from './change-rules.js';
import { JournalTail } from './journal-tail.js';
import { mayChangeRights } from './change-rules.js';
import type { Subscriber } from './subscriber.js';

const TOPIC = 'conversation';
/** What a reader who is slow may miss: the oldest ones go first. */
const KEPT = 100;

/** A signal in the form of the schema; `agent` is loaded by its own resolver. */
export interface SignalRow {
  kind: 'TYPING' | 'VIEWING';
  active: boolean;
  conversationId: string;
  agentId: string;
}
interface Wire extends SignalRow {
  inboxId: string;
}

/** Typing and viewing: told to who is there, kept nowhere. */
@Injectable()
export class SignalService {
  constructor(
    private readonly signals: Signals,
    private readonly nodes: NodeRegistry,
    private readonly tail: JournalTail,
  ) {}

  /** True when it was passed on: only a person signals, and only about a conversation that he may see. */
  async send(gql: GqlContext, conversationId: string, kind: SignalRow['kind'], active: boolean): Promise<boolean> {
    const { principal } = gql.ctx;
    if (principal.kind !== 'user') return false;
    const conversation = (await this.nodes.find('conversation')?.load(gql, conversationId)) as
      { inboxId: string } | null | undefined;
    if (!conversation) return false;
    const wire: Wire = { kind, active, conversationId, agentId: principal.userId, inboxId: conversation.inboxId };
    this.signals.publish({ topic: TOPIC, data: { ...wire } });
    return true;
  }

  /** The signals that a subscriber may see, as they come. */
  async *follow(subscriber: Subscriber, scope: ChangeScope, ending: AbortSignal): AsyncGenerator<SignalRow> {
    const waiting: Wire[] = [];
    let wake: () => void = () => undefined;
    let stale = false;
    const stops = [
      this.signals.subscribe(TOPIC, (signal: Signal) => {
        waiting.push(signal.data as unknown as Wire);
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

function inScope(scope: ChangeScope, wire: Wire): boolean {
  if (scope.conversationId) return scope.conversationId === wire.conversationId;
  if (scope.inboxIds) return scope.inboxIds.includes(wire.inboxId);
  return scope.all === true;
}

function rowOf({ kind, active, conversationId, agentId }: Wire): SignalRow {
  return { kind, active, conversationId, agentId };
}
