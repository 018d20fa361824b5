const known = new Map<string, string>();
const LIMIT = 2_000;

/** Turns `?` into `$1`, `$2` … outside of quoted text, as PostgreSQL wants it; remembers what it has seen. */
export function numberPlaceholders(sql: string): string {
  const seen = known.get(sql);
  if (seen !== undefined) return seen;
  let count = 0;
  const numbered = sql.replaceAll(/'[^']*'|"[^"]*"|--[^\n]*|\?/g, (part) => (part === '?' ? `$${++count}` : part));
  if (known.size >= LIMIT) known.clear();
  known.set(sql, numbered);
  return numbered;
}

/** Parameters as both drivers take them: yes and no as 1 and 0 on SQLite, and nothing left undefined. */
export function bindable(parameters: readonly unknown[], dialect: 'sqlite' | 'postgres'): unknown[] {
  return parameters.map((value) => {
    if (value === undefined) return null;
    if (dialect === 'sqlite' && typeof value === 'boolean') return value ? 1 : 0;
    return value;
  });
}
