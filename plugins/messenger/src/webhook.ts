import { entriesOf } from './payload.js';
import { eventsOf } from './decode.js';
import type { Settings } from './settings.js';
import { handshake, isSigned } from './signature.js';
import type { ChannelsWebhook } from '@balie/plugin-sdk';

/** One address for all pages: an app of Meta's has one, and puts what happens on several pages into one request (Meta, "Webhooks: Getting Started"). */
export const webhook: ChannelsWebhook<Settings> = {
  channelType: 'messenger',
  keys: 'channels',
  challenge: (request, { verifyToken }) => handshake(request, verifyToken),
  verify: (request, { appSecret }) => isSigned(request, appSecret),
  accounts: ({ body }) => [...new Set(entriesOf(body).map(({ id }) => id))],
  decode: ({ body }, account) =>
    entriesOf(body)
      .filter(({ id }) => id === account)
      .flatMap(eventsOf),
  answer: { status: 200, headers: { 'content-type': 'text/plain' }, body: 'EVENT_RECEIVED' },
};
