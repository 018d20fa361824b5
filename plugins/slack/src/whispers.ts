import { ChannelError } from '@balie/plugin-sdk';
import type { Context, Slack } from './api.js';
import { type Post, wordTo } from './blocks.js';
import { isMember } from './desk.js';
import type { Known } from './people.js';
import { textsOf } from './texts.js';

/** How often somebody is told to link his account; the link holds an hour. */
const TOLD_MS = 30 * 60_000;

/** Where somebody is told something. */
export interface Spot {
  channel: string;
  user: string;
  thread_ts: string;
}

/** Tells somebody how to become known, now and then; only he sees it, since the link is good for his account. */
export async function invite(context: Context, slack: Slack, spot: Spot, { person, account }: Known, why: string): Promise<void> {
  const t = textsOf(context.settings);
  const told = `told:${account.value}`;
  if (await context.state.get(told)) return;
  await context.state.set(told, true, { ttlMs: TOLD_MS });
  const member = await isMember(context, person.email);
  const link = member ? await context.linkUrl({ ...account, trust: 'verified', name: person.name }) : null;
  await whisper(context, slack, spot, wordTo(t, `${why} ${member ? t.linkHelp : t.noMember}`, link));
}

/** A word that only he sees. That it can't be said stops nothing. */
export async function whisper(context: Context, slack: Slack, { channel, user, thread_ts }: Spot, post: Post): Promise<void> {
  await slack.call('chat.postEphemeral', { channel, user, thread_ts, ...post }).catch((error: unknown) => {
    if (!(error instanceof ChannelError)) throw error;
    context.log.warn(`Somebody could not be told: ${error.message}`);
  });
}
