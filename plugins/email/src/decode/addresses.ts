import { domainToASCII } from 'node:url';
import type { Identity } from '@balie/plugin-sdk';
import { parseAddressHeader, type AddressObject, type EmailAddress, type HeaderValue, type Headers } from 'mailparser';
import { all, decodeWords, first, type Field } from './head.js';
import { stripUnseen } from './names.js';

export interface Address {
  /** Lower-cased, the domain as A-label: the form in which addresses are compared. */
  value: string;
  name: string;
}

const USABLE = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/u;

/** A usable address in the form for comparison, or null (R-HDR-2, R-CHR-5). */
export function normalise(address: string | undefined): string | null {
  const trimmed = stripUnseen(address ?? '')
    .trim()
    .replace(/^<|>$/g, '')
    .toLowerCase();
  if (!USABLE.test(trimmed) || trimmed.length > 320) return null;
  const at = trimmed.lastIndexOf('@');
  const domain = trimmed.slice(at + 1);
  return `${trimmed.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

const cleanName = (name: string): string =>
  stripUnseen(name)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'](.*)["']$/, '$1')
    // What is left of a second bracket.
    .replace(/^([^<]*?)\s*>+$/, '$1')
    .slice(0, 200);

function flatten(list: readonly EmailAddress[]): Address[] {
  return list.flatMap((entry) => {
    if (entry.group) return flatten(entry.group);
    const value = normalise(entry.address);
    if (!value) return [];
    const name = cleanName(entry.name);
    return [{ value, name: name.toLowerCase() === value ? '' : name }];
  });
}

const isAddressObject = (value: unknown): value is AddressObject =>
  typeof value === 'object' && value !== null && 'value' in value && Array.isArray(value.value);

/** The usable addresses of a field that the library has parsed. */
export function addressesOf(headers: Headers, name: string): Address[] {
  const found: HeaderValue | undefined = headers.get(name);
  return (Array.isArray(found) ? (found as unknown[]) : [found])
    .filter(isAddressObject)
    .flatMap((object) => flatten(object.value));
}

/** The same for a field that it keeps as text. */
const parseAddresses = (values: string[]): Address[] =>
  values.flatMap((value) => flatten(parseAddressHeader(value.slice(0, 10_000)).value));

const unique = (addresses: Address[]): Address[] => [...new Map(addresses.map((a) => [a.value, a] as const)).values()];

/** `support+token@` without its detail, to compare with our own addresses. */
export const withoutDetail = (address: string): string => address.replace(/\+[^@]*@/, '@');

const ownForm = (address: string, own: readonly string[]): string => (own.includes(address) ? address : withoutDetail(address));

export interface People {
  from: Address[];
  /** What the sender calls himself, for when no address is usable. */
  called: string;
  /** Who the mail is from, as far as the mail itself says (R-HDR-2, R-FWD-2). */
  sender: Address | null;
  replyTo: Address[];
  to: Address[];
  cc: Address[];
}

/** Reads who wrote to whom. `own` are our addresses: a Reply-To that points at us names nobody. */
export function peopleOf(headers: Headers, fields: readonly Field[], own: readonly string[]): People {
  const isOwn = (address: Address) => own.includes(address.value) || own.includes(withoutDetail(address.value));
  const from = addressesOf(headers, 'from');
  const replyTo = addressesOf(headers, 'reply-to');
  // Our address with a token is ours: it must never come out as somebody to be answered (R-THR-3, R-INB-4).
  const folded = (address: Address) => (isOwn(address) ? { ...address, value: ownForm(address.value, own) } : address);
  const to = unique(addressesOf(headers, 'to').map(folded)).slice(0, MAX_PEOPLE);
  const cc = unique(addressesOf(headers, 'cc').map(folded)).slice(0, MAX_PEOPLE);
  const isList = fields.some((f) => f.name === 'list-id' || f.name === 'list-post' || f.name === 'x-google-group-id');
  const via = isList || /\bvia\b/i.test(from[0]?.name ?? '');
  const original = parseAddresses(all(fields, 'x-original-sender')).concat(
    via ? parseAddresses(all(fields, 'x-original-from')) : [],
  )[0];
  const listAddresses = new Set(
    [...to, ...cc, ...parseAddresses(all(fields, 'list-post').map((v) => v.replace(/mailto:/gi, '')))].map((a) => a.value),
  );
  const answer = replyTo.find((address) => !isOwn(address) && !(isList && listAddresses.has(address.value)));
  const named = (address: Address): Address => (address.name ? address : { ...address, name: from[0]?.name ?? '' });
  const sender =
    (original && !isOwn(original) ? { ...original, name: from[0]?.name || original.name } : undefined) ??
    (answer ? named(answer) : undefined) ??
    from[0] ??
    addressesOf(headers, 'sender')[0] ??
    parseAddresses(all(fields, 'return-path'))[0] ??
    null;
  const called = cleanName(decodeWords(first(fields, 'from')).replace(/<[^<>]*>|\([^()]*\)/g, ''));
  return { from, called, sender, replyTo, to, cc };
}

export const identity = (address: Address, trust: Identity['trust'] = 'claimed'): Identity => ({
  kind: 'email',
  value: address.value,
  trust,
  ...(address.name ? { name: address.name } : {}),
});

const CARRIERS = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'x-forwarded-to',
  'x-forwarded-for',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
];

/** The token of a plus address of ours, wherever the way of the mail has left it: in the envelope, where we know that, or in the head (R-THR-3). */
export function tokenOf(
  headers: Headers,
  fields: readonly Field[],
  own: readonly string[],
  envelope: readonly string[] = [],
): string | undefined {
  // As written, since the token may be sensitive to case.
  const written = CARRIERS.map((name) => `${all(fields, name).join(' ')} ${rawAddresses(headers, name).join(' ')}`);
  for (const text of [envelope.join(' '), ...written]) {
    for (const match of text.matchAll(
      /([^\s@<>"',;:+]{1,64})((?:\+[^\s@<>"',;:+]{1,64}){0,3})\+([A-Za-z0-9_-]{8,128})@([^\s@<>"',;:)]{1,255})/g,
    )) {
      const [, local = '', detail = '', token, domain = ''] = match;
      const base = normalise(`${local}${detail}@${domain}`);
      if (base && (own.length === 0 || own.includes(base) || own.includes(withoutDetail(base)))) return token;
    }
  }
  return undefined;
}

function rawAddresses(headers: Headers, name: string): string[] {
  const found: HeaderValue | undefined = headers.get(name);
  return (Array.isArray(found) ? (found as unknown[]) : [found])
    .filter(isAddressObject)
    .flatMap((object) => object.value.flatMap((entry) => (entry.group ?? [entry]).map((one) => one.address ?? '')));
}

/** RFC 5322 allows no longer line; what is longer identifies nothing. */
const IDS = /<[^<>\s]{1,950}>/g;
const MAX_IDS = 1000;
const MAX_PEOPLE = 1000;

export const messageIds = (value: string): string[] => value.match(IDS) ?? [];

/** The messages that this one answers, best first (R-THR-1). */
export function answersOf(fields: readonly Field[]): string[] {
  const parents = all(fields, 'in-reply-to').flatMap(messageIds);
  const references = all(fields, 'references').flatMap(messageIds).reverse();
  return [...new Set([...parents, ...references])].slice(0, MAX_IDS);
}

export const messageIdOf = (fields: readonly Field[]): string | undefined => messageIds(first(fields, 'message-id'))[0];
