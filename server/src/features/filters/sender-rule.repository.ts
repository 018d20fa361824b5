import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { actorOf } from '../../kernel/context.js';
import { SenderRule } from './sender-rule.entity.js';

type Raw = Record<string, unknown>;

/** A sender as rules know him. */
export interface Sender {
  kind: string;
  value: string;
}

/** `@domain`, as a rule about everybody there is kept; null for an identity without one. */
function domainKey({ kind, value }: Sender): string | null {
  const key = identityKey(kind, value);
  const at = key.lastIndexOf('@');
  return at < 0 ? null : key.slice(at);
}

const STRICTEST: readonly SenderRule['kind'][] = ['BLOCK', 'DENY', 'ALLOW'];

/** What was decided about a sender: about his address before his domain, and a block above all (S25). */
export async function ruleAbout(reader: Reader, inboxId: string, sender: Sender): Promise<SenderRule | null> {
  const key = identityKey(sender.kind, sender.value);
  const keys = [key, domainKey(sender)].filter((one) => one !== null);
  const rows = await reader.query<Raw>(
    `SELECT * FROM sender_rule WHERE inbox_id = ? AND identity_kind = ? AND value_key IN (${placeholders(keys)})`,
    [inboxId, sender.kind, ...keys],
  );
  const rules = fromRows(reader, SenderRule, rows);
  return (
    rules.find(({ kind }) => kind === 'BLOCK') ??
    rules.find(({ valueKey }) => valueKey === key) ??
    rules.toSorted((a, b) => STRICTEST.indexOf(a.kind) - STRICTEST.indexOf(b.kind))[0] ??
    null
  );
}

/** As SQL: whether anything was decided about senders in the inbox `i`. */
export const HAS_SENDER_RULES = 'EXISTS (SELECT 1 FROM sender_rule r WHERE r.inbox_id = i.id)';

/** What is decided about a sender. */
export interface Decision {
  inboxId: string;
  kind: SenderRule['kind'];
  identityKind: string;
  value: string;
  contactId?: string | null;
}

const DECIDED = ['id', 'kind', 'value', 'contact_id', 'created_by_id', 'created_by_name', 'created_at'];
const INSTEAD = `ON CONFLICT (inbox_id, identity_kind, value_key) DO UPDATE SET ${DECIDED.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** Keeps a decision, in the place of an earlier one about the same sender. */
export async function decide(tx: Tx, decision: Decision): Promise<SenderRule> {
  const actor = actorOf(tx.ctx.principal);
  const rule: SenderRule = {
    id: newId('senderRule'),
    inboxId: decision.inboxId,
    kind: decision.kind,
    identityKind: decision.identityKind,
    value: decision.value,
    valueKey: identityKey(decision.identityKind, decision.value),
    contactId: decision.contactId ?? null,
    createdById: actor.id,
    createdByName: actor.name,
    createdAt: tx.now,
  };
  // One statement, so that two who decide about the same sender at once do not meet in between.
  await insertRows(tx, SenderRule, [rule], INSTEAD);
  tellOfRules(tx, rule.inboxId);
  return rule;
}

/** Takes decisions back; answers how many there were. */
export async function undecide(tx: Tx, inboxId: string, ruleIds: readonly string[]): Promise<number> {
  if (ruleIds.length === 0) return 0;
  const count = await tx.execute(`DELETE FROM sender_rule WHERE id IN (${placeholders(ruleIds)})`, ruleIds);
  if (count > 0) tellOfRules(tx, inboxId);
  return count;
}

export async function findRule(reader: Reader, id: string): Promise<SenderRule | null> {
  return fromRows(reader, SenderRule, await reader.query<Raw>('SELECT * FROM sender_rule WHERE id = ?', [id]))[0] ?? null;
}

/** What was decided about exactly these addresses. */
export async function rulesAbout(
  reader: Reader,
  inboxId: string,
  identities: readonly { kind: string; valueKey: string }[],
): Promise<SenderRule[]> {
  if (identities.length === 0) return [];
  const pairs = identities.map(() => '(?, ?)').join(', ');
  const rows = await reader.query<Raw>(
    `SELECT * FROM sender_rule WHERE inbox_id = ? AND (identity_kind, value_key) IN (VALUES ${pairs})`,
    [inboxId, ...identities.flatMap(({ kind, valueKey }) => [kind, valueKey])],
  );
  return fromRows(reader, SenderRule, rows);
}

/** A part of the list of an inbox. */
export interface RulePage {
  inboxId: string;
  kind: SenderRule['kind'] | null;
  before: string | null;
  limit: number;
}

/** Those of an inbox, newest first. */
export async function listRules(reader: Reader, { inboxId, kind, before, limit }: RulePage): Promise<SenderRule[]> {
  const where = ['inbox_id = ?', ...(kind ? ['kind = ?'] : []), ...(before ? ['id < ?'] : [])].join(' AND ');
  const values = [inboxId, ...(kind ? [kind] : []), ...(before ? [before] : []), limit];
  const rows = await reader.query<Raw>(`SELECT * FROM sender_rule WHERE ${where} ORDER BY id DESC LIMIT ?`, values);
  return fromRows(reader, SenderRule, rows);
}

/** The blocks that stand against contacts. */
export async function blocksOf(reader: Reader, contactIds: readonly string[]): Promise<SenderRule[]> {
  if (contactIds.length === 0) return [];
  const sql = `SELECT * FROM sender_rule WHERE kind = 'BLOCK' AND contact_id IN (${placeholders(contactIds)}) ORDER BY id`;
  return fromRows(reader, SenderRule, await reader.query<Raw>(sql, contactIds));
}

function tellOfRules(tx: Tx, inboxId: string): void {
  tx.emit({ type: 'inbox.senderRules', change: 'UPDATED', nodeId: inboxId, inboxId });
}
