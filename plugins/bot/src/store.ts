/** What a bot keeps: where each conversation is, the versions of its flow, and what falls due when. */
import type { Json, ResponderContext } from '@balie/plugin-sdk';
import { createHash } from 'node:crypto';
import type { Run } from './engine.js';
import type { Step } from './steps.js';

const DAY_MS = 86_400_000;
const RUN_TTL_MS = 90 * DAY_MS;
/** Longer than any walk through it. */
const FLOW_TTL_MS = 120 * DAY_MS;
export const BUCKET_MS = 60_000;
/** So many ids stay below what a value may hold. */
const SHARD = 1000;
const TRIES = 20;

type State = ResponderContext<unknown>['state'];

/** Somebody else has gone on with the run. */
export class Overtaken extends Error {}

const overtaken = (error: unknown): boolean => error instanceof Error && error.message.includes('changed by somebody else');

export class Store {
  /** `wakeAt` brings the clock here at a time. */
  constructor(
    private readonly state: State,
    private readonly wakeAt: (at: number) => Promise<void>,
  ) {}

  async run(conversationId: string): Promise<{ run: Run; version: number } | null> {
    const kept = await this.state.get(`run:${conversationId}`);
    return kept && { run: kept.value as unknown as Run, version: kept.version };
  }

  /** Answers the new version; throws Overtaken. What it waits for is noted before, so that nothing is waited for in vain. */
  async keep(conversationId: string, run: Run, ifVersion: number): Promise<number> {
    if (run.waits) await this.due(conversationId, run.waits.until);
    try {
      const value = run as unknown as Json;
      return (await this.state.set(`run:${conversationId}`, value, { ifVersion, ttlMs: RUN_TTL_MS })).version;
    } catch (error) {
      throw overtaken(error) ? new Overtaken() : error;
    }
  }

  /** Keeps a version of the flow under what it is. */
  async keepFlow(steps: readonly Step[]): Promise<string> {
    const text = JSON.stringify(steps);
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    await this.state.set(`flow:${hash}`, text, { ttlMs: FLOW_TTL_MS });
    return hash;
  }

  async flow(hash: string): Promise<Step[] | null> {
    const kept = await this.state.get<string>(`flow:${hash}`);
    return kept && (JSON.parse(kept.value) as Step[]);
  }

  /** Notes that a conversation is to be looked at, and has it looked at then. */
  async due(conversationId: string, at: number): Promise<void> {
    await this.note(conversationId, at);
    await this.wakeAt(at);
  }

  private async note(conversationId: string, at: number): Promise<void> {
    const bucket = Math.floor(at / BUCKET_MS);
    for (let shard = 0, tries = 0; ;) {
      const key = `due:${bucket}:${shard}`;
      const kept = await this.state.get<string[]>(key);
      const ids = kept?.value ?? [];
      const entry = `${conversationId} ${at}`;
      if (ids.includes(entry)) return;
      if (ids.length >= SHARD) {
        shard++;
        continue;
      }
      try {
        await this.state.set(key, [...ids, entry], { ifVersion: kept?.version ?? 0, ttlMs: FLOW_TTL_MS });
        return;
      } catch (error) {
        if (!overtaken(error) || ++tries > TRIES) throw error;
      }
    }
  }

  /** Which were to be looked at by now; each once. */
  async dueIn(bucket: number, now: number): Promise<string[]> {
    const all = new Set<string>();
    for (let shard = 0; ; shard++) {
      const kept = await this.state.get<string[]>(`due:${bucket}:${shard}`);
      if (!kept) return [...all];
      for (const entry of kept.value) {
        const [id = '', at] = entry.split(' ');
        // Those of earlier versions have no time of their own.
        if (Number(at ?? 0) <= now) all.add(id);
      }
    }
  }

  async forget(bucket: number): Promise<void> {
    for (let shard = 0; await this.state.get(`due:${bucket}:${shard}`); shard++)
      await this.state.delete(`due:${bucket}:${shard}`);
  }

  /** The first bucket that was not looked at to its end. */
  async reached(): Promise<number | null> {
    return (await this.state.get<number>('reached'))?.value ?? null;
  }

  async reach(bucket: number): Promise<void> {
    await this.state.set('reached', bucket);
  }
}
