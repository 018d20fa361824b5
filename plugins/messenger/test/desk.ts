import type { ChannelContext, ExternalId, InboundEvent, OutboundMessage, Part, RawRequest } from '@balie/plugin-sdk';
import { SimulatedHost } from '@balie/plugin-sdk/kit';
import { settings, type Settings } from '../src/settings.js';
import { webhook } from '../src/webhook.js';
import type { GraphApi } from './graph-api.js';

export const PAGE = '110';
export const ANNA = '7001';
export const VERIFY = 'a word of ours';

export const settingsFor = (api: GraphApi, more: object = {}) => ({
  appId: api.app.id,
  appSecret: api.app.secret,
  pageToken: `canary-token-${PAGE}`,
  verifyToken: VERIFY,
  ...more,
});

/** A context of a page that is connected to this API. */
export function contextFor(api: GraphApi, more: object = {}): { host: SimulatedHost; context: ChannelContext<Settings> } {
  const host = new SimulatedHost('chn_1', () => ({ graphUrl: api.url }));
  const context = host.context(settings.parse(settingsFor(api, more)));
  return { host, context: { ...context, instance: { ...context.instance, account: PAGE } } };
}

/** A message to Anna. */
export function toAnna(parts: Part[] | string, more: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    sendKey: 'key-1',
    attempt: 1,
    uncertain: false,
    from: { kind: 'psid', value: PAGE, trust: 'verified' },
    to: [{ kind: 'psid', value: ANNA, trust: 'verified' }],
    thread: { id: 'thr_1', key: ANNA, answers: [], replyToken: 'r' },
    author: { name: 'Mia', bot: false },
    parts: typeof parts === 'string' ? [{ type: 'text', text: parts }] : parts,
    extras: {},
    ...more,
  };
}

/** A request of Meta's. */
export function requestOf(body: unknown, headers: Record<string, string> = {}): RawRequest {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  return { method: 'POST', path: '', query: {}, headers, body: bytes, ip: '127.0.0.1', receivedAt: new Date(0) };
}

export const batchOf = (...messaging: object[]) => ({ object: 'page', entry: [{ id: PAGE, time: 1, messaging }] });
/** What Anna does. */
export const byAnna = (what: object, timestamp = 1_700_000_000_000) => ({
  sender: { id: ANNA },
  recipient: { id: PAGE },
  timestamp,
  ...what,
});
export const decoded = (...messaging: object[]): InboundEvent[] => webhook.decode(requestOf(batchOf(...messaging)), PAGE);
export const id = (text: string): ExternalId => text as ExternalId;
