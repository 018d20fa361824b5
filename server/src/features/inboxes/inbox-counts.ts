import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { InboxCount } from './inbox-count.entity.js';

/** What the counts of an inbox depend on: the columns of a conversation that place it in views. */
export interface CountedConversation {
  inboxId: string;
  status: 'OPEN' | 'SNOOZED' | 'CLOSED';
  placement: 'INBOX' | 'FILTERED' | 'SPAM' | 'TRASH' | 'MERGED';
  assigneeUserId: string | null;
  assigneeTeamId: string | null;
  botControl: 'NONE' | 'BOT_ACTIVE' | 'HANDOFF_REQUESTED' | 'HUMAN_ACTIVE';
  viewId: string | null;
}

type Scope = InboxCount['scope'];

/** The counts that a conversation is part of; the one rule behind the kept counts and the recount. */
export function countsOf(conversation: CountedConversation): { scope: Scope; key: string }[] {
  if (conversation.placement === 'FILTERED') return [{ scope: 'filtered', key: '' }];
  if (conversation.placement !== 'INBOX' || conversation.status !== 'OPEN') return [];
  const { assigneeUserId: assignee, assigneeTeamId: team } = conversation;
  const counts: { scope: Scope; key: string }[] = [{ scope: 'open', key: '' }];
  if (assignee !== null) counts.push({ scope: 'assignee', key: assignee });
  if (team !== null) counts.push({ scope: 'team', key: team });
  if (assignee === null && team === null) counts.push({ scope: 'unassigned', key: '' });
  if (conversation.viewId !== null) counts.push({ scope: 'view', key: conversation.viewId });
  if (assignee === null && conversation.botControl === 'BOT_ACTIVE') counts.push({ scope: 'bots', key: '' });
  return counts;
}

/** Which inboxes a unit has told of already, so that it tells each once. */
const told = new WeakMap<Tx, Set<string>>();

/** Moves the kept counts from what a conversation was to what it is; null for one that was not there, or is gone. */
export async function applyCounts(tx: Tx, before: CountedConversation | null, after: CountedConversation | null): Promise<void> {
  const deltas = new Map<string, { inboxId: string; scope: Scope; key: string; delta: number }>();
  const add = (conversation: CountedConversation | null, delta: number): void => {
    if (!conversation) return;
    for (const { scope, key } of countsOf(conversation)) {
      const id = JSON.stringify([conversation.inboxId, scope, key]);
      const sum = (deltas.get(id)?.delta ?? 0) + delta;
      deltas.set(id, { inboxId: conversation.inboxId, scope, key, delta: sum });
    }
  };
  add(before, -1);
  add(after, 1);
  await addUp(tx, [...deltas.values()]);
}

