import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { z } from 'zod';
import { bodyOf, type ChatContext, json, NOTHING, Refusal } from '../answer.js';
import { spend } from '../budgets.js';
import { address, type Details, detailsOf, shown, tell } from '../details.js';
import { givesCopies } from '../limits.js';
import { pageOf, saidPage } from '../page.js';
import { identityOf, requireVisitor, topicOf } from '../visitor.js';

const told = z.object({
  email: address.optional(),
  name: z.string().trim().min(1).max(200).optional(),
});

/** He writes, or has stopped. */
export async function typing(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('signal', request, context, { visitor });
  const { active } = bodyOf(request, z.object({ active: z.boolean() }));
  await context.ingest([{ type: 'typing', sender: identityOf(visitor), thread: { key: visitor.id }, active }]);
  return NOTHING;
}

/** He has seen what was said up to a time. */
export async function read(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('signal', request, context, { visitor });
  const { upTo } = bodyOf(request, z.object({ upTo: z.iso.datetime().transform((text) => new Date(text)) }));
  // Nobody has read what is not written yet.
  const seen = upTo > request.receivedAt ? request.receivedAt : upTo;
  // Its own time, so that telling it again is the same thing again.
  await context.ingest([{ type: 'receipt', status: 'read', at: seen, target: { thread: visitor.id, upTo: seen } }]);
  return NOTHING;
}

/** He is on another page. */
export async function page(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('signal', request, context, { visitor });
  const here = pageOf(bodyOf(request, saidPage), context.settings);
  if (here)
    await context.ingest([
      { type: 'online', sender: identityOf(visitor), thread: { key: visitor.id, page: here }, active: true },
    ]);
  return NOTHING;
}

/** He closes the page. */
export async function leave(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('signal', request, context, { visitor });
  await context.ingest([{ type: 'online', sender: identityOf(visitor), thread: { key: visitor.id }, active: false }]);
  return NOTHING;
}

/** He wants a copy of what was said by mail (D36). The core sends it to the address that he gave, and nothing twice. */
export async function transcript(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('transcript', request, context, { visitor });
  if (!givesCopies(context.settings, await context.desk())) throw new Refusal('NOT_FOUND', 'There is no copy to be had.');
  const { email } = await shown(visitor, context);
  if (email === null) throw new Refusal('INVALID', 'Say your e-mail address first.', { field: 'email' });
  await context.ingest([{ type: 'transcript', threadKey: visitor.id, at: request.receivedAt }]);
  return NOTHING;
}

/** He says who he is and where he can be reached (D22, D23). For whom the site has signed, only what the site left out counts. */
export async function details(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  const visitor = await requireVisitor(request, context);
  spend('details', request, context, { visitor });
  const said = bodyOf(request, told);
  if (said.email === undefined && said.name === undefined)
    throw new Refusal('INVALID', 'Say a name or an e-mail address.', { field: 'email' });
  const before = await detailsOf(visitor, context);
  const after: Details = { name: said.name ?? before.name, email: said.email ?? before.email };
  if (after.name !== before.name || after.email !== before.email) await tell(visitor, after, context);
  const who = await shown(visitor, context);
  await context.publish(topicOf(visitor.id), { kind: 'visitor', visitor: who });
  return json({ visitor: who });
}
