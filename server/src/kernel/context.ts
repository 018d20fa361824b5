import type { Principal } from './access.js';

/** Who asks, and under which ids it is traced; the first parameter of every use case. */
export interface Ctx {
  readonly principal: Principal;
  /** One id from the request or webhook through events and jobs to the log. */
  readonly correlationId: string;
  /** The client's own id of its mutation, echoed in `Change.operationId`. */
  readonly operationId?: string;
  /** From where the request came, for the audit log. */
  readonly ip?: string;
}

/** The actor as it is kept with events and messages. */
export interface ActorRef {
  kind: 'USER' | 'CONTACT' | 'BOT' | 'SYSTEM' | 'INTEGRATION';
  id: string | null;
  name: string;
}

/** The principal as the actor of what it does. */
export function actorOf(principal: Principal): ActorRef {
  switch (principal.kind) {
    case 'user':
      return { kind: 'USER', id: principal.userId, name: principal.name };
    case 'integration':
      return { kind: principal.bot ? 'BOT' : 'INTEGRATION', id: principal.tokenId, name: principal.name };
    case 'system':
      return { kind: 'SYSTEM', id: principal.ruleId ?? null, name: principal.name };
  }
}
