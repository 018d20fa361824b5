import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { RoutingDecision } from './routing-decision.entity.js';
import { RoutingRule } from './routing-rule.entity.js';

type Raw = Record<string, unknown>;
/** How many decisions about one conversation are shown. */
const SHOWN = 20;

/** The rules of these inboxes, that for all channels first. */
export async function rulesOf(reader: Reader, inboxIds: readonly string[]): Promise<RoutingRule[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT * FROM routing_rule WHERE inbox_id IN (${placeholders(inboxIds)}) ORDER BY inbox_id, channel_id`;
  return fromRows(reader, RoutingRule, await reader.query<Raw>(sql, inboxIds));
}

/** All rules that hand something out. */
export async function handingOut(reader: Reader): Promise<RoutingRule[]> {
  return fromRows(reader, RoutingRule, await reader.query<Raw>("SELECT * FROM routing_rule WHERE mode <> 'UNASSIGNED'"));
}

/** Whether anybody has said how an inbox hands out its conversations. */
export async function hasRouting(reader: Reader, inboxId: string): Promise<boolean> {
  const sql = "SELECT inbox_id FROM routing_rule WHERE inbox_id = ? AND mode <> 'UNASSIGNED' LIMIT 1";
  return (await reader.query(sql, [inboxId])).length > 0;
}

/** The rule for what came by a channel: its own, else that of the inbox. */
export async function ruleFor(reader: Reader, inboxId: string, channelId: string | null): Promise<RoutingRule | null> {
  const sql = 'SELECT * FROM routing_rule WHERE inbox_id = ? AND channel_id IN (?, ?) ORDER BY channel_id DESC LIMIT 1';
  return fromRows(reader, RoutingRule, await reader.query<Raw>(sql, [inboxId, channelId ?? '', '']))[0] ?? null;
}

/** Puts these in the place of the rules of an inbox at `version`, 0 for none; false when they were changed since. */
export async function replaceRules(tx: Tx, inboxId: string, rules: readonly RoutingRule[], version: number): Promise<boolean> {
  const gone = await tx.execute('DELETE FROM routing_rule WHERE inbox_id = ? AND version = ?', [inboxId, version]);
  if (version > 0 && gone === 0) return false;
  return (await insertRows(tx, RoutingRule, rules, 'ON CONFLICT DO NOTHING')) === rules.length;
}

export async function keepTurn(tx: Tx, { inboxId, channelId }: RoutingRule, lastAgentId: string): Promise<void> {
  await updateRows(tx, RoutingRule, { inboxId, channelId }, { lastAgentId });
}

export async function insertDecision(tx: Tx, decision: RoutingDecision): Promise<void> {
  await insertRows(tx, RoutingDecision, [decision]);
}

/** What was decided about a conversation, newest first. */
export async function decisionsOf(reader: Reader, conversationId: string, limit = SHOWN): Promise<RoutingDecision[]> {
  const sql = 'SELECT * FROM routing_decision WHERE conversation_id = ? ORDER BY id DESC LIMIT ?';
  return fromRows(reader, RoutingDecision, await reader.query<Raw>(sql, [conversationId, limit]));
}

/** Who is next in line for a rule; one that another unit is about to hand out is passed over, so that nobody waits and nothing goes out twice. */
export async function nextInLine(tx: Tx, rule: RoutingRule): Promise<string | null> {
  const own = rule.channelId !== '';
  const others = 'SELECT channel_id FROM routing_rule WHERE inbox_id = ?';
  const scope = own ? 'original_channel_id = ?' : `(original_channel_id IS NULL OR original_channel_id NOT IN (${others}))`;
  const lock = tx.dialect === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : '';
  const [row] = await tx.query<{ id: string }>(
    `SELECT id FROM conversation WHERE inbox_id = ? AND queued_at IS NOT NULL AND ${scope} ORDER BY queued_at, id LIMIT 1${lock}`,
    [rule.inboxId, own ? rule.channelId : rule.inboxId],
  );
  return row?.id ?? null;
}
