import { ChannelError, type RawRequest, type RawResponse } from '@balie/plugin-sdk';
import { type Context, Slack, SlackError } from './api.js';
import { type Post, wordTo } from './blocks.js';
import { isMember, type Written, write } from './desk.js';
import { mentioned, plain } from './mrkdwn.js';
import { homeOf, type Known, knownAs, namesOf } from './people.js';
import { isGenuine } from './signature.js';
import { textsOf } from './texts.js';
import { conversationAt } from './thread.js';
import { tellRevoked } from './trouble.js';

/** Slack repeats within minutes; people look back within days. */
const KEPT_MS = 7 * 24 * 60 * 60_000;
/** How often somebody is told to link his account; the link holds an hour. */
const TOLD_MS = 30 * 60_000;
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
  files?: unknown[];
}
interface Envelope {
  type?: string;
  challenge?: string;
  team_id?: string;
  event?: MessageEvent | { type: 'tokens_revoked'; tokens?: { bot?: string[] } } | { type: 'app_uninstalled' };
}
/** What was decided about a message in Slack, the same however often it is told. */
interface Decision {
  [key: string]: string | boolean;
  direction: 'OUTBOUND' | 'INTERNAL';
  text: string;
  own: boolean;
  done: boolean;
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

/** An answer to the customer by a member who has linked his account; what anybody else writes, or begins with //, is a comment. */
async function onAnswer(context: Context, conversationId: string, answer: Answer & { team: string }): Promise<void> {
  const { channel, ts, user, team } = answer;
  const key = `in:${channel}:${ts}`;
  const before = await context.state.get<Decision>(key);
  if (before?.value.done) return;
  const slack = new Slack(context);
  if (user === (await homeOf(context, slack)).userId) return;
  const known = await knownAs(context, slack, team, user);
  const decision = before?.value ?? (await decide(context, slack, answer, known));
  const t = textsOf(context.settings);
  const tell = (text: string, link: string | null = null) => whisper(context, slack, answer, wordTo(t, text, link));
  const version = before?.version ?? (await context.state.set(key, decision, { ifVersion: 0, ttlMs: KEPT_MS })).version;
  if (decision.text === '') {
    await context.state.set(key, { ...decision, done: true }, { ifVersion: version, ttlMs: KEPT_MS });
    return tell(t.onlyFiles);
  }
  const at = new Date(Number(ts) * 1000);
  const written: Written = {
    id: context.idFor('msg', { id: `${channel}:${ts}`, at }),
    conversationId,
    direction: decision.direction,
    text: decision.text,
  };
  const refused = await write(context, written, decision.own ? known.account : null);
  await context.state.set(key, { ...decision, done: true }, { ifVersion: version, ttlMs: KEPT_MS });
  await mark(slack, answer, refused ? 'x' : decision.direction === 'OUTBOUND' ? 'white_check_mark' : 'speech_balloon');
  if (refused) return tell(t.notSent(refused));
  if (!decision.own) return invite(context, slack, answer, known, t.keptAsComment);
  if ((answer.files?.length ?? 0) > 0) await tell(t.files);
}

async function decide(context: Context, slack: Slack, { text = '' }: Answer, { agent, person }: Known): Promise<Decision> {
  const names = await namesOf(context, slack, mentioned(text));
  const words = plain(text, (user) => names.get(user));
  const aside = ASIDE.test(words);
  const own = agent !== null;
  const said = aside ? words.replace(ASIDE, '') : words;
  return {
    direction: own && !aside ? 'OUTBOUND' : 'INTERNAL',
    text: own || said === '' ? said : `${person.name} (Slack): ${said}`,
    own,
    done: false,
  };
}

/** Tells somebody how to become known, now and then; only he sees it, since the link is good for his account. */
export async function invite(
  context: Context,
  slack: Slack,
  place: { channel: string; user: string; thread_ts: string },
  { person, account }: Known,
  why: string,
): Promise<void> {
  const t = textsOf(context.settings);
  const told = `told:${account.value}`;
  if (await context.state.get(told)) return;
  await context.state.set(told, true, { ttlMs: TOLD_MS });
  const member = await isMember(context, person.email);
  const link = member ? await context.linkUrl({ ...account, trust: 'verified', name: person.name }) : null;
  await whisper(context, slack, place, wordTo(t, `${why} ${member ? t.linkHelp : t.noMember}`, link));
}

/** A word that only he sees. That it can't be said stops nothing. */
export async function whisper(
  context: Context,
  slack: Slack,
  { channel, user, thread_ts }: { channel: string; user: string; thread_ts: string },
  post: Post,
): Promise<void> {
  await slack.call('chat.postEphemeral', { channel, user, thread_ts, ...post }).catch((error: unknown) => {
    if (!(error instanceof ChannelError)) throw error;
    context.log.warn(`Somebody could not be told: ${error.message}`);
  });
}

/** Shows at the message itself what became of it. */
async function mark(slack: Slack, { channel, ts }: Answer, name: string): Promise<void> {
  await slack.call('reactions.add', { channel, timestamp: ts, name }).catch((error: unknown) => {
    if (!(error instanceof SlackError)) throw error;
  });
}
