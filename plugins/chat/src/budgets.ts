import type { RawRequest } from '@balie/plugin-sdk';
import { type ChatContext, Refusal } from './answer.js';
import type { Visitor } from './visitor.js';

const WINDOW_MS = 60_000;

/** So much of something in a minute, each for itself; each process counts its own. */
class Budget {
  private readonly spent = new Map<string, number>();
  private began = 0;

  constructor(private readonly limit: number) {}

  /** In how many seconds there is more; null when it was taken. */
  take(key: string, amount: number, now: number): number | null {
    if (now - this.began >= WINDOW_MS || now < this.began) {
      this.spent.clear();
      this.began = now;
    }
    const spent = (this.spent.get(key) ?? 0) + amount;
    if (spent > this.limit) return Math.max(1, Math.ceil((this.began + WINDOW_MS - now) / 1000));
    this.spent.set(key, spent);
    return null;
  }
}

const MiB = 1024 * 1024;
const budgets = {
  // A person writes no faster; an office behind one address may hold many.
  say: { visitor: new Budget(30), address: new Budget(120) },
  session: { visitor: null, address: new Budget(60) },
  bytes: { visitor: new Budget(50 * MiB), address: new Budget(200 * MiB) },
  files: { visitor: new Budget(30), address: new Budget(120) },
  signal: { visitor: new Budget(120), address: new Budget(600) },
  transcript: { visitor: new Budget(3), address: new Budget(20) },
  details: { visitor: new Budget(10), address: new Budget(60) },
};

/** Takes it out of what a visitor and his address may do in a minute; throws LIMIT. */
export function spend(
  what: keyof typeof budgets,
  request: RawRequest,
  context: Pick<ChatContext, 'instance'>,
  { visitor = null, amount = 1 }: { visitor?: Visitor | null; amount?: number } = {},
): void {
  const now = request.receivedAt.getTime();
  const { id } = context.instance;
  const { visitor: own, address } = budgets[what];
  const wait =
    (visitor && own ? own.take(`${id} ${visitor.id}`, amount, now) : null) ?? address.take(`${id} ${request.ip}`, amount, now);
  if (wait === null) return;
  throw new Refusal('LIMIT', 'That is too much at once. Wait a moment.', { retryAfterSeconds: wait });
}
