import type { Json, RawRequest, RawResponse } from '@balie/plugin-sdk';
import { type Context, Slack } from './api.js';
import type { SlackFile } from './files-in.js';
import { type Decision, finish, KEPT_MS, keyOf } from './finish.js';
import { isWaiting, later } from './later.js';
import { mentioned, plain } from './mrkdwn.js';
import { homeOf, knownAs, namesOf } from './people.js';
import { isGenuine } from './signature.js';
import { conversationAt } from './thread.js';
import { tellRevoked } from './trouble.js';

/** Begins what is meant for colleagues. */
const ASIDE = /^\/\/\s*/;
/** A message is what a person writes; joining, editing and deleting are others. */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast']);

interface MessageEvent {
  type: 'message';
  subtype?: string;
  channel: string;
  user?: string;
  user_team?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
  files?: SlackFile[];
}
interface Envelope {
  type?: string;
  challenge?: string;
  team_id?: string;
  event?: MessageEvent | { type: 'tokens_revoked'; tokens?: { bot?: string[] } } | { type: 'app_uninstalled' };
}
export const json = (body: unknown, status = 200): RawResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const OK: RawResponse = { status: 200 };

/** Slack's events: answers in threads, and that we are let in no longer. Whatever is repeated is done once (X-Slack-Retry-Num). */
export async function onEvent(request: RawRequest, context: Context): Promise<RawResponse> {
  if (!isGenuine(request, context.settings.signingSecret)) return json({ error: 'The signature does not hold.' }, 401);
  const envelope = JSON.parse(Buffer.from(request.body).toString()) as Envelope;
  if (envelope.type === 'url_verification') return json({ challenge: String(envelope.challenge) });
  const { event } = envelope;
  if (envelope.type !== 'event_callback' || !event) return OK;
  if (event.type === 'app_uninstalled' || (event.type === 'tokens_revoked' && (event.tokens?.bot?.length ?? 0) > 0))
    await tellRevoked(context);
  if (event.type !== 'message' || !isAnswer(event)) return OK;
  const conversationId = await conversationAt(context, event.channel, event.thread_ts);
  if (conversationId) await onAnswer(context, conversationId, { ...event, team: event.user_team ?? String(envelope.team_id) });
  return OK;
}

type Answer = MessageEvent & { user: string; thread_ts: string };

function isAnswer(event: MessageEvent): event is Answer {
  const inThread = event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return inThread && WRITTEN.has(event.subtype) && event.user !== undefined && event.bot_id === undefined;
}

/**
 * An answer to the customer by a member who has linked his account; what anybody else writes, or begins with //, is a comment. What has files
 * is done beside: Slack waits for three seconds only.
 */
async function onAnswer(context: Context, conversationId: string, answer: Answer & { team: string }): Promise<void> {
  const { channel, ts, user, files = [] } = answer;
  const key = keyOf(channel, ts);
  const before = await context.state.get<Decision>(key);
  if (before?.value.done) return;
  const slack = new Slack(context);
  if (user === (await homeOf(context, slack)).userId) return;
  if (!before) {
    const decision = await decide(context, slack, conversationId, answer);
    await context.state.set(key, decision, { ifVersion: 0, ttlMs: KEPT_MS });
  }
  if (files.length > 0 || (await isWaiting(context, conversationId))) return later(context, { kind: 'in', key, conversationId });
  await finish(context, key, false);
}

async function decide(
  context: Context,
  slack: Slack,
  conversationId: string,
  { text = '', channel, ts, thread_ts, user, team, files = [] }: Answer & { team: string },
): Promise<Decision> {
  const { agent, person } = await knownAs(context, slack, team, user);
  const names = await namesOf(context, slack, mentioned(text));
  const words = plain(text, (one) => names.get(one));
  const aside = ASIDE.test(words);
  const own = agent !== null;
  const said = aside ? words.replace(ASIDE, '') : words;
  const by = `${person.name} (Slack)`;
  return {
    ...{ conversationId, channel, ts, thread_ts, user, team, own },
    direction: own && !aside ? 'OUTBOUND' : 'INTERNAL',
    text: own ? said : [by, said].filter(Boolean).join(': '),
    files: files.map(about),
    taken: {},
    done: false,
  };
}

/** What of a file is needed to fetch it. */
function about({ id, name = null, title, mimetype, size, mode, ...more }: SlackFile): Json {
  const { file_access, is_external, url_private, url_private_download } = more;
  const all = { id, name, title, mimetype, size, mode, file_access, is_external, url_private, url_private_download };
  return JSON.parse(JSON.stringify(all)) as Json;
}
