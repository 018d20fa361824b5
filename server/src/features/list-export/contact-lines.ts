import type { VisibleInboxes } from '../../kernel/access.js';
import { csvLine } from '../../kernel/csv.js';
import { MAIL_IDENTITY, NAMELESS_IDENTITY } from '../../kernel/identity-kinds.js';
import type { Keyset } from '../../kernel/keyset.js';
import { grouped } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import {
  type Contact,
  type ContactIdentity,
  type ContactsAsked,
  type ContactProperty,
  identitiesOf,
  listContacts,
  listProperties,
} from '../contacts/index.js';
import { companiesOfContacts } from '../records/index.js';

const PAGE = 500;
const PHONE = 'phone';
const HEAD = ['id', 'name', 'email', 'phone', 'other', 'company', 'owner', 'created_at', 'updated_at'];

/** The list of contacts, page by page, a line for each; with the facts of the team under their names. */
export async function* contactLines(reader: Reader, filter: ContactsAsked, visible: VisibleInboxes): AsyncGenerator<string> {
  const properties = await listProperties(reader);
  yield csvLine([...HEAD, ...properties.map(({ label }) => label)]);
  for (let after: Keyset | null = null; ;) {
    const page: Contact[] = await listContacts(reader, { ...filter, after, limit: PAGE });
    if (page.length > 0) yield (await linesOf(reader, page, properties, visible)).join('');
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    after = { value: 0, id: last.id };
  }
}

async function linesOf(
  reader: Reader,
  page: readonly Contact[],
  properties: readonly ContactProperty[],
  visible: VisibleInboxes,
): Promise<string[]> {
  const ids = page.map(({ id }) => id);
  const identities = grouped(ids, await identitiesOf(reader, ids), ({ contactId }) => contactId);
  const companies = await companiesOfContacts(reader, ids, visible);
  const owners = await findAgents(reader, [...new Set(page.flatMap(({ ownerId }) => ownerId ?? []))]);
  const emails = new Map(owners.map(({ id, email }) => [id, email]));
  return page.map((contact, index) => {
    const known = identities[index] ?? [];
    return csvLine([
      contact.id,
      contact.name,
      valuesOf(known, (kind) => kind === MAIL_IDENTITY),
      valuesOf(known, (kind) => kind === PHONE),
      valuesOf(known, (kind) => ![MAIL_IDENTITY, PHONE, NAMELESS_IDENTITY].includes(kind)),
      (companies.get(contact.id) ?? []).join('; '),
      emails.get(contact.ownerId ?? '') ?? null,
      new Date(contact.createdAt).toISOString(),
      new Date(contact.updatedAt).toISOString(),
      ...properties.map(({ id }) => factOf(contact.fields[id])),
    ]);
  });
}

function valuesOf(identities: readonly ContactIdentity[], wanted: (kind: string) => boolean): string {
  return identities
    .filter(({ kind }) => wanted(kind))
    .map(({ value }) => value)
    .join('; ');
}

function factOf(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
