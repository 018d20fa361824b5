import { createHmac, randomBytes } from 'node:crypto';

/** So long the secret before still signs, so that the far side can change to the new one. */
export const OVERLAP_MS = 24 * 60 * 60_000;

/** What signs, and what did until lately. */
export interface Secrets {
  now: string;
  before: string | null;
  /** Until when `before` still signs. */
  until: number;
}

/** As the Standard Webhooks write it: `whsec_` and base64 of 256 bits. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * The headers by which the far side knows that we sent it, that nobody changed it, when, and whether it had it before (Standard Webhooks
 * 1.0.0): HMAC-SHA256 over `<id>.<seconds>.<body>`, one signature for each secret that holds.
 */
export function signed({ now, before, until }: Secrets, id: string, body: string, at: number): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const holding = before !== null && at < until ? [now, before] : [now];
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': holding.map((secret) => `v1,${macOf(secret, `${id}.${seconds}.${body}`)}`).join(' '),
  };
}

function macOf(secret: string, text: string): string {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64');
}
