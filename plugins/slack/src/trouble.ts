import { ChannelError } from '@balie/plugin-sdk';
import { type Context, SlackError } from './api.js';
import { textsOf } from './texts.js';

const SIGN_IN = 'sign-in';
/** What `watched` says of a failure that lasts until an admin has mended it. */
export const LOCKED_OUT = 'locked-out';
/** Slack's words for a channel in which we may not write. */
const NO_PLACE = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
]);
/** Issues of which this process knows that they are gone. */
const gone = new Set<string>();

/** The token is good for nothing any more, which an admin must read. */
export function tellRevoked(context: Context): Promise<void> {
  return raise(context, SIGN_IN, textsOf(context.settings).revoked);
}

/** It lets us in again. */
export function connected(context: Context): Promise<void> {
  gone.delete(`${context.instance.id} ${SIGN_IN}`);
  return clear(context, SIGN_IN);
}

/**
 * Does it, and tells an admin what he has to mend. A token that is good for nothing holds everything back rather than losing it: the host
 * tries again until there is another one. A channel that we may not write in costs what would stand there, and nothing else.
 */
export async function watched(context: Context, channel: string | null, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    await clear(context, SIGN_IN);
    if (channel !== null) await clear(context, `channel-${channel}`);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    if (error.kind === 'auth') {
      await tellRevoked(context);
      throw new ChannelError('transient', error.message, { code: LOCKED_OUT });
    }
    if (channel === null || !NO_PLACE.has(error.code)) throw error;
    await raise(context, `channel-${channel}`, textsOf(context.settings).noChannel(channel));
    context.log.warn(`Nothing could be written in ${channel}: ${error.code}`);
  }
}

async function raise(context: Context, id: string, title: string): Promise<void> {
  gone.delete(`${context.instance.id} ${id}`);
  await context.issue.raise(id, { severity: 'error', title });
}

async function clear(context: Context, id: string): Promise<void> {
  const key = `${context.instance.id} ${id}`;
  if (gone.has(key)) return;
  await context.issue.clear(id);
  gone.add(key);
}
