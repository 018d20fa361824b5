import { createHash } from 'node:crypto';
import type { ExternalId, Identity, InboundEvent, Json, Part } from '@balie/plugin-sdk';
import { partOf } from './attachments.js';
import { type Entry, type Message, type Messaging, messaging, type Referral } from './payload.js';
import { metadataOf } from './metadata.js';

type MessageEvent = Extract<InboundEvent, { type: 'message' }>;
type Part1 = { type: 'fields'; fields: { name: string; label: string; value: Json }[] };

const EMOJIS: Record<string, string> = {
  smile: '😆',
  angry: '😠',
  sad: '😢',
  wow: '😮',
  love: '❤️',
  like: '👍',
  dislike: '👎',
};
/** Events that are about the page and its apps, not about what somebody said. */
const ABOUT_APPS = [
  'optin',
  'account_linking',
  'policy_enforcement',
  'app_roles',
  'pass_thread_control',
  'take_thread_control',
  'request_thread_control',
  'message_context',
  'hop_context',
];

/** All that happened on a page in one entry, in its order (Meta, "Webhook Events Reference"). Pure. */
export function eventsOf(entry: Entry): InboundEvent[] {
  const both = [
    ...(entry.messaging ?? []).map((one) => ({ one, standby: false })),
    ...(entry.standby ?? []).map((one) => ({ one, standby: true })),
  ];
  return both.flatMap(({ one, standby }) => {
    const parsed = messaging.safeParse(one);
    // One that is not as documented costs its neighbours nothing; the source of all of them is kept.
    if (!parsed.success) return [unknownOf(entry, one)].filter((event) => event !== null);
    return happened(entry, parsed.data).map((event) =>
      standby && event.type === 'message' ? { ...event, noAutoReply: true } : event,
    );
  });
}

function happened(entry: Entry, event: Messaging): InboundEvent[] {
  const at = new Date(event.timestamp ?? entry.time ?? 0);
  if (event.message) return aboutMessage(entry, event, event.message, at);
  const psid = event.sender?.id;
  if (psid === undefined || psid === entry.id) return [];
  const sender = personOf(psid);
  if (event.message_edit) {
    const { mid, text } = event.message_edit;
    return [{ type: 'edited', target: idOf(mid), at, parts: [{ type: 'text', text }] }];
  }
  if (event.postback) return [postbackOf(event, psid, at)];
  if (event.reaction) {
    const { mid, action, emoji, reaction } = event.reaction;
    const shown = emoji ?? EMOJIS[reaction ?? ''] ?? '👍';
    const removed = action === 'unreact' ? { removed: true } : {};
    return [{ type: 'reaction', target: idOf(mid), sender, emoji: [...shown].slice(0, 8).join(''), ...removed }];
  }
  if (event.delivery) {
    const { mids = [], watermark } = event.delivery;
    const each = mids.map((mid): InboundEvent => ({ type: 'receipt', status: 'delivered', at, target: { id: idOf(mid) } }));
    return [...each, upTo('delivered', psid, watermark)];
  }
  if (event.read) return [upTo('read', psid, event.read.watermark)];
  if (event.referral) return [{ type: 'profile', identity: sender, attributes: attributesOf(event.referral) }];
  if (ABOUT_APPS.some((name) => name in event)) return [];
  return [unknownOf(entry, event)].filter((one) => one !== null);
}

/** All messages up to then: Meta tells a moment, not the messages (Meta, "message_reads"). */
const upTo = (status: 'delivered' | 'read', psid: string, watermark: number): InboundEvent => ({
  type: 'receipt',
  status,
  at: new Date(watermark),
  target: { thread: psid, upTo: new Date(watermark) },
});

