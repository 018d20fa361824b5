import { DomainError } from '../../kernel/errors.js';
import { EXTERNAL_IDENTITY } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { claimIdentity, emitContact, saveContact } from '../contacts/index.js';
import { indexContacts } from '../list-index/index.js';
import { associate } from '../records/index.js';
import { Companies } from './companies.js';
import type { ContactWork } from './plan-contacts.js';
import type { PlannedRow } from './planned-row.js';

/** Does what was planned; throws when somebody changed the same contacts meanwhile. */
export async function applyContacts(tx: Tx, rows: readonly PlannedRow<ContactWork>[]): Promise<void> {
  const works = rows.flatMap(({ work }) => work ?? []);
  const companies = await Companies.named(
    tx,
    works.flatMap((work) => work.companies),
  );
  for (const work of works) await applyOne(tx, work, companies);
}

async function applyOne(tx: Tx, work: ContactWork, companies: Companies): Promise<void> {
  const { contactId, save, externalId } = work;
  if (save) await saveContact(tx, save);
  if (externalId !== null) await claim(tx, contactId, externalId);
  for (const name of work.companies) {
    const { company, fresh } = await companies.of(tx, name, [contactId]);
    if (!fresh) await associate(tx, company, [contactId]);
  }
  if (!save && (externalId !== null || work.companies.length > 0)) emitContact(tx, 'UPDATED', contactId);
}

async function claim(tx: Tx, contactId: string, value: string): Promise<void> {
  const identity = { id: newId('identity'), contactId, kind: EXTERNAL_IDENTITY, value, valueKey: value };
  const fresh = await claimIdentity(tx, { ...identity, verified: false, name: null, createdAt: tx.now });
  if (!fresh) throw new DomainError('CONFLICT', `${value} became another contact's meanwhile.`);
  await indexContacts(tx, [contactId]);
}
