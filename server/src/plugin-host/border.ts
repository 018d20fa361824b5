import { isUint8Array } from 'node:util/types';
import type { CheckResult, Identity, InboundEvent, SendResult, SettingChoices, TryOut } from '@balie/plugin-sdk';
import type { SetupStepInfo, ToldOfPerson } from '../features/channels/index.js';
import { z } from 'zod';

/** What plugins say is checked here before the core believes it: sizes, kinds, and nothing that is not in the SDK. */

const short = z.string().max(1000);
const longText = z.string().max(4_000_000);
const json = z.json();
/** Not `z.date()`: a date that crossed from another process may be of another realm. */
export const instant = z.unknown().transform((value, context) => {
  const time = Object.prototype.toString.call(value) === '[object Date]' ? Number(value) : Number.NaN;
  if (Number.isNaN(time)) context.addIssue({ code: 'custom', message: 'must be a Date' });
  return new Date(time);
});
const externalId = short.min(1);
const identity = z.object({
  kind: z.string().min(1).max(60),
  value: z.string().min(1).max(1000),
  trust: z.enum(['verified', 'claimed']),
  name: short.optional(),
  avatarUrl: z.url().max(2000).optional(),
});
const tried = z.object({
  lines: z
    .array(
      z.object({
        from: z.enum(['responder', 'note']),
        text: z.string().max(20_000),
        options: z.array(short).max(100).optional(),
      }),
    )
    .max(500),
  state: json,
  over: z.boolean(),
});
/** Larger files are stored first, or fetched by their `ref`. */
const SMALL_FILE = 128 * 1024;
const isSmall = (value: unknown): boolean => isUint8Array(value) && value.byteLength <= SMALL_FILE;
const aboutFile = { name: short.optional(), mime: short.optional(), bytes: z.number().int().min(0).optional() };
const fileRef = z.union([
  z.object({ stored: z.string().regex(/^[0-9a-f]{64}$/), ...aboutFile }),
  z.object({ ref: z.string().min(1).max(4000), ...aboutFile }),
  // What crossed from another process is of its realm or a Buffer; each is a Uint8Array by its brand.
  z.object({
    data: z.custom<Uint8Array>(isSmall, 'must be at most 128 KiB of bytes'),
    name: short.optional(),
    mime: short.optional(),
  }),
]);
const attendee = z.object({ name: short.optional(), address: short.optional() });
const calendarEvent = z.object({
  method: short.optional(),
  uid: short.optional(),
  summary: z.string().max(4000).optional(),
  description: z.string().max(10_000).optional(),
  start: short.optional(),
  end: short.optional(),
  allDay: z.boolean(),
  timeZone: short.optional(),
  recurrence: short.optional(),
  location: z.string().max(4000).optional(),
  organizer: attendee.optional(),
  attendees: z
    .array(attendee.extend({ answer: short.optional() }))
    .max(500)
    .optional(),
  status: short.optional(),
  sequence: z.number().int().min(0).optional(),
  stamp: short.optional(),
  comment: z.string().max(4000).optional(),
});
const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: longText, html: longText.optional(), quoted: longText.optional() }),
  z.object({ type: z.literal('file'), file: fileRef, caption: longText.optional(), inlineId: short.optional() }),
  z.object({ type: z.literal('choices'), text: longText, options: z.array(z.object({ label: short, value: short })).max(100) }),
  z.object({ type: z.literal('fields'), fields: z.array(z.object({ name: short, label: short, value: json })).max(500) }),
  z.object({ type: z.literal('calendar'), event: calendarEvent }),
  z.object({
    type: z.literal('badge'),
    kind: z.enum(['signed', 'encrypted', 'pgp-signed', 'pgp-encrypted']),
    note: z.string().max(10_000),
  }),
  z.object({ type: z.literal('unsupported'), note: z.string().max(10_000) }),
]);
const parts = z.array(part).max(1000);
const people = z.array(identity).max(1000);
const thread = z.object({
  token: short.optional(),
  answers: z.array(externalId).max(1000).optional(),
  key: short.optional(),
  subject: z.string().max(4000).optional(),
  page: z
    .object({ url: z.string().max(2000), title: z.string().max(500).optional(), referrer: z.string().max(2000).optional() })
    .optional(),
});

