import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { hoursOf } from '../working-hours/index.js';
import type { Targets } from './clock.js';
import { SlaPolicy } from './sla-policy.entity.js';

/** The policies of these inboxes, in no order; none of those that have never had one. */
export async function policiesOf(reader: Reader, inboxIds: readonly string[]): Promise<SlaPolicy[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT * FROM sla_policy WHERE inbox_id IN (${placeholders(inboxIds)})`;
  return fromRows(reader, SlaPolicy, await reader.query<Record<string, unknown>>(sql, inboxIds));
}

/** Writes a policy in the place of the one at `version`, 0 for none; false when it was changed since. */
export async function storePolicy(tx: Tx, policy: SlaPolicy, version: number): Promise<boolean> {
  if (version === 0) return (await insertRows(tx, SlaPolicy, [policy], 'ON CONFLICT DO NOTHING')) === 1;
  return (await updateRows(tx, SlaPolicy, { inboxId: policy.inboxId, version }, policy)) === 1;
}

/** The limits of an inbox with the hours that count; null when it has none. */
export async function readTargets(reader: Reader, inboxId: string): Promise<Targets | null> {
  const [policy] = await policiesOf(reader, [inboxId]);
  if (!policy || (policy.firstMinutes === null && policy.nextMinutes === null)) return null;
  const { firstMinutes, nextMinutes, counts } = policy;
  const [hours = null] = counts === 'WORKING' ? await hoursOf(reader, [inboxId]) : [];
  return { inboxId, firstMinutes, nextMinutes, hours };
}

const known = new WeakMap<Tx, Map<string, Promise<Targets | null>>>();

/** As `readTargets`, once for all that a unit changes. */
export function targetsIn(tx: Tx, inboxId: string): Promise<Targets | null> {
  let ofUnit = known.get(tx);
  if (!ofUnit) known.set(tx, (ofUnit = new Map()));
  let targets = ofUnit.get(inboxId);
  if (!targets) ofUnit.set(inboxId, (targets = readTargets(tx, inboxId)));
  return targets;
}

/** Lets a unit know the limits that somebody has read for several of them. */
export function knowTargets(tx: Tx, inboxId: string, targets: Targets | null): void {
  let ofUnit = known.get(tx);
  if (!ofUnit) known.set(tx, (ofUnit = new Map()));
  ofUnit.set(inboxId, Promise.resolve(targets));
}
