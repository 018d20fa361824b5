import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { z } from 'zod';
import { bodyOf, type ChatContext, json } from '../answer.js';
import { spend } from '../budgets.js';
import { deskFor } from '../desk.js';
import { shown } from '../details.js';
import { flowFor } from '../flows.js';
import { pageOf, versionOf } from '../items.js';
import { readMarkOf } from '../outward.js';
import { requireVisitor } from '../visitor.js';

const synced = z.object({ version: z.string().max(100).optional(), url: z.string().max(4000).optional() });
const time = z.iso.datetime().transform((text) => new Date(text));

/** Everything that a page must know after it was away: the newest of what was said, who is there, and how far it was read. */
export async function sync(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('signal', request, context, { visitor });
  const { version: seen, url } = bodyOf(request, synced);
  const [page, who, readUpTo] = await Promise.all([
    pageOf(context, visitor.id),
    shown(visitor, context),
    readMarkOf(visitor.id, context),
  ]);
  const flow = flowFor(context.settings, { url: url ?? null, known: who.known });
  const version = versionOf(page);
  const same = seen === version;
  return json({
    ...(same ? { items: [], unchanged: true } : { items: page.items }),
    more: page.more,
    version,
    desk: await deskFor(context, flow, visitor),
    visitor: who,
    readUpTo,
  });
}

/** What was said before a time. Only his own: nobody can name the thread of another (D24). */
export async function history(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('signal', request, context, { visitor });
  const { before } = bodyOf(request, z.object({ before: time }));
  return json(await pageOf(context, visitor.id, before));
}
