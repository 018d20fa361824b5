import type { Exchange, OperationResult } from 'urql';
import { map, pipe } from 'wonka';

interface Known {
  version: number;
  fields: Record<string, unknown>;
}
type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPage = (value: unknown): boolean => isObject(value) && ('nodes' in value || 'pageInfo' in value || 'edges' in value);

/** How many objects are remembered; the ones unused for longest are forgotten. */
const LIMIT = 5000;

/**
 * Remembers the newest copy of every versioned object that came by. An older copy that arrives late, in whatever answer,
 * is filled with the newer fields, so that the cache never goes back in time (ux 3.3).
 */
export class VersionGuard {
  private readonly known = new Map<string, Known>();

  /** The same answer, with nothing in it that is older than what was seen before. */
  settle<T>(value: T): T {
    if (Array.isArray(value)) return value.map((entry: unknown) => this.settle(entry)) as T;
    if (!isObject(value)) return value;
    const copy: Json = {};
    for (const [key, entry] of Object.entries(value)) copy[key] = this.settle(entry);
    const { id, version } = value;
    return (typeof id === 'string' && typeof version === 'number' ? this.newest(id, version, copy) : copy) as T;
  }

  private newest(id: string, version: number, copy: Json): Json {
    const before = this.known.get(id);
    if (before && version < before.version) {
      for (const key of Object.keys(copy)) {
        // A page has arguments that its key does not show, so it can't stand in for another one.
        if (key in before.fields && !isPage(copy[key])) copy[key] = before.fields[key];
      }
      return copy;
    }
    this.known.delete(id);
    this.known.set(id, { version, fields: before?.version === version ? { ...before.fields, ...copy } : copy });
    if (this.known.size > LIMIT) this.known.delete(this.known.keys().next().value as string);
    return copy;
  }
}

/** Stands between the network and the cache. */
export const versionGuardExchange =
  (guard = new VersionGuard()): Exchange =>
  ({ forward }) =>
  (operations) =>
    pipe(
      forward(operations),
      map((result: OperationResult) =>
        result.data ? { ...result, data: guard.settle(result.data as Json) as typeof result.data } : result,
      ),
    );
