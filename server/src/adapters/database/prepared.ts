/** A statement that comes as often is worth a name: PostgreSQL then reads it once for each connection. */
const OFTEN = 8;
/** Each costs every connection some memory; what comes later has no name. */
const MOST = 250;
/** Texts that are counted at the same time. */
const COUNTED = 2_000;
const LONGEST = 4_000;

const names = new Map<string, string>();
const seen = new Map<string, number>();
let generation = 1;

/** The name of a statement that is run again and again; none for others. */
export function nameOf(sql: string): string | undefined {
  const name = names.get(sql);
  if (name !== undefined) return name;
  if (names.size >= MOST || sql.length > LONGEST) return undefined;
  const count = (seen.get(sql) ?? 0) + 1;
  if (count < OFTEN) {
    if (seen.size >= COUNTED) seen.clear();
    seen.set(sql, count);
    return undefined;
  }
  seen.delete(sql);
  const made = `balie_${generation}_${names.size + 1}`;
  names.set(sql, made);
  return made;
}

/** Whether a statement failed because a migration beside us has changed a table since it got its name. */
export function isOutOfDate(error: unknown): boolean {
  const { driverError } = error as { driverError?: { code?: unknown; message?: unknown } };
  return driverError?.code === '0A000' && String(driverError.message).startsWith('cached plan');
}

/** From now on every statement is read anew, under another name. */
export function renew(): void {
  generation += 1;
  names.clear();
}
