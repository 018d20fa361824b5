import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Workspace } from './workspace.entity.js';

/** How far the first run has come: what the set-up page asks for next. */
export type SetupState = Workspace['setupState'];

/** The one row; null before the first run. */
export async function findWorkspace(reader: Reader): Promise<Workspace | null> {
  const rows = await reader.query<Record<string, unknown>>('SELECT * FROM workspace LIMIT 1');
  return fromRows(reader, Workspace, rows)[0] ?? null;
}

/** Writes the one row; a second call is a bug of the caller. */
export async function insertWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await insertRows(tx, Workspace, [workspace]);
}

/** Changes the one row and counts its version up. */
export async function updateWorkspace(
  tx: Tx,
  workspace: Workspace,
  patch: Partial<Omit<Workspace, 'id' | 'lastConversationNumber' | 'createdAt' | 'updatedAt' | 'version'>>,
): Promise<Workspace> {
  const changed = { ...patch, updatedAt: tx.now, version: workspace.version + 1 };
  await updateRows(tx, Workspace, { id: workspace.id }, changed);
  return { ...workspace, ...changed };
}

/** Units that call it run one after the other until they end: for rules about the workspace as a whole, such as its limits. */
export async function lockWorkspace(tx: Tx): Promise<void> {
  await tx.execute('UPDATE workspace SET version = version');
}

/** The next number that people quote (#1182); atomic, and given back when the unit rolls back. */
export async function nextConversationNumber(tx: Tx): Promise<number> {
  const rows = await tx.query<{ number: number }>(
    'UPDATE workspace SET last_conversation_number = last_conversation_number + 1 RETURNING last_conversation_number AS number',
  );
  if (!rows[0]) throw new Error('There is no workspace yet: the first run makes it.');
  return rows[0].number;
}

/** Counts conversations from 1 again, when there are none. */
export async function restartConversationNumbers(tx: Tx): Promise<void> {
  await tx.execute('UPDATE workspace SET last_conversation_number = 0 WHERE NOT EXISTS (SELECT 1 FROM conversation)');
}