const message = z.object({
  type: z.literal('message'),
  id: externalId,
  knownAs: z.array(externalId).max(100).optional(),
  forwarded: z.object({ sender: identity, at: instant.optional(), parts }).optional(),
  flags: z
    .array(z.object({ rule: short, detail: z.string().max(4000) }))
    .max(100)
    .optional(),
  at: instant,
  sender: z.union([identity, z.literal('self')]),
  writtenBy: people.optional(),
  to: people.optional(),
  cc: people.optional(),
  thread,
  parts,
  automatic: z.enum(['reply', 'bulk', 'list']).optional(),
  byWords: z.boolean().optional(),
  noAutoReply: z.boolean().optional(),
  authentication: z.enum(['passed', 'failed']).optional(),
  proofs: z
    .array(z.object({ method: short, result: short.optional(), by: short.optional(), record: short.optional() }))
    .max(50)
    .optional(),
  sendKey: short.optional(),
  opens: z
    .object({
      record: z.enum(['ticket', 'deal', 'task']),
      title: z.string().max(250).optional(),
      source: z.string().max(60).optional(),
    })
    .optional(),
  raw: fileRef.optional(),
  extras: json.optional(),
});
const change = z.object({ type: z.enum(['edited', 'deleted']), target: externalId, at: instant, parts: parts.optional() });
const reaction = z.object({
  type: z.literal('reaction'),
  target: externalId,
  sender: z.union([identity, z.literal('self')]),
  emoji: z.string().min(1).max(64),
  removed: z.boolean().optional(),
});
const receipt = z.object({
  type: z.literal('receipt'),
  status: z.enum(['delivered', 'read', 'failed', 'complained', 'delayed']),
  at: instant,
  recipient: identity.optional(),
  target: z.union([z.object({ id: externalId }), z.object({ thread: short, upTo: instant })]),
  reason: z.string().max(4000).optional(),
  unreachable: z.boolean().optional(),
});
const signal = z.object({ type: z.enum(['typing', 'online']), sender: identity, thread, active: z.boolean() });
const profile = z.object({
  type: z.literal('profile'),
  identity,
  attributes: z.record(short, json),
  known: z.array(identity).max(10).optional(),
  threadKey: short.optional(),
});
const transcript = z.object({ type: z.literal('transcript'), threadKey: short.min(1), at: instant });
const events = z.array(z.discriminatedUnion('type', [message, change, reaction, receipt, signal, profile, transcript])).max(1000);

