import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { z } from 'zod';
import { bodyOf, type ChatContext, json, Refusal } from '../answer.js';
import { spend } from '../budgets.js';
import { deskFor } from '../desk.js';
import { detailsOf, introduction, keepVouched, shown } from '../details.js';
import { flowFor } from '../flows.js';
import { keyOf } from '../keys.js';
import { limitsOf } from '../limits.js';
import { OPAQUE } from '../origins.js';
import { unseal } from '../seal.js';
import type { Flow, Settings } from '../settings.js';
import { newVisitor, readToken, renewed, tokenOf, type Visitor, vouchedFor } from '../visitor.js';

const text = (max: number) => z.string().max(max);
const ticket = z.object({ until: z.number() });
const asked = z.object({
  ticket: text(1000).optional(),
  token: text(4000).optional(),
  identity: text(4000).optional(),
  url: text(4000).optional(),
  title: text(1000).optional(),
  language: text(40).optional(),
});
const begun = asked.pick({ ticket: true, token: true, identity: true }).extend({ consent: z.boolean().optional() });

/** What the chat shows when it is opened. It keeps nothing and makes nobody known. */
export async function open(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  spend('signal', request, context);
  const said = bodyOf(request, asked);
  await requireTicket(request, said.ticket, context);
  const now = request.receivedAt.getTime();
  const visitor =
    (said.identity === undefined ? null : vouchedFor(said.identity, context, now)) ??
    (said.token === undefined ? null : await readToken(said.token, context, now));
  const who = visitor && (await shown(visitor, context));
  const flow = flowFor(context.settings, { url: said.url ?? null, known: who?.known ?? false });
  return json({
    flow: flow && shownFlow(flow),
    desk: await deskFor(context, flow, visitor),
    visitor: who,
    limits: limitsOf(context.settings),
    consent: consentOf(context.settings),
  });
}

/** Makes a browser known, or keeps it so. What the site signs for is the person; everybody else is a number that nobody can guess. */
export async function session(request: RawRequest, context: ChatContext): Promise<RawResponse> {
  spend('session', request, context);
  const said = bodyOf(request, begun);
  await requireTicket(request, said.ticket, context);
  const now = request.receivedAt.getTime();
  const visitor = await whoIs(said, context, now);
  const fresh = said.token === undefined || visitor.stale;
  if (fresh && consentOf(context.settings) && said.consent !== true && (await isNew(said.token, context, now)))
    throw new Refusal('CONSENT', 'The visitor must agree first.', { field: 'consent' });
  await keepVouched(visitor, context, now);
  if (visitor.identified) await context.ingest([introduction(visitor, await detailsOf(visitor, context))]);
  const held = renewed(visitor, now);
  const token = fresh ? await tokenOf(held, context, now) : said.token!;
  const until = fresh ? held.until : visitor.until;
  return json({ token, expiresAt: new Date(until).toISOString(), visitor: await shown(visitor, context) });
}

/** An identity that is not in order is refused: a site that makes a mistake must hear of it. */
async function whoIs(said: z.output<typeof begun>, context: ChatContext, now: number): Promise<Visitor> {
  if (said.identity !== undefined) {
    const vouched = vouchedFor(said.identity, context, now);
    if (vouched) return vouched;
    throw new Refusal('IDENTITY', 'The site has not signed for this person, or no longer.', { field: 'identity' });
  }
  return (said.token === undefined ? null : await readToken(said.token, context, now)) ?? newVisitor(now);
}

async function isNew(token: string | undefined, context: ChatContext, now: number): Promise<boolean> {
  return token === undefined || (await readToken(token, context, now)) === null;
}

/** A frame has no origin by which it could be let in: it shows that it was embedded where it may be. */
async function requireTicket(request: RawRequest, given: string | undefined, context: ChatContext): Promise<void> {
  if (request.headers['origin'] !== OPAQUE) return;
  const read = ticket.safeParse(given === undefined ? null : unseal(await keyOf(context), 'ticket', given));
  if (read.success && read.data.until > request.receivedAt.getTime()) return;
  throw new Refusal('TICKET', 'Load the frame again.', { field: 'ticket' });
}

function shownFlow({ id, heading, welcome, email, askName, awayText, awayEmail, language }: Flow) {
  return { id, heading, welcome, email, askName, awayText, awayEmail, language };
}

function consentOf({ consentText, consentLink }: Settings): { text: string; link: string | null } | null {
  return consentText === '' ? null : { text: consentText, link: consentLink || null };
}
