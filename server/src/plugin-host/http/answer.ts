import type { RawResponse } from '@balie/plugin-sdk';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { checked } from '../border.js';

const MAX_BODY = 16 * 1024 * 1024;
const bytes = z.custom<Uint8Array>((value) => ArrayBuffer.isView(value) && value.byteLength <= MAX_BODY);
const response = z.object({
  status: z.number().int().min(200).max(599),
  headers: z
    .record(
      z.string().regex(/^[\w-]{1,100}$/),
      z
        .string()
        .max(8000)
        .regex(/^[\t\x20-\x7e\x80-\xff]*$/),
    )
    .optional(),
  body: z.union([z.string().max(MAX_BODY), bytes]).optional(),
});
/** What a plugin answers to a request. */
export const checkResponse = checked<RawResponse>('answer to a request', response);

/** The host's own: a plugin can neither sign somebody in nor say how the connection is used. */
const OURS =
  /^(set-cookie|connection|transfer-encoding|content-length|upgrade|keep-alive|clear-site-data|strict-transport-security|x-frame-options|service-worker-allowed|access-control-.*)$/i;
/** Whatever a plugin serves never runs as a page of the agent app: it has an origin of its own. */
const SANDBOX = 'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Sends what a plugin answered. `open`: other sites may read and embed it. */
export function sendAnswer(to: ServerResponse, answer: RawResponse, o: { open: boolean; head: boolean }): void {
  const headers = Object.entries(answer.headers ?? {}).filter(([name]) => !OURS.test(name));
  const policy = headers.find(([name]) => name.toLowerCase() === 'content-security-policy')?.[1];
  to.statusCode = answer.status;
  to.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of headers) to.setHeader(name, value);
  to.setHeader('Content-Security-Policy', policy === undefined ? SANDBOX : `${policy}; ${SANDBOX}`);
  to.setHeader('X-Content-Type-Options', 'nosniff');
  if (!to.hasHeader('Content-Type')) to.setHeader('Content-Type', 'text/plain; charset=utf-8');
  if (o.open) openToOthers(to);
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : Buffer.from(answer.body ?? []);
  to.setHeader('Content-Length', body.length);
  to.end(o.head ? undefined : body);
}

/** Other sites may show it; what they may read is CORS's matter. */
export function openToOthers(to: ServerResponse): void {
  to.removeHeader('X-Frame-Options');
  to.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  to.removeHeader('Cross-Origin-Opener-Policy');
}
