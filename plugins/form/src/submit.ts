import type { ChannelContext, RawRequest, RawResponse, StoredFile } from '@balie/plugin-sdk';
import { look } from './answers.js';
import { BadBody, readBody, type Sent } from './body.js';
import { formTree, HONEYPOT, thanksTree } from './form-tree.js';
import { isFromHere, isProven, keyOf, networkOf, newToken, Pace, readToken, type Token } from './guard.js';
import { json, pageOf } from './pages.js';
import type { Settings } from './settings.js';
import { named } from './settings-fields.js';
import { eventOf } from './submission.js';
import { TEXTS } from './words.js';

const pace = new Pace();

/** What is answered when it was not taken. */
interface Refusal {
  status: number;
  message: string;
  errors?: Record<string, string>;
  /** It has to be sent once more, with a new token. */
  anew?: boolean;
  headers?: Record<string, string>;
}

/** Takes a submission in, however it was sent: kept when the answer says so, once however often it comes (I1, N17). */
export async function submit(request: RawRequest, context: ChannelContext<Settings>): Promise<RawResponse> {
  const { settings } = context;
  const words = TEXTS[settings.language];
  let sent: Sent;
  try {
    sent = await readBody(request);
  } catch (error) {
    if (error instanceof BadBody) return json({ ok: false, message: error.message }, 400);
    throw error;
  }
  const key = await keyOf(context);
  const given = sent.texts['_token']?.[0] ?? '';
  const token = readToken(key, given, request.receivedAt);
  const refuse = (refusal: Refusal) => refused(context, sent, { ...refusal, token: newToken(key, request.receivedAt) });
  const barred = refusalOf(request, context, token);
  if (barred) return refuse(barred);
  const answers = look(named(settings.fields), sent, words);
  if (Object.keys(answers.errors).length > 0) return refuse({ status: 422, message: words.again, errors: answers.errors });
  if (answers.given.every(({ texts, files }) => texts.length === 0 && files.length === 0))
    return refuse({ status: 422, message: words.nothing });
  // What was wrong is mended as often as it must; what is taken counts.
  const wait = pace.take(`${context.instance.id} ${networkOf(request.ip)}`, settings.perHour, request.receivedAt.getTime());
  if (wait !== null) return refuse({ status: 429, message: words.busy, headers: { 'retry-after': String(wait) } });
  const stored = new Map<string, StoredFile[]>();
  for (const { field, files } of answers.given) {
    const kept: StoredFile[] = [];
    for (const { name, mime, data } of files) {
      const kind = mime || 'application/octet-stream';
      kept.push({ ...(await context.files.put(data, { name, mime: kind })), name, mime: kind, bytes: data.length });
    }
    if (kept.length > 0) stored.set(field.name, kept);
  }
  const proven = token.state !== 'none' && isProven(given, sent.texts['_proof']?.[0] ?? '');
  const lured = (sent.texts[HONEYPOT]?.[0] ?? '') !== '';
  const submission = { settings, answers, sent, token, proven, lured, at: request.receivedAt, words };
  try {
    await context.ingest([eventOf(submission, stored)]);
  } catch (error) {
    context.log.error('A submission could not be kept', { why: String(error) });
    return refuse({ status: 503, message: words.failed, headers: { 'retry-after': '10' } });
  }
  return thanked(context, sent);
}

/** Why it is not taken, whatever it says. */
function refusalOf({ headers }: RawRequest, { settings, instance }: ChannelContext<Settings>, token: Token): Refusal | null {
  const words = TEXTS[settings.language];
  const own = new URL(instance.routeUrl('page')).origin;
  if (!isFromHere(headers['origin'], settings.origins, own, token)) return { status: 403, message: words.origin };
  if (token.state === 'stale') return { status: 409, message: words.stale, anew: true };
  return token.state === 'none' && !settings.ownForms ? { status: 409, message: words.stale, anew: true } : null;
}

function thanked({ settings, instance }: ChannelContext<Settings>, { asJson }: Sent): RawResponse {
  const tree = thanksTree(settings);
  if (asJson) return json({ ok: true, message: settings.thanks || TEXTS[settings.language].thanks, tree });
  if (settings.thanksUrl) return { status: 303, headers: { location: settings.thanksUrl } };
  return pageOf(settings, tree, { action: instance.routeUrl('submit'), script: true });
}

/** In JSON, or as the form with what was filled in (files have to be chosen again: no page can fill them in). */
function refused(context: ChannelContext<Settings>, sent: Sent, { token, ...refusal }: Refusal & { token: string }): RawResponse {
  const { status, message, errors = {}, headers = {} } = refusal;
  if (sent.asJson) return json({ ok: false, message, errors, ...(refusal.anew ? { token } : {}) }, status, headers);
  const action = context.instance.routeUrl('submit');
  const tree = formTree(context.settings, { action, token, filled: { values: sent.texts, errors, message } });
  const page = pageOf(context.settings, tree, { status, action, script: true });
  return { ...page, headers: { ...page.headers, ...headers } };
}
