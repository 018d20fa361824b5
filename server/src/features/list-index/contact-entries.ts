import { MAIL_IDENTITY, NAMELESS_IDENTITY } from '../../kernel/identity-kinds.js';
import { grouped, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { wordsOf } from '../search-index/index.js';
import { addEntries, type Entry, putEntries, removeEntries } from './entry.js';
import { type FactsOf, putFacts, removeFacts, wordsOfFacts } from './facts.js';
import { endsOfNumber } from './terms.js';

const PHONE = 'phone';

interface Identity {
  kind: string;
  value: string;
  name: string | null;
  domain?: string | null;
}

/** Makes contacts findable as they are now, in the unit that changes them: by name, addresses, numbers, companies and facts. */
export async function indexContacts(tx: Tx, ids: readonly string[]): Promise<void> {
  const read = await readContacts(tx, ids);
  await putEntries(tx, read);
  await putFacts(tx, read);
}

/** Takes contacts out of the index. */
export async function removeContacts(tx: Tx, ids: readonly string[]): Promise<void> {
  await removeEntries(tx, ids);
  await removeFacts(tx, ids);
}

/** The same for one that was just made, with what the unit knows of him. */
export async function indexNewContact(
  tx: Tx,
  contact: { id: string; name: string | null; createdAt: number },
  identity: Identity,
): Promise<void> {
  const { domain } = identity;
  const companies = domain ? await tx.query<{ title: string }>(OF_DOMAIN, [domain]) : [];
  const titles = companies.map(({ title }) => title);
  await addEntries(tx, [entryOf(contact, [identity], titles)]);
}

const OF_DOMAIN = `SELECT title FROM crm_record WHERE type = 'COMPANY' AND lookup = ? AND deleted_at IS NULL`;

async function readContacts(reader: Reader, ids: readonly string[]): Promise<(Entry & FactsOf)[]> {
  if (ids.length === 0) return [];
  const marks = placeholders(ids);
  const contacts = await reader.query<{ id: string; name: string | null; fields: string; created_at: number | string }>(
    `SELECT id, name, fields, created_at FROM contact WHERE id IN (${marks})`,
    ids,
  );
  const identities = await reader.query<Identity & { contact_id: string }>(
    `SELECT contact_id, kind, value, name FROM contact_identity WHERE contact_id IN (${marks})`,
    ids,
  );
  const companies = await reader.query<{ contact_id: string; title: string }>(
    `SELECT a.to_id AS contact_id, r.title FROM association a JOIN crm_record r ON r.id = a.from_id
       WHERE a.to_id IN (${marks}) AND a.type = 'COMPANY' AND r.deleted_at IS NULL
     UNION SELECT i.contact_id, r.title FROM contact_identity i JOIN crm_record r ON r.type = 'COMPANY' AND r.lookup = i.domain
       WHERE i.contact_id IN (${marks}) AND r.deleted_at IS NULL`,
    [...ids, ...ids],
  );
  const found = contacts.map(({ id }) => id);
  const known = grouped(found, identities, ({ contact_id: id }) => id);
  const titles = grouped(found, companies, ({ contact_id: id }) => id);
  return contacts.map(({ id, name, fields, created_at: createdAt }, index) => {
    const mine = (titles[index] ?? []).map(({ title }) => title);
    const entry = entryOf({ id, name, createdAt: Number(createdAt) }, known[index] ?? [], mine);
    const facts = JSON.parse(fields) as Record<string, unknown>;
    return { ...entry, words: [...entry.words, ...wordsOfFacts(facts)], contactId: id, fields: facts };
  });
}

/** A browser that was here says nothing of who sat before it. */
function entryOf(
  { id, name, createdAt }: { id: string; name: string | null; createdAt: number },
  identities: readonly Identity[],
  companies: readonly string[],
): Entry {
  const known = identities.filter(({ kind }) => kind !== NAMELESS_IDENTITY);
  const numbers = known.filter(({ kind }) => kind === PHONE).flatMap(({ value }) => endsOfNumber(value));
  const others = known.filter(({ kind }) => kind !== PHONE);
  const named = others.flatMap((one) => (one.kind === MAIL_IDENTITY ? [one.value] : [one.value, one.name ?? '']));
  const texts = name === null && known.length === 0 ? [] : [name ?? '', ...named, ...companies];
  const words = [...texts.flatMap((text) => wordsOf(text).map(({ word }) => word)), ...numbers];
  return { id, type: 'CONTACT', at: createdAt, createdAt, words };
}
