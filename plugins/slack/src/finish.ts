import { ChannelError, type Json } from '@balie/plugin-sdk';
import { type Context, Slack, SlackError } from './api.js';
import { wordTo } from './blocks.js';
import { type Written, write } from './desk.js';
import { type Loss, nameOf, type SlackFile, takeFile } from './files-in.js';
import { escape } from './mrkdwn.js';
import { knownAs } from './people.js';
import { textsOf } from './texts.js';
import { invite, whisper } from './whispers.js';

/** Slack repeats within minutes; people look back within days. */
export const KEPT_MS = 7 * 24 * 60 * 60_000;

/** What was decided about a message in Slack, the same however often it is told. */
export interface Decision {
  [key: string]: Json;
  conversationId: string;
  channel: string;
  ts: string;
  thread_ts: string;
  user: string;
  team: string;
  direction: 'OUTBOUND' | 'INTERNAL';
  text: string;
  /** The member of Balie whose account it is wrote it. */
  own: boolean;
  files: Json[];
  /** By id of the file: that of the upload, or why there is none. */
  taken: Record<string, { upload: string } | { why: Loss }>;
  done: boolean;
}
export const keyOf = (channel: string, ts: string): string => `in:${channel}:${ts}`;

/** Does what was decided: fetches the files, writes the message once, and shows at it in Slack what became of it. `last`: without what can't be had now. */
export async function finish(context: Context, key: string, last: boolean): Promise<void> {
  const slack = new Slack(context);
  const found = await context.state.get<Decision>(key);
  if (!found || found.value.done) return;
  const known = await knownAs(context, slack, found.value.team, found.value.user);
  const actFor = found.value.own ? known.account : null;
  const decision = await withFiles(context, slack, key, { found, actFor, last });
  const outcome = await writeAll(context, decision, actFor);
  await keep(context, key, { ...decision, done: true });
  await mark(slack, decision, outcome);
  const t = textsOf(context.settings);
  const tell = (text: string) => whisper(context, slack, decision, wordTo(t, text, null));
  if (outcome.refused) await tell(t.notSent(escape(outcome.refused)));
  else if (!decision.own) await invite(context, slack, decision, known, t.keptAsComment);
  const lost = lostOf(context, decision);
  if (lost && decision.own) await tell(t.filesLost(escape(lost)));
}

interface Trial {
  found: { value: Decision; version: number };
  actFor: { kind: string; value: string } | null;
  last: boolean;
}

/** Each file that is settled is noted at once, so that a repeat goes on behind it. */
async function withFiles(context: Context, slack: Slack, key: string, { found, actFor, last }: Trial): Promise<Decision> {
  let { value: decision } = found;
  for (const file of decision.files as unknown as SlackFile[]) {
    if (decision.taken[file.id]) continue;
    const taken = await take(context, slack, decision, { file, actFor, last });
    decision = { ...decision, taken: { ...decision.taken, [file.id]: taken } };
    await keep(context, key, decision);
  }
  return decision;
}

async function take(
  context: Context,
  slack: Slack,
  { channel, ts }: Decision,
  { file, actFor, last }: { file: SlackFile } & Pick<Trial, 'actFor' | 'last'>,
): Promise<{ upload: string } | { why: Loss }> {
  try {
    const got = await takeFile(context, slack, file);
    if (typeof got === 'string') return { why: got };
    const id = context.idFor('upl', { id: `${channel}:${ts}`, at: timeOf(ts) }, file.id);
    const { name = nameOf(file), mime = 'application/octet-stream' } = got;
    return { upload: await context.upload(got, { id, name, mime, ...(actFor ? { actFor } : {}) }) };
  } catch (error) {
    if (!last || !(error instanceof ChannelError)) throw error;
    context.log.warn(`${nameOf(file)} was given up: ${error.message}`);
    return { why: 'unreachable' };
  }
}

/** The message, and where it goes to the customer without one of its files, a comment that says so to colleagues. */
async function writeAll(
  context: Context,
  decision: Decision,
  actFor: Trial['actFor'],
): Promise<{ refused: string | null; written: boolean }> {
  const { conversationId, channel, ts, direction, text } = decision;
  const uploadIds = Object.values(decision.taken).flatMap((one) => ('upload' in one ? [one.upload] : []));
  const lost = lostOf(context, decision);
  const missing = lost && textsOf(context.settings).filesMissing(lost);
  const outside = direction === 'OUTBOUND';
  const written: Written = {
    id: context.idFor('msg', { id: `${channel}:${ts}`, at: timeOf(ts) }),
    conversationId,
    direction,
    text: outside || !missing ? text : [text, missing].filter(Boolean).join('\n\n'),
    ...(uploadIds.length > 0 ? { uploadIds } : {}),
  };
  const any = written.text !== '' || uploadIds.length > 0;
  const refused = any ? await write(context, written, actFor) : null;
  if (outside && missing) {
    const id = context.idFor('msg', { id: `${channel}:${ts}`, at: timeOf(ts) }, 'missing');
    await write(context, { id, conversationId, direction: 'INTERNAL', text: missing }, actFor);
  }
  return { refused, written: any };
}

/** What can't be had, with the reason, for people. */
function lostOf({ settings }: Context, { files, taken }: Decision): string | null {
  const { lossWords } = textsOf(settings);
  const lost = (files as unknown as SlackFile[]).flatMap((file) => {
    const one = taken[file.id];
    return one && 'why' in one ? [`${nameOf(file)} (${lossWords[one.why]})`] : [];
  });
  return lost.length > 0 ? lost.join(', ') : null;
}

/** Shows at the message itself what became of it. */
async function mark(
  slack: Slack,
  { channel, ts, direction }: Decision,
  { refused, written }: { refused: string | null; written: boolean },
): Promise<void> {
  const sent = direction === 'OUTBOUND' ? 'white_check_mark' : 'speech_balloon';
  await slack
    .call('reactions.add', { channel, timestamp: ts, name: refused || !written ? 'x' : sent })
    .catch((error: unknown) => {
      if (!(error instanceof SlackError)) throw error;
    });
}

const timeOf = (ts: string): Date => new Date(Number(ts) * 1000);

const keep = (context: Context, key: string, decision: Decision) => context.state.set(key, decision, { ttlMs: KEPT_MS });
