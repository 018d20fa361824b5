import { ChannelError, type ChannelContext, type Json } from '@balie/plugin-sdk';
import { z } from 'zod';
import { channelErrorOf, usageOf } from './errors.js';
import { pluginSettings, type Settings } from './settings.js';
import { proofOf } from './signature.js';

export type Context = ChannelContext<Settings>;
/** One call. `to` is the path after the version; `token` is the page's unless given. */
export interface GraphCall {
  method: 'GET' | 'POST' | 'DELETE';
  to: string;
  query?: Record<string, string>;
  json?: Json;
  form?: FormData;
  token?: string;
  /** It may be done twice, so that an answer that is lost is a matter of time and not of doubt. */
  repeatable?: boolean;
}

const TIMEOUT_MS = 30_000;
const NEVER_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const BUSY = 90;
const errorBody = z.object({
  error: z.object({
    message: z.string().default('No reason was given.'),
    code: z.number().default(0),
    error_subcode: z.number().optional(),
    fbtrace_id: z.string().optional(),
  }),
});

/**
 * Calls the Graph API as the page: token in a header, never in an address, and `appsecret_proof` beside it. Throws ChannelError;
 * `uncertain` where a call that may be done once only was made and its answer lost.
 */
export async function graph(context: Context, call: GraphCall): Promise<Record<string, unknown>> {
  const response = await ask(context, call);
  const body = await bodyOf(response, call);
  const said = errorBody.safeParse(body);
  if (said.success) {
    const { message, code, error_subcode: subcode } = said.data.error;
    throw channelErrorOf(
      { message: message.slice(0, 500), code, ...(subcode === undefined ? {} : { subcode }) },
      response.headers,
    );
  }
  if (!response.ok || body === null) throw withoutWords(response, call);
  const usage = usageOf(response.headers);
  if (usage >= BUSY) context.log.warn(`${Math.round(usage)} % of the calls that Meta allows are used.`);
  return body;
}

async function ask(context: Context, { method, to, query = {}, json, form, token, repeatable }: GraphCall): Promise<Response> {
  const { graphUrl, graphVersion } = pluginSettings.parse(context.plugin);
  const bearer = token ?? context.settings.pageToken;
  const url = new URL(`${graphUrl.replace(/\/$/, '')}/${graphVersion}/${to}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  url.searchParams.set('appsecret_proof', proofOf(bearer, context.settings.appSecret));
  const headers: Record<string, string> = { authorization: `Bearer ${bearer}` };
  if (json !== undefined) headers['content-type'] = 'application/json';
  const body = json === undefined ? form : JSON.stringify(json);
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    return await context.http(url, { method, headers, signal, redirect: 'error', ...(body === undefined ? {} : { body }) });
  } catch (error) {
    throw lost(error, repeatable || method === 'GET');
  }
}

/** What is said when the line broke: before the call was made, or nobody knows when. */
function lost(error: unknown, repeatable: boolean): ChannelError {
  const code = codeOf(error);
  const never = code !== null && NEVER_SENT.has(code);
  const words = never ? 'Facebook could not be reached' : 'The line to Facebook broke before it answered';
  return new ChannelError(never || repeatable ? 'transient' : 'uncertain', `${words}.`, code === null ? {} : { code });
}

/** Of the error or of one of its causes, whatever realm made them. */
function codeOf(error: unknown): string | null {
  let at = error;
  for (let depth = 0; typeof at === 'object' && at !== null && depth < 4; depth++) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string') return code;
    at = cause;
  }
  return null;
}

async function bodyOf(response: Response, call: GraphCall): Promise<Record<string, unknown> | null> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw lost(error, call.repeatable || call.method === 'GET');
  }
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** An answer that is none of the API's: something on the way to it spoke. */
function withoutWords(response: Response, { method, repeatable }: GraphCall): ChannelError {
  const { status } = response;
  const words = `Facebook answered ${status} without a reason.`;
  if (status === 429) return channelErrorOf({ message: words, code: 4 }, response.headers);
  if (status === 503) return new ChannelError('transient', words, { code: String(status) });
  if (status >= 400 && status < 500) return new ChannelError('rejected', words, { code: String(status) });
  return new ChannelError(repeatable || method === 'GET' ? 'transient' : 'uncertain', words, { code: String(status) });
}
