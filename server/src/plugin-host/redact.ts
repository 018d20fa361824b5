const MIN_LENGTH = 4;

/** Takes the secrets that were handed to a plugin out of what it says: as they are, escaped for a URL or JSON, and inside base64. */
export class Redactor {
  private readonly forms = new Set<string>();
  private readonly renewed = new Map<string, string[][]>();
  private pattern: RegExp | null = null;

  add(secret: string): void {
    if (secret.length < MIN_LENGTH) return;
    const before = this.forms.size;
    for (const form of formsOf(secret)) this.forms.add(form);
    if (this.forms.size > before) this.pattern = null;
  }

  /** Secrets that replace each other, such as tokens that renew themselves: the last but one may still be on its way into a log. */
  renew(owner: string, secrets: readonly string[]): void {
    const [latest, before] = this.renewed.get(owner) ?? [];
    if (latest?.join('\n') === secrets.join('\n')) return;
    this.renewed.set(owner, [[...secrets], ...(latest ? [latest] : []), ...(before ? [before] : [])].slice(0, 2));
    this.pattern = null;
  }

  text(value: string): string {
    if (this.forms.size === 0 && this.renewed.size === 0) return value;
    const renewed = [...this.renewed.values()].flat(2).filter((secret) => secret.length >= MIN_LENGTH);
    this.pattern ??= new RegExp(
      [...this.forms, ...renewed.flatMap(formsOf)]
        .sort((a, b) => b.length - a.length)
        .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return value.replace(this.pattern, '•••');
  }

  /** The same for every text inside a value. */
  deep(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null || depth > 6) return value;
    if (Array.isArray(value)) return value.map((item) => this.deep(item, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.text(key), this.deep(item, depth + 1)]));
  }
}

/** Inside base64 a text looks different at each of three places, and its first and last characters mix with their neighbours. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const inner = encoded.slice(shift === 0 ? 0 : shift + 1, (shift + bytes.length) % 3 === 0 ? undefined : -1);
    if (inner.length >= 6) forms.push(inner);
  }
  return forms;
}
