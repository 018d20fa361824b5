import { type VisibleInboxes, visibleInboxes } from '../../kernel/access.js';
import { EXTERNAL_IDENTITY, identityKey } from '../../kernel/identity-kinds.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Contact, type ContactSave, findContacts, identitiesOf } from '../contacts/index.js';
import { companiesOfContacts } from '../records/index.js';
import type { Reader } from '../../kernel/uow.js';
import type { ImportKey } from './columns.js';
import type { Row } from './csv-file.js';
import { ownersOf } from './list-import.repository.js';
import { planEach, type PlannedRow, readEach, saidBy, type Taking } from './planned-row.js';
import { BadRow } from './problems.js';
import { readContact, type ReadContact } from './read-contact.js';

const MAX_IDENTITIES = 50;

/** What is to be done with somebody. */
export interface ContactWork {
  contactId: string;
  /** What is to be saved of the contact; null where nothing of it is different. */
  save: ContactSave | null;
  /** The id of another system that becomes the contact's. */
  externalId: string | null;
  /** Companies that become the contact's. */
  companies: string[];
}

/** A contact as it will be once the rows before are done. */
interface Known {
  name: string | null;
  ownerId: string | null;
  fields: Record<string, unknown>;
  deleted: boolean;
  external: string | null;
  identities: number;
  companies: Set<string>;
}
type Keyed = [kind: string, key: string];

/** What rows of contacts would do. */
export async function planContacts(
  reader: Reader,
  rows: readonly Row[],
  { rowReader, key, ctx }: Taking,
): Promise<PlannedRow<ContactWork>[]> {
  const read = readEach(rows, (row) => readContact(row, rowReader));
  const state = await PlanState.load(reader, saidBy(read), visibleInboxes(ctx.principal));
  return planEach(read, (row, said) => state.plan(row, said, key));
}

/** What is known of those whom the rows are about. */
class PlanState {
  private constructor(
    /** Whose an identity is, by kind and key. */
    private readonly owners: Map<string, string>,
    private readonly contacts: Map<string, Known>,
  ) {}

  static async load(reader: Reader, rows: readonly ReadContact[], visible: VisibleInboxes): Promise<PlanState> {
    const keys = rows.flatMap(keysOf);
    const ids = rows.flatMap(({ externalId }) => (externalId !== null && isId('contact', externalId) ? [externalId] : []));
    const owners = new Map((await ownersOf(reader, keys)).map((one) => [mark([one.kind, one.valueKey]), one.contactId]));
    const contacts = await findContacts(reader, [...new Set([...owners.values(), ...ids])]);
    const found = contacts.map(({ id }) => id);
    const identities = await identitiesOf(reader, found);
    const companies = await companiesOfContacts(reader, found, visible);
    const knownOf = (contact: Contact): Known => {
      const his = identities.filter(({ contactId }) => contactId === contact.id);
      return {
        name: contact.name,
        ownerId: contact.ownerId,
        fields: contact.fields,
        deleted: contact.deletedAt !== null,
        external: his.find(({ kind }) => kind === EXTERNAL_IDENTITY)?.valueKey ?? null,
        identities: his.length,
        companies: new Set((companies.get(contact.id) ?? []).map((name) => name.toLowerCase())),
      };
    };
    return new PlanState(owners, new Map(contacts.map((contact) => [contact.id, knownOf(contact)])));
  }

  plan(row: Row, said: ReadContact, key: ImportKey): PlannedRow<ContactWork> {
    const found = this.contactOf(said, key);
    const id = found ?? newId('contact');
    const known = this.contacts.get(id) ?? null;
    if (known?.deleted) throw new BadRow('IN_BIN', known.name);
    const addIdentities = this.newIdentities(id, said);
    const externalId = this.newExternal(id, known, said.externalId);
    if ((known?.identities ?? 0) + addIdentities.length > MAX_IDENTITIES) throw new BadRow('TOO_MANY_ADDRESSES');
    const companies = said.companies.filter((name) => !known?.companies.has(name.toLowerCase()));
    const changes = changesOf(known, said);
    const differs = Object.keys(changes).length > 0 || addIdentities.length > 0 || known === null;
    if (known === null && said.name === null && addIdentities.length === 0) throw new BadRow('EMPTY');
    this.remember(id, known, said);
    const outcome = known === null ? 'NEW' : differs || externalId !== null || companies.length > 0 ? 'UPDATE' : 'SAME';
    const name = said.name ?? known?.name ?? said.emails[0] ?? said.externalId;
    const save = differs ? { id, ...changes, addIdentities } : null;
    return { row, outcome, problem: null, name, work: { contactId: id, save, externalId, companies } };
  }

