/** An error as it crosses between the processes. */
export interface WireError {
  name: string;
  message: string;
  /** A `ChannelError`: its kind and detail are kept. */
  kind?: string;
  detail?: { retryAfterMs?: number; code?: string };
  /** A refused form: which fields, and why. */
  issues?: { path: string[]; message: string }[];
  /** Where it was thrown; for the log only. */
  stack?: string;
}

/** The words of `ChannelError.kind`. */
export const CHANNEL_ERROR_KINDS = [
  'transient',
  'rate_limited',
  'rejected',
  'unreachable',
  'window_closed',
  'auth',
  'uncertain',
] as const;
export type ChannelErrorKind = (typeof CHANNEL_ERROR_KINDS)[number];

/** An error of the other side, thrown on this one. */
export class RemoteError extends Error {
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = wire.name;
    this.wire = wire;
  }
}

/** Whatever was thrown, as data. A plugin brings its own copy of the SDK and of zod, so both are known by their shape. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof RemoteError) return thrown.wire;
  if (typeof thrown !== 'object' || thrown === null) return { name: 'Error', message: clip(String(thrown)) };
  const error = thrown as {
    name?: unknown;
    message?: unknown;
    kind?: unknown;
    detail?: unknown;
    issues?: unknown;
    stack?: unknown;
  };
  const wire: WireError = { name: text(error.name) || 'Error', message: clip(text(error.message) || 'No reason was given.') };
  if (typeof error.stack === 'string') wire.stack = error.stack.slice(0, 4000);
  if ((CHANNEL_ERROR_KINDS as readonly unknown[]).includes(error.kind)) {
    wire.kind = String(error.kind);
    wire.detail = detailOf(error.detail);
  }
  if (Array.isArray(error.issues)) wire.issues = error.issues.slice(0, 100).map(issueOf);
  return wire;
}

function detailOf(detail: unknown): { retryAfterMs?: number; code?: string } {
  const { retryAfterMs, code } = (detail ?? {}) as { retryAfterMs?: unknown; code?: unknown };
  return {
    ...(typeof retryAfterMs === 'number' && Number.isFinite(retryAfterMs) && retryAfterMs >= 0 ? { retryAfterMs } : {}),
    ...(code === undefined || code === null ? {} : { code: String(code).slice(0, 200) }),
  };
}

function issueOf(issue: unknown): { path: string[]; message: string } {
  const { path, message } = (issue ?? {}) as { path?: unknown; message?: unknown };
  return { path: Array.isArray(path) ? path.map(String) : [], message: wordsOf(text(message)) };
}

/** What is not filled in is said as such; zod speaks of types. */
const wordsOf = (message: string): string =>
  /received undefined$/.test(message) ? 'This is needed.' : clip(message || 'This is not valid.');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const clip = (value: string): string => (value.length > 2000 ? `${value.slice(0, 2000)}…` : value);