function aboutMessage(entry: Entry, event: Messaging, message: Message, at: Date): InboundEvent[] {
  const echo = message.is_echo === true || event.sender?.id === entry.id;
  const psid = echo ? event.recipient?.id : event.sender?.id;
  if (psid === undefined || psid === entry.id) return [];
  const id = message.mid === undefined ? madeId(psid, at, JSON.stringify(message)) : idOf(message.mid);
  if (message.is_deleted) return [{ type: 'deleted', target: id, at }];
  const ours = echo ? metadataOf(message.metadata) : null;
  // Only the last of several that we sent for one message shows that it is out as a whole.
  if (ours && !ours.last) return [];
  const thread = { key: psid, ...(message.reply_to ? { answers: [idOf(message.reply_to.mid)] } : {}) };
  const base = { type: 'message' as const, id, at, thread, parts: partsOf(message) };
  if (!echo) {
    const payload = message.quick_reply?.payload;
    return [{ ...base, sender: personOf(psid), ...(payload === undefined ? {} : { extras: { quickReply: payload } }) }];
  }
  return [{ ...base, sender: 'self', to: [personOf(psid)], ...(ours ? { sendKey: ours.sendKey } : {}) }];
}

function partsOf(message: Message): Part[] {
  const parts: Part[] = [];
  if (message.text) parts.push({ type: 'text', text: message.text });
  parts.push(...(message.attachments ?? []).map(partOf));
  if (message.referral) parts.push(referralPart(message.referral));
  if (parts.length === 0)
    parts.push({ type: 'unsupported', note: 'Messenger: a kind of message that is not passed on; look at it in Messenger.' });
  return parts;
}

/** A button that was tapped says what stands on it (Meta, "messaging_postbacks"). */
function postbackOf({ postback }: Messaging, psid: string, at: Date): MessageEvent {
  const { mid, title, payload, referral } = postback ?? {};
  const text = title ?? payload ?? '';
  const parts: Part[] = [{ type: 'text', text }];
  if (referral) parts.push(referralPart(referral));
  return {
    type: 'message',
    id: mid === undefined ? madeId(psid, at, `postback ${payload ?? text}`) : idOf(mid),
    at,
    sender: personOf(psid),
    thread: { key: psid },
    parts,
    ...(payload === undefined ? {} : { extras: { postback: payload } }),
  };
}

/** By which link or advertisement somebody came (Meta, "messaging_referrals"). */
function referralPart(referral: Referral): Part1 {
  const fields = Object.entries(attributesOf(referral)).map(([label, value]) => ({ name: label, label, value }));
  return { type: 'fields', fields };
}

function attributesOf({ ref, source, type, ad_id: ad, referer_uri: from }: Referral): Record<string, Json> {
  const all = { Referral: ref, 'Referral source': source ?? type, Advertisement: ad, 'Came from': from };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

/** Said by a person, in a way that is not known here: he is seen to have said something. */
function unknownOf(entry: Entry, one: unknown): InboundEvent | null {
  const { sender, timestamp, message, ...rest } = (one ?? {}) as Record<string, unknown>;
  const psid = (sender as { id?: unknown } | undefined)?.id;
  if (typeof psid !== 'string' || psid === '' || psid.length > 200 || psid === entry.id) return null;
  const at = new Date(typeof timestamp === 'number' && timestamp > 0 && timestamp < 8.64e15 ? timestamp : (entry.time ?? 0));
  const kind = message === undefined ? (Object.keys(rest).find((name) => name !== 'recipient') ?? 'unknown') : 'message';
  return {
    type: 'message',
    id: madeId(psid, at, JSON.stringify(one)),
    at,
    sender: personOf(psid),
    thread: { key: psid },
    parts: [{ type: 'unsupported', note: `Messenger: something of a kind that is not known here (${kind.slice(0, 60)}).` }],
    noAutoReply: true,
  };
}

/** A person as this page knows him: the page's own number for him, which Meta vouches for (D40: no more is known of a guest). */
const personOf = (psid: string): Identity => ({ kind: 'psid', value: psid, trust: 'verified' });
const idOf = (mid: string): ExternalId => mid as ExternalId;

/** For what has no id of its own: the same for the same event, however often it comes. */
function madeId(psid: string, at: Date, what: string): ExternalId {
  return `made:${createHash('sha256').update(`${psid} ${at.getTime()} ${what}`).digest('base64url')}` as ExternalId;
}