  /** Who the row is about; null for somebody new. */
  private contactOf({ emails, externalId }: ReadContact, key: ImportKey): string | null {
    if (key === 'EXTERNAL_ID') {
      if (externalId === null) throw new BadRow('NO_KEY');
      if (isId('contact', externalId)) {
        if (!this.contacts.has(externalId)) throw new BadRow('NO_SUCH_ID', externalId);
        return externalId;
      }
      const known = this.owners.get(mark([EXTERNAL_IDENTITY, externalId]));
      if (known) return known;
    } else if (emails.length === 0) throw new BadRow('NO_KEY');
    const [first, second] = [...new Set(emails.flatMap((value) => this.ownerOf('email', value) ?? []))];
    if (second !== undefined) throw new BadRow('OTHER_CONTACT', emails.join('; '));
    return first ?? null;
  }

  /** The addresses that he does not have yet; one of somebody else is never taken from him (G14 72). */
  private newIdentities(id: string, { emails, phones }: ReadContact): { kind: string; value: string }[] {
    const given = [...emails.map((value) => ({ kind: 'email', value })), ...phones.map((value) => ({ kind: 'phone', value }))];
    return given.filter(({ kind, value }) => {
      const owner = this.ownerOf(kind, value);
      if (owner && owner !== id) throw new BadRow('OTHER_CONTACT', value);
      return !owner;
    });
  }

  /** Two ids of another system are two people, until somebody says otherwise (G14 72). */
  private newExternal(id: string, known: Known | null, given: string | null): string | null {
    if (given === null || isId('contact', given)) return null;
    const owner = this.owners.get(mark([EXTERNAL_IDENTITY, given]));
    if (owner === id) return null;
    if (owner || (known?.external ?? null) !== null) throw new BadRow('OTHER_ID', known?.external ?? given);
    return given;
  }

  private ownerOf(kind: string, value: string): string | undefined {
    return this.owners.get(mark([kind, identityKey(kind, value)]));
  }

  private remember(id: string, known: Known | null, said: ReadContact): void {
    const keys = keysOf(said);
    for (const keyed of keys) this.owners.set(mark(keyed), id);
    this.contacts.set(id, {
      name: said.name ?? known?.name ?? null,
      ownerId: said.ownerId ?? known?.ownerId ?? null,
      fields: { ...known?.fields, ...said.fields },
      deleted: false,
      external: known?.external ?? (said.externalId !== null && !isId('contact', said.externalId) ? said.externalId : null),
      identities: (known?.identities ?? 0) + keys.length,
      companies: new Set([...(known?.companies ?? []), ...said.companies.map((name) => name.toLowerCase())]),
    });
  }
}

function changesOf(known: Known | null, { name, ownerId, fields }: ReadContact): Omit<ContactSave, 'id'> {
  const fresh = Object.entries(fields).filter(([id, value]) => JSON.stringify(known?.fields[id]) !== JSON.stringify(value));
  return {
    ...(name !== null && name !== known?.name ? { name } : {}),
    ...(ownerId !== null && ownerId !== known?.ownerId ? { ownerId } : {}),
    ...(fresh.length > 0 ? { fields: Object.fromEntries(fresh) } : {}),
  };
}

function keysOf({ emails, phones, externalId }: ReadContact): Keyed[] {
  return [
    ...emails.map((value): Keyed => ['email', identityKey('email', value)]),
    ...phones.map((value): Keyed => ['phone', identityKey('phone', value)]),
    ...(externalId !== null && !isId('contact', externalId) ? [[EXTERNAL_IDENTITY, externalId] as Keyed] : []),
  ];
}

function mark([kind, key]: Keyed): string {
  return `${kind}\n${key}`;
}
