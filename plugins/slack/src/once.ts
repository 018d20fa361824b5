import { ChannelError } from '@balie/plugin-sdk';
import type { Context, Slack } from './api.js';
import type { Post } from './blocks.js';

/** A repeat after this long is none that the host would make. */
const KEPT_MS = 90 * 24 * 60 * 60_000;
const PAGES = 5;
const PAGE = 200;
/** Our clock and Slack's may differ by so much. */
const SKEW_S = 300;
const EVENT_TYPE = 'balie_post';

/** Where a post goes. */
export interface Place {
  channel: string;
  /** The message above the thread. */
  thread?: string;
}
interface Claim {
  [key: string]: number | string | null;
  since: number;
  ts: string | null;
}
interface Found {
  messages?: { ts: string; metadata?: { event_type?: string; event_payload?: { key?: string } } }[];
  response_metadata?: { next_cursor?: string };
}

/**
 * Posts what has this key at most once and answers with its `ts`, whatever ends in between: it is claimed before, carries the key as
 * metadata, and a claim without an answer is looked for in the channel before anything is posted again.
 */
export async function postOnce(context: Context, slack: Slack, key: string, place: Place, post: Post): Promise<string> {
  const stateKey = `post:${key}`;
  const { state } = context;
  const known = await state.get<Claim>(stateKey);
  if (known?.value.ts) return known.value.ts;
  const since = known?.value.since ?? Date.now();
  const claim = (ts: string | null, version: number) =>
    state.set(stateKey, { since, ts }, { ifVersion: version, ttlMs: KEPT_MS });
  const { version } = await claim(null, known?.version ?? 0).catch(() => {
    throw new ChannelError('transient', 'Another process is posting this at the moment.');
  });
  const ts = (known ? await find(slack, key, place, since) : null) ?? (await send(slack, key, place, post));
  await claim(ts, version);
  return ts;
}

async function send(slack: Slack, key: string, { channel, thread }: Place, post: Post): Promise<string> {
  const { ts } = await slack.call<{ ts: string }>('chat.postMessage', {
    channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...post,
    metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    unfurl_links: false,
    unfurl_media: false,
  });
  return ts;
}

/** Looks for a post that may have arrived although we did not hear of it. */
async function find(slack: Slack, key: string, { channel, thread }: Place, since: number): Promise<string | null> {
  const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
  const args = {
    channel,
    ...(thread === undefined ? {} : { ts: thread }),
    oldest: String(Math.floor(since / 1000) - SKEW_S),
    include_all_metadata: true,
    limit: PAGE,
  };
  let cursor = '';
  for (let page = 0; page < PAGES; page++) {
    const found = await slack.call<Found>(method, { ...args, ...(cursor === '' ? {} : { cursor }) });
    const same = found.messages?.find(
      ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload?.key === key,
    );
    if (same) return same.ts;
    cursor = found.response_metadata?.next_cursor ?? '';
    if (cursor === '') return null;
  }
  return null;
}
