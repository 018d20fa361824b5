import type { Identity, InboundEvent } from '@balie/plugin-sdk';
import type { ChatContext } from './answer.js';
import { z } from 'zod';
import { identityOf, type Visitor } from './visitor.js';

/** What a visitor has told of himself; as long as his browser may know him. */
export type Details = { name: string | null; email: string | null };
/** So long after his token has run out a copy of the chat may still go to him. */
const COPY_MS = 2 * 24 * 3_600_000;
const KEPT_MS = 395 * 24 * 3_600_000;

/** Where a visitor can be reached. */
export const address = z.email('This is not an e-mail address.').max(320);

/** What his page shows of himself. */
export type ShownVisitor = Details & { known: boolean; identified: boolean };

/** What the site says of him counts before what he says himself. */
export async function shown(visitor: Visitor, context: ChatContext): Promise<ShownVisitor> {
  const told = await detailsOf(visitor, context);
  const name = visitor.name ?? told.name;
  const email = visitor.email ?? told.email;
  return { known: visitor.identified || email !== null, identified: visitor.identified, name, email };
}

export async function detailsOf(visitor: Visitor, { state }: ChatContext): Promise<Details> {
  return (await state.get<Details>(keyFor(visitor)))?.value ?? { name: null, email: null };
}

/** Whom a copy of his chat reaches (D36): the address that the site vouches for, else the one he gave himself. */
export async function transcriptTo(
  id: string | undefined,
  why: 'asked' | 'ended',
  { state, settings: { transcript } }: ChatContext,
): Promise<Identity | null> {
  if (id === undefined || transcript === 'never' || (why === 'ended' && transcript !== 'always')) return null;
  const [vouched, told] = await Promise.all([state.get<string>(vouchedKey(id)), state.get<Details>(keyFor({ id }))]);
  if (vouched) return { kind: 'email', value: vouched.value, trust: 'verified' };
  const email = told?.value.email ?? null;
  return email === null ? null : { kind: 'email', value: email, trust: 'claimed' };
}

/** Keeps for whom the site has signed how he is reached, since only his token says it. */
export async function keepVouched({ id, identified, email, until }: Visitor, { state }: ChatContext, now: number): Promise<void> {
  if (!identified) return;
  if (email === null) await state.delete(vouchedKey(id));
  else await state.set(vouchedKey(id), email, { ttlMs: until - now + COPY_MS });
}

/** Keeps it, and tells the core: an address that he only says is no proof of who he is, and opens nothing. */
export async function tell(visitor: Visitor, details: Details, context: ChatContext): Promise<void> {
  await context.state.set(keyFor(visitor), details, { ttlMs: KEPT_MS });
  tied.delete(tieOf(visitor, context));
  await context.ingest([introduction(visitor, details)]);
}

/** Who he is, by what the site says, or else he himself. */
export function introduction(visitor: Visitor, { name, email }: Details): InboundEvent {
  const identity = identityOf({ ...visitor, name: visitor.name ?? name });
  const known: Identity[] = [
    ...(visitor.email === null ? [] : [{ kind: 'email', value: visitor.email, trust: 'verified' as const }]),
    ...(email === null || email === visitor.email ? [] : [{ kind: 'email', value: email, trust: 'claimed' as const }]),
  ];
  return { type: 'profile', identity, known, attributes: {} };
}

/** Of whom it was said here already whose conversation this is; the core knows a repeat for what it is, so forgetting some costs little. */
const tied = new Set<string>();
const TIED = 10_000;

/** What goes with what he writes, so that his conversation is tied to who he says he is, also when he said it before there was one. */
export async function tie(visitor: Visitor, context: ChatContext): Promise<InboundEvent[]> {
  const key = tieOf(visitor, context);
  if (tied.has(key)) return [];
  const details = await detailsOf(visitor, context);
  if (tied.size >= TIED) tied.clear();
  tied.add(key);
  const event = introduction(visitor, details);
  return event.type === 'profile' && event.known?.length ? [{ ...event, threadKey: visitor.id }] : [];
}

function tieOf({ id }: Visitor, { instance }: ChatContext): string {
  return `${instance.id} ${id}`;
}

function vouchedKey(id: string): string {
  return `vouched ${id}`;
}

function keyFor({ id }: Pick<Visitor, 'id'>): string {
  return `visitor ${id}`;
}
