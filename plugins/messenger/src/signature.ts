import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawRequest, RawResponse } from '@balie/plugin-sdk';

/**
 * Whether the request was signed with the app's secret: `X-Hub-Signature-256: sha256=<hex>` over the bytes as they came
 * (Meta, "Webhooks: Validating payloads"). In constant time.
 */
export function isSigned(request: RawRequest, appSecret: string): boolean {
  const said = /^sha256=([0-9a-f]{64})$/i.exec(request.headers['x-hub-signature-256'] ?? '')?.[1];
  if (!said) return false;
  return timingSafeEqual(createHmac('sha256', appSecret).update(request.body).digest(), Buffer.from(said, 'hex'));
}

/** The answer to Meta's handshake when it knows the word; null for any other request (Meta, "Webhooks: Verification requests"). */
export function handshake(request: RawRequest, verifyToken: string): RawResponse | null {
  if (request.method !== 'GET' || request.query['hub.mode'] !== 'subscribe') return null;
  const digest = (text: string): Buffer => createHmac('sha256', 'verify').update(text).digest();
  if (!timingSafeEqual(digest(request.query['hub.verify_token'] ?? ''), digest(verifyToken))) return null;
  const body = request.query['hub.challenge'] ?? '';
  // Meta sends a number; nothing else is said back to whoever asks.
  return /^\w{1,200}$/.test(body) ? { status: 200, headers: { 'content-type': 'text/plain' }, body } : null;
}

/** Proves with each call that it comes from the app itself (Meta, "Securing Graph API Calls: appsecret_proof"). */
export const proofOf = (token: string, appSecret: string): string => createHmac('sha256', appSecret).update(token).digest('hex');
