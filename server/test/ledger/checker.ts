import { readMessages } from './client.js';
import type { World } from './world.js';

/** What the checker found; `wrong` is empty when every invariant holds. */
export interface Verdict {
  line: string;
  wrong: string[];
}

const SETTLED = new Set(['SENT', 'DELIVERED', 'READ', 'UNCERTAIN', 'FAILED', 'BOUNCED']);
const IN_TOKEN = /in-[0-9a-z]+-\d+/;
const OUT_TOKEN = /out-[0-9a-z]+-\d+/;

/**
 * Reads everything through the public API and compares it with the book (reliability I1 to I3): each mail that came in is there
 * exactly once; each reply that was acknowledged is there exactly once; no reply was taken twice by the far side; one that is
 * said to be sent was taken, and one that was taken is said to be sent or is marked UNCERTAIN. Waits for what is still on its way;
 * what matches `caught` no waiting can mend.
 */
export async function check(world: World, deadlineMs: number, caught = /^twice/): Promise<Verdict> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    const verdict = await compare(world);
    if (verdict.wrong.length === 0 || performance.now() > deadline || verdict.wrong.some((wrong) => caught.test(wrong)))
      return verdict;
    // Each look reads every message, which what an account may ask in a minute does not allow for each second.
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
}

async function compare(world: World): Promise<Verdict> {
  const messages = await readMessages(world.client);
  const inbound = count(messages.filter(({ direction }) => direction === 'INBOUND').map(({ text }) => IN_TOKEN.exec(text)?.[0]));
  const outbound = messages.filter(({ direction }) => direction === 'OUTBOUND');
  const stored = count(outbound.map(({ text }) => OUT_TOKEN.exec(text)?.[0]));
  const seen = count(world.book.tokens('out-seen'));
  const sent = new Set(world.book.tokens('in-sent'));
  const acked = new Set(world.book.tokens('out-acked'));
  const wrong: string[] = [];
  for (const token of sent) if (!inbound.has(token)) wrong.push(`lost: mail ${token} is not there`);
  for (const [token, times] of inbound) if (times > 1) wrong.push(`twice: mail ${token} is there ${times} times`);
  for (const token of acked) if (!stored.has(token)) wrong.push(`lost: reply ${token} was acknowledged and is not there`);
  for (const [token, times] of stored) if (times > 1) wrong.push(`twice: reply ${token} is stored ${times} times`);
  for (const [token, times] of seen) if (times > 1) wrong.push(`twice: reply ${token} was sent ${times} times`);
  // A try that was refused before anything was taken is made again after minutes; what follows it in its conversation waits for it.
  const behind = new Set(outbound.filter((one) => one.deliveryStatus === 'DEFERRED').map((one) => one.conversationId));
  const states = new Map<string, number>();
  for (const { text, deliveryStatus, conversationId } of outbound) {
    const token = OUT_TOKEN.exec(text)?.[0] ?? '';
    const status = deliveryStatus ?? 'none';
    states.set(status, (states.get(status) ?? 0) + 1);
    const waits = status === 'DEFERRED' || (status === 'QUEUED' && behind.has(conversationId));
    if (!SETTLED.has(status) && !waits) wrong.push(`unsettled: reply ${token} is ${status}`);
    if (waits && seen.has(token)) wrong.push(`untrue: reply ${token} is called ${status} and the far side took it`);
    if (status === 'SENT' && !seen.has(token)) wrong.push(`untrue: reply ${token} is called SENT and the far side never took it`);
    if (status === 'FAILED' && seen.has(token)) wrong.push(`untrue: reply ${token} is called FAILED and the far side took it`);
  }
  const words = [...states].map(([status, times]) => `${status.toLowerCase()}=${times}`).join(' ');
  return {
    line: `mails=${sent.size} stored=${inbound.size} acked=${acked.size} ${words} seen=${seen.size} wrong=${wrong.length}`,
    wrong,
  };
}

function count(tokens: (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) if (token) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
