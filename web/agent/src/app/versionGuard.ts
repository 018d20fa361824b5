import type { Exchange, OperationResult } from 'urql';
import { map, pipe } from 'wonka';

interface Known {
  version: number;
  fields: Record<string, unknown>;
}
type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPage = (value: unknown): boolean => isObject(value) && ('nodes' in value || 'pageInfo' in value || 'edges' in value);

/**
 * What is known in the place of what came, as far as it was asked for here too: another query may have asked less of the same object,
 * and an answer with a hole in it is none to the cache.
 */
function newer(came: unknown, known: unknown): unknown {
  if (Array.isArray(came) && Array.isArray(known)) {
    const shape: unknown = came[0];
    return shape === undefined || known.every((entry) => covers(entry, shape)) ? known : came;
  }
  if (!isObject(came) || !isObject(known)) return known;
  if (came['id'] !== known['id']) return covers(known, came) ? known : came;
  // With a version of its own it is settled already.
  if (typeof came['version'] === 'number') return came;
  return Object.fromEntries(
    Object.entries(came).map(([key, value]) => [key, key in known && !isPage(value) ? newer(value, known[key]) : value]),
  );
}

/** Whether a value tells all that the other one does. */
function covers(value: unknown, shape: unknown): boolean {
  if (!isObject(shape) || !isObject(value)) return true;
  return Object.entries(shape).every(([key, entry]) => key in value && covers(value[key], entry));
}

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
        if (key in before.fields && !isPage(copy[key])) copy[key] = newer(copy[key], before.fields[key]);
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
