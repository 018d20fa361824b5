import { visibleInboxes } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { claimIdentity, emitContact, saveContact } from '../contacts/index.js';
import { associate, companiesByName, type CrmRecord, saveRecord } from '../records/index.js';
import { EXTERNAL, type PlannedRow } from './plan.js';

/** Does what was planned, by the same way that people do it by hand; throws when somebody changed the same contacts meanwhile. */
export async function applyRows(tx: Tx, rows: readonly PlannedRow[]): Promise<void> {
  const names = [...new Set(rows.flatMap(({ companies }) => companies))];
  const companies = await companiesByName(tx, tx.ctx, visibleInboxes(tx.ctx.principal), names);
  for (const row of rows) if (row.contactId !== null) await applyRow(tx, row, row.contactId, companies);
}

async function applyRow(tx: Tx, row: PlannedRow, contactId: string, companies: Map<string, CrmRecord>): Promise<void> {
  if (row.save) await saveContact(tx, row.save);
  if (row.externalId !== null) await claim(tx, contactId, row.externalId);
  for (const name of row.companies) {
    const known = companies.get(name.toLowerCase());
    if (known) await associate(tx, known, [contactId]);
    else companies.set(name.toLowerCase(), await saveRecord(tx, { id: newId('company'), title: name, linkIds: [contactId] }));
  }
  if (!row.save && (row.externalId !== null || row.companies.length > 0)) emitContact(tx, 'UPDATED', contactId);
}

async function claim(tx: Tx, contactId: string, value: string): Promise<void> {
  const identity = { id: newId('identity'), contactId, kind: EXTERNAL, value, valueKey: value };
  const fresh = await claimIdentity(tx, { ...identity, verified: false, name: null, createdAt: tx.now });
  if (!fresh) throw new DomainError('CONFLICT', `${value} became another contact's meanwhile.`);
}
