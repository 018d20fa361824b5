import { ChannelError, waitLeft, type Json } from '@balie/plugin-sdk';
import type { Context } from './api.js';
import { LOCKED_OUT } from './trouble.js';

const LIST = 'later';
const LOCK = 'later:lock';
/** The schedule that does it. */
export const LATER = 'files';
/** A run ends within this time, or has been ended. */
const RUN_MS = 5 * 60_000;
const SOON_MS = 5_000;
const BACKOFF_MS = [5_000, 15_000, 60_000, 120_000, 300_000, 600_000];
/** The most that Slack is waited for before it is asked again. */
const LONGEST_MS = 60 * 60_000;
/** After so many times it is done without what can't be had. */
const TRIES = 6;
/** Somebody else writes the list at the same moment, seldom so often in a row. */
const CLASHES = 20;

/** What has files, and is done beside the rest, in order for each conversation. */
export interface Entry {
  [key: string]: Json;
  kind: 'in' | 'out';
  /** Of an answer in Slack, or of a message in Balie. */
  key: string;
  conversationId: string;
  tries: number;
  next: number;
}
export type Task = Pick<Entry, 'kind' | 'key' | 'conversationId'>;

/** Durable when it resolves; a repeat is one entry. */
export async function later(context: Context, { kind, key, conversationId }: Task): Promise<void> {
  await change(context, (list) =>
    list.some((one) => one.kind === kind && one.key === key)
      ? list
      : [...list, { kind, key, conversationId, tries: 0, next: Date.now() }],
  );
  await context.runAt(LATER, new Date());
}

/** Whether something said in Slack in this conversation still waits: what follows waits behind it. */
export async function isWaiting(context: Context, conversationId: string): Promise<boolean> {
  return (await listOf(context)).list.some((one) => one.kind === 'in' && one.conversationId === conversationId);
}

/**
 * Does what is due, one after the other; `last`: there is no next time for it. What passes is tried again, and what comes behind it in its
 * conversation waits. One run at a time.
 */
export async function runLater(context: Context, work: (task: Task, last: boolean) => Promise<void>): Promise<void> {
  const lock = await context.state.get<number>(LOCK);
  if (lock && waitLeft(lock.value, RUN_MS) > 0) return context.runAt(LATER, new Date(Date.now() + SOON_MS));
  const mine = await context.state.set(LOCK, Date.now() + RUN_MS, { ifVersion: lock?.version ?? 0 }).catch(() => null);
  if (!mine) return context.runAt(LATER, new Date(Date.now() + SOON_MS));
  try {
    for (let entry = due(await all(context)); entry; entry = due(await all(context))) await one(context, entry, work);
  } finally {
    await context.state.delete(LOCK);
  }
  const times = heads(await all(context)).map(({ next }) => next);
  if (times.length > 0) await context.runAt(LATER, new Date(Math.min(...times)));
}

const due = (list: Entry[]): Entry | undefined => heads(list).find(({ next }) => waitLeft(next, LONGEST_MS) === 0);

/** Those behind nothing else of their conversation and kind. */
function heads(list: Entry[]): Entry[] {
  const seen = new Set<string>();
  return list.filter(({ kind, conversationId }) => {
    const line = `${kind} ${conversationId}`;
    return !seen.has(line) && seen.add(line);
  });
}

async function one(context: Context, entry: Entry, work: (task: Task, last: boolean) => Promise<void>): Promise<void> {
  const same = (other: Entry) => other.kind === entry.kind && other.key === entry.key;
  try {
    await work(entry, entry.tries >= TRIES);
  } catch (error) {
    if (context.signal.aborted) throw error;
    const failure = error instanceof ChannelError ? error : new ChannelError('rejected', String(error));
    const asked = Math.min(failure.detail.retryAfterMs ?? 0, LONGEST_MS);
    context.log.warn(`Files have to wait: ${failure.message}`);
    const wait = Math.max(BACKOFF_MS[Math.min(entry.tries, BACKOFF_MS.length - 1)] ?? 0, asked);
    // What the far side lacks for all of us is nobody's fault here: it waits for as long as that lasts.
    const counts = failure.detail.code !== LOCKED_OUT && failure.kind !== 'rate_limited';
    if (!counts || entry.tries < TRIES) {
      const tries = entry.tries + (counts ? 1 : 0);
      await change(context, (list) => list.map((other) => (same(other) ? { ...other, tries, next: Date.now() + wait } : other)));
      return;
    }
    context.log.error(`Left behind: ${failure.message}`);
  }
  await change(context, (list) => list.filter((other) => !same(other)));
}

const all = async (context: Context): Promise<Entry[]> => (await listOf(context)).list;

async function listOf(context: Context): Promise<{ list: Entry[]; version: number }> {
  const found = await context.state.get<Entry[]>(LIST);
  return { list: found?.value ?? [], version: found?.version ?? 0 };
}

async function change(context: Context, by: (list: Entry[]) => Entry[]): Promise<void> {
  for (let clash = 1; ; clash++) {
    const { list, version } = await listOf(context);
    const next = by(list);
    if (next === list) return;
    const kept = await context.state.set(LIST, next, { ifVersion: version }).catch((error: unknown) => {
      if (clash >= CLASHES) throw error;
      return null;
    });
    if (kept) return;
  }
}
