/** What the API refused, with its code to branch on: keep a default branch, as codes are added. */
export class BalieError extends Error {
  override readonly name = 'BalieError';

  constructor(
    readonly code: string,
    message: string,
    /** The place in the input, where the API names one. */
    readonly path: readonly string[] = [],
    /** Of a bug on the server: what its log knows it by. */
    readonly correlationId: string | null = null,
  ) {
    super(message);
  }
}

/** A failure as a payload tells it. */
export interface UserError {
  code: string;
  message: string;
  path?: readonly string[] | null;
}

/** The payload when nothing went wrong; throws the first of its `userErrors` otherwise. */
export function must<Payload extends { userErrors: readonly UserError[] }>(payload: Payload): Payload {
  const [first] = payload.userErrors;
  if (first) throw new BalieError(first.code, first.message, first.path ?? []);
  return payload;
}

/** An error as GraphQL tells it. */
export interface RawError {
  message: string;
  extensions?: { code?: string; retryAfterMs?: number; retryAfter?: number; correlationId?: string } | undefined;
}

/** How long the API asks to be left alone, in milliseconds; null when it does not. */
export function waitOf(errors: readonly RawError[]): number | null {
  const waits = errors.flatMap(({ extensions }) => extensions?.retryAfterMs ?? (extensions?.retryAfter ?? 0) * 1_000);
  const longest = Math.max(0, ...waits);
  return longest > 0 ? longest : null;
}

export function errorOf(errors: readonly RawError[]): BalieError {
  const [first] = errors;
  const { code, correlationId } = first?.extensions ?? {};
  return new BalieError(code ?? 'UNKNOWN', first?.message ?? 'The answer was empty.', [], correlationId ?? null);
}
