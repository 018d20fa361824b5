import { createHash } from 'node:crypto';
import type { AuditAction } from '../../generated/graphql.js';
import type { Principal } from '../../kernel/access.js';
import { type ActorRef, actorOf } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { insertRows } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { type AuditChange, AuditEntry } from './audit-entry.entity.js';

/** One thing that was done. */
export interface NewAuditEntry {
  action: AuditAction;
  object?: { id: string; name: string | null } | null;
  changes?: readonly AuditChange[];
}

/** Writes what was done to the audit log, in the transaction that did it: the one way into it (G9 57). */
export async function audit(tx: Tx, ...entries: readonly NewAuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const [head] = await tx.query<{ seq: number | string; hash: string }>(
    'UPDATE audit_head SET seq = seq + ? WHERE id = 1 RETURNING seq, hash',
    [entries.length],
  );
  if (!head) throw new Error('The audit log has lost its head');
  const actor = actorOf(tx.ctx.principal);
  const first = Number(head.seq) - entries.length + 1;
  let hash = head.hash;
  const rows = entries.map(({ action, object, changes }, index): AuditEntry => {
    const row: Omit<AuditEntry, 'hash'> = {
      id: newId('auditEntry'),
      seq: first + index,
      at: tx.now,
      actorKind: actor.kind === 'USER' || actor.kind === 'INTEGRATION' ? actor.kind : 'SYSTEM',
      actorId: actor.id,
      actorName: nameOf(tx.ctx.principal, actor),
      action,
      objectId: object?.id ?? null,
      objectName: object?.name ?? null,
      names: `${nameOf(tx.ctx.principal, actor)}\n${object?.name ?? ''}`.toLowerCase(),
      changes: [...(changes ?? [])],
      ip: tx.ctx.ip ?? null,
      correlationId: tx.ctx.correlationId,
    };
    hash = chained(hash, row);
    return { ...row, hash };
  });
  await insertRows(tx, AuditEntry, rows);
  await tx.execute('UPDATE audit_head SET hash = ? WHERE id = 1', [hash]);
}

/** Both names where a plugin acted in somebody's, or he himself by a personal token. */
function nameOf(principal: Principal, { name }: ActorRef): string {
  const by = principal.kind === 'user' ? (principal.via ?? principal.token) : undefined;
  return by ? `${name} (${by.name})` : name;
}

/** The hash of an entry, which holds that of the one before it. */
export function chained(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { id, seq, at, actorKind, actorId, actorName, action, objectId, objectName, changes, ip, correlationId } = entry;
  const said = [before, id, seq, at, actorKind, actorId, actorName, action, objectId, objectName, changes, ip, correlationId];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** What differs of a row between before and after, for these fields. */
export function changesOf<Row extends object>(
  before: Row | null,
  after: Row,
  fields: readonly (keyof Row & string)[],
): AuditChange[] {
  return fields.flatMap((field) => {
    const [was, became] = [before?.[field] ?? null, after[field] ?? null];
    return JSON.stringify(was) === JSON.stringify(became) ? [] : [{ field, before: was, after: became }];
  });
}
