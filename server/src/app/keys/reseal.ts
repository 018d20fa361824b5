import type { ObjectLiteral } from 'typeorm';
import type { Ctx } from '../../kernel/context.js';
import { fromRows } from '../../kernel/rows.js';
import { type SealedColumn, sealedColumns } from '../../kernel/sealed.js';
import type { SecretBox } from '../../kernel/secrets.js';
import type { Tx, UnitOfWork } from '../../kernel/uow.js';
import { ENTITIES } from '../entities.js';

/** How many rows are locked at once. */
const BATCH = 100;
type Row = Record<string, unknown>;

/** What became of what was sealed with older keys. */
export interface Resealed {
  /** Sealed with the current key now. */
  rows: number;
  /** Opens with no key, as it was changed or moved to another row; left as it is. */
  damaged: number;
}

/** Seals with the current key whatever the keys of these ids have sealed, in batches that are committed one by one. */
export async function reseal(uow: UnitOfWork, ctx: Ctx, box: SecretBox, olderIds: readonly string[]): Promise<Resealed> {
  const all: Resealed = { rows: 0, damaged: 0 };
  for (const column of sealedColumns(ENTITIES))
    for (const id of olderIds) {
      const done = await resealColumn(uow, ctx, box, column, `v1.${id}.%`);
      all.rows += done.rows;
      all.damaged += done.damaged;
    }
  return all;
}

async function resealColumn(uow: UnitOfWork, ctx: Ctx, box: SecretBox, column: SealedColumn, like: string): Promise<Resealed> {
  const { table, keys, text } = namesOf(uow, column);
  const list = keys.map(quoted).join(', ');
  const places = await uow.reader.query<Row>(
    `SELECT ${list} FROM ${quoted(table)} WHERE ${quoted(text)} LIKE ? ORDER BY ${list}`,
    [like],
  );
  const done: Resealed = { rows: 0, damaged: 0 };
  for (let from = 0; from < places.length; from += BATCH) {
    const slice = places.slice(from, from + BATCH);
    const each = `(${keys.map((key) => `${quoted(key)} = ?`).join(' AND ')})`;
    const where = `${quoted(text)} LIKE ? AND (${slice.map(() => each).join(' OR ')})`;
    const values = [like, ...slice.flatMap((place) => keys.map((key) => place[key]))];
    const batch = await uow.run(ctx, async (tx) => {
      const rows = await tx.query<Row>(`SELECT * FROM ${quoted(table)} WHERE ${where}`, values);
      return resealRows(tx, box, column, rows);
    });
    done.rows += batch.rows;
    done.damaged += batch.damaged;
  }
  return done;
}

async function resealRows(tx: Tx, box: SecretBox, column: SealedColumn, rows: readonly Row[]): Promise<Resealed> {
  const { table, keys, text } = namesOf(tx, column);
  const done: Resealed = { rows: 0, damaged: 0 };
  for (const [n, row] of fromRows<ObjectLiteral>(tx, column.entity, rows).entries()) {
    const raw = rows[n]!;
    const was = raw[text] as string;
    const renewed = again(box, was, column.placeOf(row));
    if (renewed === null) {
      done.damaged++;
      continue;
    }
    const where = [...keys, text].map((key) => `${quoted(key)} = ?`).join(' AND ');
    // What somebody has changed since it was read is sealed with the new key already.
    done.rows += await tx.execute(`UPDATE ${quoted(table)} SET ${quoted(text)} = ? WHERE ${where}`, [
      renewed,
      ...keys.map((key) => raw[key]),
      was,
    ]);
  }
  return done;
}

function again(box: SecretBox, sealed: string, place: string | null): string | null {
  if (place === null) return null;
  try {
    return box.seal(box.open(sealed, place), place);
  } catch {
    return null;
  }
}

function namesOf(of: Tx | UnitOfWork, { entity, property }: SealedColumn): { table: string; keys: string[]; text: string } {
  const { manager } = 'reader' in of ? of.reader : of;
  const metadata = manager.dataSource.getMetadata(entity);
  const text = metadata.findColumnWithPropertyName(property)?.databaseName;
  if (text === undefined) throw new Error(`${metadata.tableName} has no column ${property}`);
  return { table: metadata.tableName, keys: metadata.primaryColumns.map(({ databaseName }) => databaseName), text };
}

const quoted = (name: string): string => `"${name}"`;
