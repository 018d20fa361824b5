import { canInInbox } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import type { Tx } from '../../kernel/uow.js';
import type { Inbox } from './inbox.entity.js';
import { findInbox } from './inbox.repository.js';

/** The inbox, if the asker may change its settings; else NOT_FOUND or FORBIDDEN (S84). */
export async function requireManaged(tx: Tx, inboxId: string): Promise<Inbox> {
  const { principal } = tx.ctx;
  const inbox = canInInbox(principal, 'view', inboxId) ? await findInbox(tx, inboxId) : null;
  if (!inbox) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxId'] });
  if (canInInbox(principal, 'manage', inboxId)) return inbox;
  throw new DomainError('FORBIDDEN', 'Only those who manage this inbox change its settings.', { path: ['inboxId'] });
}

/** Tells that a setting of the inbox has changed, which is no matter of who may see it. */
export function tellOfInbox(tx: Tx, inboxId: string): void {
  const data = { accessChanged: false };
  tx.emit({ type: 'inbox.updated', change: 'UPDATED', nodeId: inboxId, inboxId: null, audience: 'agents', data });
}