/** Adds to kept counts, always in the same order, so that two units never wait for each other's rows. */
async function addUp(tx: Tx, deltas: readonly { inboxId: string; scope: Scope; key: string; delta: number }[]): Promise<void> {
  const keyed = deltas.map((one) => ({ ...one, id: JSON.stringify([one.inboxId, one.scope, one.key]) }));
  const changed = keyed.filter(({ delta }) => delta !== 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (changed.length === 0) return;
  const values = changed.flatMap(({ inboxId, scope, key, delta }) => [inboxId, scope, key, delta]);
  await tx.execute(
    `INSERT INTO inbox_count ("inbox_id", "scope", "key", "count") VALUES ${changed.map(() => '(?, ?, ?, ?)').join(', ')}
     ON CONFLICT ("inbox_id", "scope", "key") DO UPDATE SET "count" = inbox_count."count" + excluded."count"`,
    values,
  );
  for (const inboxId of new Set(changed.map((change) => change.inboxId))) tellOfCounts(tx, inboxId);
}

/** Puts right what a recount has found: by the difference, which stays right whatever has happened since. */
export async function mendCounts(tx: Tx, errors: readonly CountError[]): Promise<void> {
  await addUp(
    tx,
    errors.map(({ inboxId, scope, key, kept, counted }) => ({ inboxId, scope, key, delta: counted - kept })),
  );
}

function tellOfCounts(tx: Tx, inboxId: string): void {
  const inboxes = told.get(tx) ?? new Set<string>();
  told.set(tx, inboxes);
  if (inboxes.has(inboxId)) return;
  inboxes.add(inboxId);
  tx.emit({ type: 'inbox.counts', change: 'UPDATED', nodeId: inboxId, inboxId });
}

/** The kept counts of these inboxes that a viewer sees: his own among those by assignee. */
export async function keptCounts(reader: Reader, inboxIds: readonly string[], userId: string | null): Promise<InboxCount[]> {
  if (inboxIds.length === 0) return [];
  const rows = await reader.query<Record<string, unknown>>(
    `SELECT * FROM inbox_count WHERE inbox_id IN (${placeholders(inboxIds)}) AND ("scope" <> 'assignee' OR "key" = ?)`,
    [...inboxIds, userId ?? ''],
  );
  return fromRows(reader, InboxCount, rows);
}

/** How many open conversations each of these agents has, in all inboxes together: kept, not counted. */
export async function openCountsOf(reader: Reader, agentIds: readonly string[]): Promise<Map<string, number>> {
  if (agentIds.length === 0) return new Map();
  const rows = await reader.query<{ key: string; n: number | string }>(
    `SELECT "key", SUM("count") AS n FROM inbox_count WHERE "scope" = 'assignee' AND "key" IN (${placeholders(agentIds)}) GROUP BY "key"`,
    agentIds,
  );
  return new Map(rows.map((row) => [row.key, Number(row.n)]));
}

/** Takes away kept counts that are zero: a view without a row counts zero, too. */
export async function dropEmptyCounts(tx: Tx): Promise<void> {
  await tx.execute('DELETE FROM inbox_count WHERE "count" = 0');
}

/** A count that is kept wrong. */
export interface CountError {
  inboxId: string;
  scope: Scope;
  key: string;
  kept: number;
  counted: number;
}

/** A count of one scope, or the columns of conversations that are alike. */
interface Counted {
  part: 'kept' | 'counted';
  inboxId: string;
  scope: Scope | null;
  key: string | null;
  status: CountedConversation['status'];
  placement: CountedConversation['placement'];
  assigneeUserId: string | null;
  assigneeTeamId: string | null;
  botControl: CountedConversation['botControl'];
  viewId: string | null;
  count: number | string;
}

/**
 * Counts all conversations anew, or those of one inbox, and answers where the kept counts differ: none, unless there is a bug. Both are
 * read by one statement, so that what happens meanwhile is in both or in none. Slow, so never part of a request.
 */
export async function recountInboxes(reader: Reader, inboxId?: string): Promise<CountError[]> {
  const where = inboxId === undefined ? '' : 'WHERE inbox_id = ?';
  const rows = await reader.query<Counted>(
    `SELECT 'counted' AS part, inbox_id AS "inboxId", NULL AS "scope", NULL AS "key", status, placement,
            assignee_user_id AS "assigneeUserId", assignee_team_id AS "assigneeTeamId", bot_control AS "botControl",
            view_id AS "viewId", COUNT(*) AS "count"
     FROM conversation ${where}
     GROUP BY inbox_id, status, placement, assignee_user_id, assignee_team_id, bot_control, view_id
     UNION ALL
     SELECT 'kept', inbox_id, "scope", "key", NULL, NULL, NULL, NULL, NULL, NULL, "count" FROM inbox_count ${where}`,
    inboxId === undefined ? [] : [inboxId, inboxId],
  );
  const errors = new Map<string, CountError>();
  const entry = (row: Counted, scope: Scope, key: string): CountError => {
    const id = JSON.stringify([row.inboxId, scope, key]);
    const made = errors.get(id) ?? { inboxId: row.inboxId, scope, key, kept: 0, counted: 0 };
    errors.set(id, made);
    return made;
  };
  for (const row of rows) {
    if (row.part === 'counted') for (const { scope, key } of countsOf(row)) entry(row, scope, key).counted += Number(row.count);
    else if (row.scope !== null) entry(row, row.scope, row.key ?? '').kept += Number(row.count);
  }
  return [...errors.values()].filter((error) => error.kept !== error.counted);
}
