import type { ChannelContext, Json, RawRequest, RawResponse } from '@balie/plugin-sdk';
import type { z } from 'zod';
import type { Settings } from './settings.js';

export type ChatContext = ChannelContext<Settings>;
export type Handle = (request: RawRequest, context: ChatContext) => Promise<RawResponse>;

const STATUS = {
  ORIGIN: 403,
  TICKET: 403,
  CONSENT: 403,
  UNAUTHENTICATED: 401,
  IDENTITY: 401,
  INVALID: 422,
  TOO_LARGE: 413,
  LIMIT: 429,
  NOT_FOUND: 404,
} as const;

/** A request that is not answered, in the form of the host's own errors: `{ error: { code, message, field? } }`. */
export class Refusal extends Error {
  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
    readonly more: { field?: string; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }

  get response(): RawResponse {
    const { field, retryAfterSeconds } = this.more;
    const error = { code: this.code, message: this.message, ...(field === undefined ? {} : { field }) };
    const answer = json({ error }, STATUS[this.code]);
    if (retryAfterSeconds === undefined) return answer;
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } };
  }
}

export function json(value: Json, status = 200): RawResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

export const NOTHING: RawResponse = { status: 204 };

/** The body as the schema has it; an empty one is an empty object. Throws a Refusal that names the field. */
export function bodyOf<T extends z.ZodType>(request: RawRequest, schema: T): z.output<T> {
  const text = Buffer.from(request.body).toString('utf8');
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Refusal('INVALID', 'The body is not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal('INVALID', issue?.message ?? 'The body is not valid.', { field: issue?.path.join('.') ?? '' });
}
