import type { RawRequest } from '@balie/plugin-sdk';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Older requests may be replays (docs.slack.dev, “Verifying requests from Slack”). */
const MAX_AGE_MS = 5 * 60_000;

/** Whether Slack sent it: HMAC-SHA256 over `v0:<timestamp>:<raw body>`, not older than five minutes. */
export function isGenuine(request: Pick<RawRequest, 'headers' | 'body' | 'receivedAt'>, signingSecret: string): boolean {
  const { 'x-slack-request-timestamp': at = '', 'x-slack-signature': given = '' } = request.headers;
  if (!/^\d{1,12}$/.test(at)) return false;
  if (Math.abs(request.receivedAt.getTime() - Number(at) * 1000) > MAX_AGE_MS) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:`).update(request.body).digest('hex')}`,
  );
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
