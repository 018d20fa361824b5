import type { InboundEvent } from '@balie/plugin-sdk';
import { z } from 'zod';

// PostgreSQL keeps no U+0000 in text, and no network means anything by it.
const text = z.string().transform((value) => value.replaceAll('\u0000', ''));
const short = text.pipe(z.string().max(2_000));
const id = z.string().min(1).max(2_000);
/** JSON has no dates: what was stored comes back as a string. */
const date = z.coerce.date();
const json = z.json();

const identity = z.object({
  kind: short,
  value: short,
  trust: z.enum(['verified', 'claimed']),
  name: short.optional(),
  avatarUrl: short.optional(),
});
const file = z.union([
  z.object({ stored: z.string(), name: short.optional(), mime: short.optional(), bytes: z.number().optional() }),
  z.object({ ref: z.string(), name: short.optional(), mime: short.optional(), bytes: z.number().optional() }),
]);
const attendee = z.object({ name: text.optional(), address: text.optional(), answer: text.optional() });
const calendarEvent = z.object({
  method: text.optional(),
  uid: text.optional(),
  summary: text.optional(),
  description: text.optional(),
  start: text.optional(),
  end: text.optional(),
  allDay: z.boolean(),
  timeZone: text.optional(),
  recurrence: text.optional(),
  location: text.optional(),
  organizer: attendee.omit({ answer: true }).optional(),
  attendees: z.array(attendee).optional(),
  status: text.optional(),
  sequence: z.number().optional(),
  stamp: text.optional(),
  comment: text.optional(),
});
const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text, html: text.optional(), quoted: text.optional() }),
  z.object({ type: z.literal('file'), file, caption: short.optional(), inlineId: short.optional() }),
  z.object({ type: z.literal('choices'), text, options: z.array(z.object({ label: short, value: short })) }),
  z.object({ type: z.literal('fields'), fields: z.array(z.object({ name: short, label: short, value: json })) }),
  z.object({ type: z.literal('calendar'), event: calendarEvent }),
  z.object({ type: z.literal('badge'), kind: z.enum(['signed', 'encrypted', 'pgp-signed', 'pgp-encrypted']), note: text }),
  z.object({ type: z.literal('unsupported'), note: text }),
]);
const thread = z.object({
  token: short.optional(),
  answers: z.array(id).optional(),
  key: id.optional(),
  subject: text.optional(),
  page: z.object({ url: short, title: short.optional(), referrer: short.optional() }).optional(),
});
const sender = z.union([z.literal('self'), identity]);

const inboundEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    id,
    knownAs: z.array(id).optional(),
    forwarded: z.object({ sender: identity, at: date.optional(), parts: z.array(part) }).optional(),
    flags: z.array(z.object({ rule: short, detail: text })).optional(),
    at: date,
    sender,
    writtenBy: z.array(identity).optional(),
    to: z.array(identity).optional(),
    cc: z.array(identity).optional(),
    thread,
    parts: z.array(part),
    automatic: z.enum(['reply', 'bulk', 'list']).optional(),
    byWords: z.boolean().optional(),
    noAutoReply: z.boolean().optional(),
    authentication: z.enum(['passed', 'failed']).optional(),
    proofs: z
      .array(z.object({ method: short, result: short.optional(), by: short.optional(), record: short.optional() }))
      .optional(),
    sendKey: short.optional(),
    opens: z.object({ record: z.enum(['ticket', 'deal', 'task']), title: short.optional(), source: short.optional() }).optional(),
    raw: file.optional(),
    extras: json.optional(),
  }),
  z.object({ type: z.enum(['edited', 'deleted']), target: id, at: date, parts: z.array(part).optional() }),
  z.object({ type: z.literal('reaction'), target: id, sender, emoji: short, removed: z.boolean().optional() }),
  z.object({
    type: z.literal('receipt'),
    status: z.enum(['delivered', 'read', 'failed', 'complained', 'delayed']),
    at: date,
    recipient: identity.optional(),
    target: z.union([z.object({ id }), z.object({ thread: id, upTo: date })]),
    reason: text.optional(),
    unreachable: z.boolean().optional(),
  }),
  z.object({ type: z.enum(['typing', 'online']), sender: identity, thread, active: z.boolean() }),
  z.object({
    type: z.literal('profile'),
    identity,
    attributes: z.record(z.string(), json),
    known: z.array(identity).optional(),
    threadKey: id.optional(),
  }),
  z.object({ type: z.literal('transcript'), threadKey: id, at: date }),
]);

/** An event as the core takes it in: checked, without what no database keeps. */
export type CheckedEvent = z.output<typeof inboundEvent>;
export type MessageEvent = Extract<CheckedEvent, { type: 'message' }>;
export type CheckedPart = z.output<typeof part>;
export type CheckedIdentity = z.output<typeof identity>;

/** Checks what a plugin handed over; throws with the path of what is wrong. */
export function checkEvents(events: unknown): CheckedEvent[] {
  return z.array(inboundEvent).parse(events);
}

/** Typing and presence are shown now or never. */
export function isKept(event: InboundEvent): boolean {
  return event.type !== 'typing' && event.type !== 'online';
}
