/** Calls of webhooks: signed, with a deadline, through the host's guard against private addresses. */
import type { ResponderContext } from '@balie/plugin-sdk';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { StepFailed, type Facts } from './engine.js';

const MAX_ANSWER_BYTES = 64 * 1024;
const answer = z.object({
  say: z.string().max(4000).optional(),
  answers: z.record(z.string().regex(/^[\w.-]{1,40}$/), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

interface Call {
  url: string;
  seconds: number;
  /** The same on each repeat, so that the far side can know one. */
  key: string;
  body: Record<string, unknown>;
  secret: string;
  at: number;
}

/** `t=…,v1=…`: HMAC-SHA256 of the time in seconds, a point and the body. */
export function signatureOf(body: string, secret: string, at: number): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** What it answers: something to say, and values under names. Throws StepFailed. */
export async function callWebhook(
  http: ResponderContext<unknown>['http'],
  call: Call,
): Promise<{ say?: string; answers: Facts }> {
  const host = new URL(call.url).host;
  const body = JSON.stringify(call.body);
  const signed = call.secret === '' ? {} : { 'balie-signature': signatureOf(body, call.secret, call.at) };
  try {
    const response = await http(call.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': call.key, ...signed },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(call.seconds * 1000),
    });
    const text = await textOf(response);
    if (!response.ok) throw new StepFailed(`${host} answered ${response.status}.`);
    const parsed = answer.safeParse(text.trim() === '' ? {} : JSON.parse(text));
    if (!parsed.success) throw new StepFailed(`What ${host} answered is not of the right form.`);
    const answers = Object.fromEntries(
      Object.entries(parsed.data.answers ?? {}).map(([name, value]) => [name, String(value).slice(0, 2000)]),
    );
    return { answers, ...(parsed.data.say ? { say: parsed.data.say } : {}) };
  } catch (error) {
    if (error instanceof StepFailed) throw error;
    const late = (error as Error).name === 'TimeoutError';
    throw new StepFailed(
      late ? `${host} did not answer within ${call.seconds} seconds.` : `${host} could not be asked: ${(error as Error).message}`,
    );
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) throw new Error('its answer is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
