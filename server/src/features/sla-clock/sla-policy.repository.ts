import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { hoursOf } from '../working-hours/index.js';
import type { Targets } from './clock.js';
import { SlaPolicy } from './sla-policy.entity.js';

/** The limits of an inbox by channel; under the empty one those of all others. */
export type InboxTargets = ReadonlyMap<string, Targets>;

/** The policies of these inboxes, of each that for all channels first. */
export async function policiesOf(reader: Reader, inboxIds: readonly string[]): Promise<SlaPolicy[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT * FROM sla_policy WHERE inbox_id IN (${placeholders(inboxIds)}) ORDER BY inbox_id, channel_id`;
  return fromRows(reader, SlaPolicy, await reader.query<Record<string, unknown>>(sql, inboxIds));
}

/** Writes a policy in the place of the one at `version`, 0 for none; false when it was changed since. */
export async function storePolicy(tx: Tx, policy: SlaPolicy, version: number): Promise<boolean> {
  if (version === 0) return (await insertRows(tx, SlaPolicy, [policy], 'ON CONFLICT DO NOTHING')) === 1;
  const { inboxId, channelId } = policy;
  return (await updateRows(tx, SlaPolicy, { inboxId, channelId, version }, policy)) === 1;
}

/** Takes a policy away; false when it was changed since. */
export async function removePolicy(tx: Tx, { inboxId, channelId, version }: SlaPolicy): Promise<boolean> {
  const sql = 'DELETE FROM sla_policy WHERE inbox_id = ? AND channel_id = ? AND version = ?';
  return (await tx.execute(sql, [inboxId, channelId, version])) === 1;
}

/** All limits of an inbox, with the hours that count; null when it has none. */
export async function readTargets(reader: Reader, inboxId: string): Promise<InboxTargets | null> {
  const policies = await policiesOf(reader, [inboxId]);
  const limited = policies.filter((one) => (one.firstMinutes ?? one.nextMinutes ?? one.closingMinutes) !== null);
  if (limited.length === 0) return null;
  const works = limited.some(({ counts }) => counts === 'WORKING');
  const [hours = null] = works ? await hoursOf(reader, [inboxId]) : [];
  const targets = policies.map(({ channelId, firstMinutes, nextMinutes, closingMinutes, counts }): [string, Targets] => {
    const limits = { inboxId, firstMinutes, nextMinutes, closingMinutes };
    return [channelId, { ...limits, hours: counts === 'WORKING' ? hours : null }];
  });
  return new Map(targets);
}

/** Those for what began by a channel. */
export function targetsFor(targets: InboxTargets | null, channelId: string | null): Targets | null {
  return targets?.get(channelId ?? '') ?? targets?.get('') ?? null;
}

const known = new WeakMap<Tx, Map<string, Promise<InboxTargets | null>>>();

function ofUnit(tx: Tx): Map<string, Promise<InboxTargets | null>> {
  let inboxes = known.get(tx);
  if (!inboxes) known.set(tx, (inboxes = new Map()));
  return inboxes;
}

/** Those for a conversation, read once for all that a unit changes. */
export async function targetsIn(
  tx: Tx,
  { inboxId, originalChannelId }: { inboxId: string; originalChannelId: string | null },
): Promise<Targets | null> {
  const inboxes = ofUnit(tx);
  let targets = inboxes.get(inboxId);
  if (!targets) inboxes.set(inboxId, (targets = readTargets(tx, inboxId)));
  return targetsFor(await targets, originalChannelId);
}

/** Lets a unit know the limits that somebody has read for several of them. */
export function knowTargets(tx: Tx, inboxId: string, targets: InboxTargets | null): void {
  ofUnit(tx).set(inboxId, Promise.resolve(targets));
}
