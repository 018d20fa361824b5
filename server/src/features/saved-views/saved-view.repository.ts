import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { SavedView, type SavedViewList } from './saved-view.entity.js';
import { SavedViewPlace } from './saved-view-place.entity.js';

type Raw = Record<string, unknown>;

/** Which views a person sees; takes his id twice. The ids of nobody are empty: who is no person sees those for all. */
const VISIBLE = `(v.audience = 'ALL' OR (v.audience = 'PRIVATE' AND v.owner_user_id = ?)
  OR (v.audience = 'TEAM' AND v.team_id IN (SELECT t.team_id FROM team_member t WHERE t.user_id = ?)))`;

/** The views of a list that a person sees, in his order; what he never placed comes last, oldest first. */
export async function listSavedViews(reader: Reader, userId: string, list: SavedViewList, limit: number): Promise<SavedView[]> {
  const rows = await reader.query<Raw>(
    `SELECT v.* FROM saved_view v LEFT JOIN saved_view_place p ON p.view_id = v.id AND p.user_id = ?
     WHERE v.list = ? AND ${VISIBLE} ORDER BY CASE WHEN p.position IS NULL THEN 1 ELSE 0 END, p.position, v.created_at, v.id LIMIT ?`,
    [userId, list, userId, userId, limit],
  );
  return fromRows(reader, SavedView, rows);
}

/** A view, if this person sees it. */
export async function findVisibleView(reader: Reader, id: string, userId: string): Promise<SavedView | null> {
  const rows = await reader.query<Raw>(`SELECT v.* FROM saved_view v WHERE v.id = ? AND ${VISIBLE}`, [id, userId, userId]);
  return fromRows(reader, SavedView, rows)[0] ?? null;
}

/** Whether the id is taken by a view of anybody. */
export async function viewExists(reader: Reader, id: string): Promise<boolean> {
  return (await reader.query('SELECT 1 AS one FROM saved_view WHERE id = ?', [id])).length > 0;
}

export async function countOwned(reader: Reader, userId: string, list: SavedViewList): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM saved_view WHERE owner_user_id = ? AND list = ?';
  const [row] = await reader.query<{ n: number | string }>(sql, [userId, list]);
  return Number(row?.n ?? 0);
}

export async function insertView(tx: Tx, view: SavedView): Promise<void> {
  await insertRows(tx, SavedView, [view]);
}

/** False when it was changed since `version`. */
export async function updateView(tx: Tx, id: string, version: number, patch: Partial<SavedView>): Promise<boolean> {
  return (await updateRows(tx, SavedView, { id, version }, patch)) === 1;
}

export async function deleteView(tx: Tx, id: string, version: number): Promise<boolean> {
  return (await tx.execute('DELETE FROM saved_view WHERE id = ? AND version = ?', [id, version])) === 1;
}

/** Places the views of a list for a person; those that he does not see are left out, and places of views that are gone go. */
export async function placeViews(tx: Tx, userId: string, list: SavedViewList, ids: readonly string[]): Promise<void> {
  await tx.execute(
    'DELETE FROM saved_view_place WHERE user_id = ? AND view_id NOT IN (SELECT v.id FROM saved_view v WHERE v.list <> ?)',
    [userId, list],
  );
  if (ids.length === 0) return;
  const seen = await tx.query<{ id: string }>(
    `SELECT v.id FROM saved_view v WHERE v.id IN (${placeholders(ids)}) AND v.list = ? AND ${VISIBLE}`,
    [...ids, list, userId, userId],
  );
  const known = new Set(seen.map(({ id }) => id));
  const places = [...new Set(ids)].filter((id) => known.has(id)).map((viewId, position) => ({ userId, viewId, position }));
  await insertRows(tx, SavedViewPlace, places);
}

/** Whether somebody is in a team that is there. */
export async function isInTeam(reader: Reader, userId: string, teamId: string): Promise<boolean> {
  const sql = `SELECT 1 AS one FROM team_member m JOIN team t ON t.id = m.team_id
    WHERE m.user_id = ? AND m.team_id = ? AND t.deleted_at IS NULL`;
  return (await reader.query(sql, [userId, teamId])).length > 0;
}