const supports = z.enum(['full', 'partial', 'fallback', 'none']);
/** The capabilities of a channel type. */
export const capabilities = z.object({
  outbound: z.enum(['initiate', 'reply', 'none']),
  continuity: z.enum(['threads', 'one-per-contact', 'session']),
  replyWindow: z.object({ hours: z.number().positive(), peopleHours: z.number().positive().optional() }).optional(),
  offline: z.enum(['queue', 'next-route']).optional(),
  ending: z
    .object({
      afterMinutes: z
        .number()
        .int()
        .min(1)
        .max(7 * 24 * 60),
      closes: z.boolean(),
    })
    .optional(),
  text: z.object({
    maxLength: z.number().int().positive().optional(),
    formats: z.array(z.enum(['bold', 'italic', 'link', 'list', 'code', 'image'])),
  }),
  files: z.union([
    z.literal('none'),
    z.object({ maxBytes: z.number().positive(), maxCount: z.number().int().positive(), mime: z.array(short).max(500) }),
  ]),
  choices: supports,
  calendar: supports.optional(),
  edit: supports,
  delete: supports,
  reaction: supports,
  typing: z.object({ in: z.boolean(), out: z.boolean() }),
  receipts: z.array(z.enum(['delivered', 'read'])),
  compose: z.array(z.enum(['subject', 'to', 'cc', 'bcc'])),
});
const checkResult = z.object({
  account: short.min(1),
  label: short.min(1),
  own: people.optional(),
  capabilities: capabilities.partial().optional(),
  checks: z
    .array(
      z.object({
        title: short,
        ok: z.boolean(),
        message: z.string().max(4000).optional(),
        fix: z.object({ question: z.string().max(4000), setting: short, value: json }).optional(),
      }),
    )
    .max(100)
    .optional(),
});
const sendResult = z.object({
  ids: z.array(externalId).max(100),
  threadKey: short.optional(),
  status: z.enum(['accepted', 'delivered']),
  refused: z
    .array(
      z.object({
        to: identity,
        reason: z.string().max(4000),
        later: z.boolean().optional(),
        unreachable: z.boolean().optional(),
      }),
    )
    .max(1000)
    .optional(),
  via: short.optional(),
  acceptedAs: short.optional(),
});
const health = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  message: z.string().max(4000).optional(),
  lastSuccessAt: instant.optional(),
  position: z.string().max(4000).optional(),
});
const admission = z.object({ topics: z.array(z.string().min(1).max(200)).max(20), identity });
const fetched = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0),
  name: short,
  mime: short,
});
const profileTold = z.object({ name: short.optional(), avatarUrl: z.url().max(2000).optional() }).catchall(json);
const values = z.record(z.string(), json);
const words = z.union([z.string().max(4000), z.object({ en: z.string().max(4000) }).catchall(z.string().max(4000))]);
const settingChoices = z.object({
  choices: z
    .array(z.object({ value: z.string().min(1).max(1000), label: z.string().min(1).max(500), help: words.optional() }))
    .max(5000),
  note: words.optional(),
});
const setupStep = z.discriminatedUnion('show', [
  z.object({
    show: z.literal('form'),
    step: short,
    schema: z.record(z.string(), z.unknown()),
    values: values.optional(),
    error: words.optional(),
    keep: json.optional(),
  }),
  z.object({
    show: z.literal('redirect'),
    step: short,
    url: z.url({ protocol: /^https?$/ }).max(4000),
    keep: json.optional(),
  }),
  z.object({ show: z.enum(['text', 'qr']), step: short, data: longText, help: z.string().max(4000), keep: json.optional() }),
  z.object({ show: z.literal('done'), settings: values, state: values.optional() }),
]);
const decoded = z
  .array(z.union([z.object({ events: z.unknown() }), z.object({ error: z.object({ name: z.string(), message: z.string() }) })]))
  .max(1000);
const rawItems = z
  .array(z.object({ id: externalId, raw: z.object({ stored: z.string().regex(/^[0-9a-f]{64}$/) }), meta: json.optional() }))
  .max(1000);

/** Something that a plugin said and that is not what the SDK asks for. */
class BorderError extends Error {}

/** A check under the words by which its refusal is told. */
export function checked<T>(what: string, schema: z.ZodType<unknown>): (value: unknown) => T {
  return (value) => {
    const result = schema.safeParse(value);
    if (result.success) return result.data as T;
    const issue = result.error.issues[0]!;
    throw new BorderError(`The plugin's ${what} is not valid at ${issue.path.join('.') || 'its root'}: ${issue.message}`);
  };
}

export const checkEvents = checked<InboundEvent[]>('list of events', events);
/** What a plugin made of a list of items: as many answers as there were items, each still to be checked. */
export function checkDecoded(answer: unknown, count: number): z.output<typeof decoded> {
  const list = checked<z.output<typeof decoded>>('decoded items', decoded)(answer);
  if (list.length !== count) throw new Error(`The plugin answered for ${list.length} of ${count} items.`);
  return list;
}
export const checkCheckResult = checked<CheckResult>('answer to check', checkResult);
export const checkSendResult = checked<SendResult>('answer to send', sendResult);
/** How a plugin says that a channel is doing. */
export type Health = z.output<typeof health>;
export const checkHealth = checked<z.output<typeof health>>('health', health);
/** What a plugin found out about somebody. */
export const checkTranscriptTo = checked<Identity | null>('recipient of a transcript', identity.nullable());
export const checkProfile = checked<ToldOfPerson>('profile', profileTold);
/** One turn of a try-out. */
export const checkSettingChoices = checked<SettingChoices>('list of choices', settingChoices);
export const checkTryOut = checked<TryOut>('answer to tryOut', tried);
/** Whom a plugin lets in to be told live, and of what. */
export const checkAdmission = checked<{ topics: string[]; identity: Identity }>('admission', admission);
export const checkFetched = checked<z.output<typeof fetched>>('file', fetched);
export const checkRawItems = checked<z.output<typeof rawItems>>('list of raw items', rawItems);
export const checkSetupStep = checked<SetupStepInfo>('step of setting up', setupStep);
