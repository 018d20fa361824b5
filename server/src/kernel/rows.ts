import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Dialect, Reader, Tx } from './uow.js';

/** A column as plain SQL needs it. */
interface Field {
  property: string;
  column: string;
  read(value: unknown): unknown;
  write(value: unknown): unknown;
}
interface Shape {
  table: string;
  fields: readonly Field[];
  byProperty: ReadonlyMap<string, Field>;
}

/** By what they are the shapes of alone: to ask a unit for its manager each time is to make one each time. */
const shapes: Record<Dialect, Map<unknown, Shape>> = { sqlite: new Map(), postgres: new Map() };
const same = (value: unknown): unknown => value;

/** A page of parameters that both databases take in one statement. */
const PARAMETERS_PER_STATEMENT = 900;

/** Entities read by plain SQL (`SELECT c.* …`) as the objects that TypeORM would make, without its cost per row. */
export function fromRows<T extends ObjectLiteral>(reader: Reader, entity: EntityTarget<T>, rows: readonly ObjectLiteral[]): T[] {
  const { fields } = shapeOf(reader, entity);
  return rows.map((row) => {
    const made: Record<string, unknown> = {};
    for (const field of fields) made[field.property] = field.read(row[field.column]);
    return made as T;
  });
}

/** Inserts rows, all with the properties of the first; `onConflict` such as `ON CONFLICT DO NOTHING`. Answers how many were inserted. */
export async function insertRows<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  onConflict = '',
): Promise<number> {
  let inserted = 0;
  for (const { sql, values } of insertsOf(tx, entity, rows, onConflict)) inserted += await tx.execute(sql, values);
  return inserted;
}

/** Inserts rows unless a unique key of theirs is taken; answers the ids of those that were inserted. */
export async function insertFreshRows<T extends ObjectLiteral & { id: string }>(
  tx: Tx,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { sql, values } of insertsOf(tx, entity, rows, 'ON CONFLICT DO NOTHING RETURNING "id"'))
    ids.push(...(await tx.query<{ id: string }>(sql, values)).map(({ id }) => id));
  return ids;
}

/** Inserts rows, or does with those that are there already what `onConflict` says; answers each as it is then, in no order. */
export async function putRows<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  rows: readonly T[],
  onConflict: string,
): Promise<T[]> {
  const put: ObjectLiteral[] = [];
  for (const { sql, values } of insertsOf(tx, entity, rows, `${onConflict} RETURNING *`))
    put.push(...(await tx.query<ObjectLiteral>(sql, values)));
  return fromRows(tx, entity, put);
}

/** As few statements as both databases take. */
function insertsOf<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  tail: string,
): { sql: string; values: unknown[] }[] {
  const first = rows[0];
  if (!first) return [];
  const shape = shapeOf(tx, entity);
  const fields = Object.keys(first).map((property) => fieldOf(shape, property));
  const columns = fields.map((field) => `"${field.column}"`).join(', ');
  const places = `(${fields.map(() => '?').join(', ')})`;
  const size = Math.max(1, Math.floor(PARAMETERS_PER_STATEMENT / fields.length));
  const inserts: { sql: string; values: unknown[] }[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const slice = rows.slice(start, start + size);
    const values = slice.flatMap((row) => fields.map((field) => field.write(row[field.property])));
    const tuples = slice.map(() => places).join(', ');
    inserts.push({ sql: `INSERT INTO "${shape.table}" (${columns}) VALUES ${tuples} ${tail}`, values });
  }
  return inserts;
}

/** Updates the given properties of the rows that match `where`. Answers how many there were. */
export async function updateRows<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  where: Partial<T>,
  patch: Partial<T>,
): Promise<number> {
  const shape = shapeOf(tx, entity);
  const values: unknown[] = [];
  const equals = (part: Partial<T>): string[] =>
    Object.entries(part).map(([property, value]) => {
      const field = fieldOf(shape, property);
      values.push(field.write(value));
      return `"${field.column}" = ?`;
    });
  const set = equals(patch).join(', ');
  if (set === '') return 0;
  return tx.execute(`UPDATE "${shape.table}" SET ${set} WHERE ${equals(where).join(' AND ')}`, values);
}

/** `?, ?, ?` for a list of parameters. */
export function placeholders(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}

/** Rows ordered as the keys were asked for, with null where there is none: what a DataLoader answers. */
export function inOrder<K, V>(keys: readonly K[], values: readonly V[], keyOf: (value: V) => K): (V | null)[] {
  const found = new Map(values.map((value) => [keyOf(value), value]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Rows collected by key, as empty lists where there are none: what a DataLoader of lists answers. */
export function grouped<K, V>(keys: readonly K[], values: readonly V[], keyOf: (value: V) => K): V[][] {
  const found = new Map<K, V[]>();
  for (const value of values) {
    const list = found.get(keyOf(value));
    if (list) list.push(value);
    else found.set(keyOf(value), [value]);
  }
  return keys.map((key) => found.get(key) ?? []);
}

/** Whether a unit failed because a unique key is taken. The unit is over then: look again in another. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  const taken = code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  return taken || isUniqueViolation(driverError);
}

function shapeOf<T extends ObjectLiteral>(reader: Reader, entity: EntityTarget<T>): Shape {
  const known = shapes[reader.dialect];
  let shape = known.get(entity);
  if (!shape) {
    const metadata = reader.manager.dataSource.getMetadata(entity);
    const fields = metadata.columns.map((column) => ({
      property: column.propertyName,
      column: column.databaseName,
      ...conversion(column.type),
    }));
    shape = { table: metadata.tableName, fields, byProperty: new Map(fields.map((field) => [field.property, field])) };
    known.set(entity, shape);
  }
  return shape;
}

function conversion(type: unknown): Pick<Field, 'read' | 'write'> {
  switch (type) {
    case 'bigint':
      return { read: (value) => (value === null ? null : Number(value)), write: same };
    case 'boolean':
      return { read: Boolean, write: Boolean };
    case 'simple-json':
      return {
        read: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
        write: (value) => JSON.stringify(value),
      };
    default:
      return { read: same, write: same };
  }
}

function fieldOf(shape: Shape, property: string): Field {
  const field = shape.byProperty.get(property);
  if (!field) throw new Error(`${shape.table} has no column for ${property}`);
  return field;
}
