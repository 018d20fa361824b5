/** The stable words of an expected failure; the same as `ErrorCode` in the schema. */
export type ErrorCode =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'NOT_A_MEMBER'
  | 'CONFLICT'
  | 'STALE'
  | 'WINDOW_CLOSED'
  | 'NO_REPLY_ROUTE'
  | 'UNSUPPORTED'
  | 'CHANNEL_DOWN'
  | 'LIMIT'
  | 'INBOX_GONE';

/** What an error carries besides its words, by the code that it belongs to. */
export interface ErrorDetail {
  /** Where in the input. */
  path?: string[];
  /** CONFLICT: the id of what is there now. */
  currentId?: string;
  /** STALE: the ids of the items that the author had not seen. */
  unseenIds?: string[];
  /** LIMIT: when to try again. */
  retryAfterMs?: number;
}

/** An expected failure: nothing was changed; `message` tells a person what to do next. Thrown by services, mapped once at the border. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail: ErrorDetail = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** For the end of an exhaustive switch: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
