import { DomainError, type ErrorCode } from './errors.js';

/** An expected failure as the schema shows it; `__typename` picks the implementation of `UserError`. */
export interface UserErrorRow {
  __typename: 'InputError' | 'ConflictError' | 'StaleError';
  code: ErrorCode;
  message: string;
  path: string[] | null;
  /** For the resolvers of `ConflictError.current` and `StaleError.unseen`. */
  currentId?: string;
  unseenIds?: string[];
}

/** The one mapping from an expected failure to `userErrors`; anything else is a bug and is thrown on. */
export function toUserError(error: unknown, path: string[] = []): UserErrorRow {
  if (!(error instanceof DomainError)) throw error;
  const full = [...path, ...(error.detail.path ?? [])];
  const base = { code: error.code, message: error.message, path: full.length > 0 ? full : null };
  if (error.code === 'CONFLICT') return { __typename: 'ConflictError', ...base, currentId: error.detail.currentId };
  if (error.code === 'STALE') return { __typename: 'StaleError', ...base, unseenIds: error.detail.unseenIds ?? [] };
  return { __typename: 'InputError', ...base };
}

/** Runs a bulk call, whose result brings the failures of single items itself; a failure of the call as a whole stands alone. */
export async function bulkPayload<T extends object>(
  empty: T,
  work: () => Promise<T & { userErrors: UserErrorRow[] }>,
  path: string[] = [],
): Promise<T & { userErrors: UserErrorRow[] }> {
  try {
    return await work();
  } catch (error) {
    return { ...empty, userErrors: [toUserError(error, path)] };
  }
}

/** Does it to one after the other; an expected failure of one leaves the others be, and is told under its index. */
export async function forEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<{ done: Result[]; userErrors: UserErrorRow[] }> {
  const done: Result[] = [];
  const userErrors: UserErrorRow[] = [];
  for (const [index, item] of items.entries()) {
    try {
      done.push(await work(item));
    } catch (error) {
      userErrors.push(toUserError(error, [String(index)]));
    }
  }
  return { done, userErrors };
}

/** Runs a use case for a payload: its result with no errors, or `empty` with the one error, its path below `path` such as `input`. */
export async function payload<T extends object>(
  empty: T,
  work: () => Promise<T>,
  path: string[] = [],
): Promise<T & { userErrors: UserErrorRow[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    return { ...empty, userErrors: [toUserError(error, path)] };
  }
}
