import type { RawRequest } from '@balie/plugin-sdk';
import { ChannelFailure } from '../features/channels/index.js';
import { checkResponse } from './http/answer.js';
import type { Redactor } from './redact.js';

const MAX_PAGE = 1024 * 1024;

/** What a route is asked with for a preview: nobody's request, so nothing of a person is in it. */
export function previewRequest(now: number): RawRequest {
  return { method: 'GET', path: '', query: {}, headers: {}, body: new Uint8Array(), ip: '', receivedAt: new Date(now) };
}

/** The page in an answer. Throws ChannelFailure when there is none, or none that can be shown. */
export function pageOf(answer: unknown, redactor: Redactor): string {
  const { status, headers, body } = checkResponse(answer);
  const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const page = typeof body === 'string' ? body : Buffer.from(body ?? []).toString('utf8');
  if (status !== 200 || !type.startsWith('text/html') || page.length > MAX_PAGE)
    throw new ChannelFailure('rejected', 'The plugin has no page to show for these settings.');
  return redactor.text(page);
}

type Schema = { [key: string]: unknown; default?: unknown; properties?: Record<string, Schema> };

/** Where the addresses of an instance begin; `shared` are webhooks of its plugin, which are the same for all instances. */
interface Place {
  base: string;
  instanceId: string;
  shared: readonly string[];
}

/** The schema with the addresses of one instance in what is only to be copied: `{route:NAME}`, `{webhook:NAME}`. */
export function withAddresses(schema: Record<string, unknown>, { base, instanceId, shared }: Place): Record<string, unknown> {
  const place = (text: string) =>
    text.replace(/\{(route|webhook):([\w-]{1,40})\}/g, (_all, kind: string, name: string) =>
      kind === 'webhook' && shared.includes(name)
        ? `${base}/hooks/${name}`
        : [base, kind === 'route' ? 'routes' : 'hooks', instanceId, name].join('/'),
    );
  const placed = (one: Schema): Schema => ({
    ...one,
    ...(one['x-copy'] === true && typeof one.default === 'string' ? { default: place(one.default) } : {}),
    ...(one.properties
      ? { properties: Object.fromEntries(Object.entries(one.properties).map(([name, field]) => [name, placed(field)])) }
      : {}),
  });
  return placed(schema as Schema);
}
