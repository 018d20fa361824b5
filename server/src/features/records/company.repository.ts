import type { VisibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { inboxesOf } from './association.repository.js';
import { mayEdit } from './record-access.js';
import { CrmRecord } from './record.entity.js';
import { seen } from './record.repository.js';

/** The companies of contacts by their names: those that were tied to them, and those whose domain they have an address of. */
export async function companiesOfContacts(
  reader: Reader,
  contactIds: readonly string[],
  visible: VisibleInboxes,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (contactIds.length === 0) return found;
  const rule = seen(visible);
  const marks = placeholders(contactIds);
  const rows = await reader.query<{ contact_id: string; title: string }>(
    `SELECT a.to_id AS contact_id, r.title FROM association a JOIN crm_record r ON r.id = a.from_id
       WHERE a.to_id IN (${marks}) AND a.type = 'COMPANY' AND r.deleted_at IS NULL AND ${rule.sql}
     UNION SELECT i.contact_id, r.title FROM contact_identity i JOIN crm_record r ON r.type = 'COMPANY' AND r.lookup = i.domain
       WHERE i.contact_id IN (${marks}) AND r.deleted_at IS NULL AND ${rule.sql} ORDER BY 1, 2`,
    [...contactIds, ...rule.values, ...contactIds, ...rule.values],
  );
  for (const { contact_id: id, title } of rows) found.set(id, [...(found.get(id) ?? []), title]);
  return found;
}

/** The companies of these names, whatever their case, that the asker may see and change; the oldest of a name, by its name in lower case. */
export async function companiesByName(
  reader: Reader,
  ctx: Ctx,
  visible: VisibleInboxes,
  names: readonly string[],
): Promise<Map<string, CrmRecord>> {
  if (names.length === 0) return new Map();
  const rule = seen(visible);
  const marks = placeholders(names);
  // SQLite lowers ASCII only, so a name with other capitals is also compared as it was written.
  const rows = await reader.query<Record<string, unknown>>(
    `SELECT r.* FROM crm_record r WHERE r.type = 'COMPANY' AND r.deleted_at IS NULL
       AND (LOWER(r.title) IN (${marks}) OR r.title IN (${marks})) AND ${rule.sql} ORDER BY r.id DESC`,
    [...names.map((name) => name.toLowerCase()), ...names, ...rule.values],
  );
  const companies = fromRows(reader, CrmRecord, rows);
  const ties = await inboxesOf(
    reader,
    companies.map(({ id }) => id),
  );
  const inboxes = (id: string): string[] => ties.filter(({ fromId }) => fromId === id).map(({ inboxId }) => inboxId);
  const mine = companies.filter(({ id }) => mayEdit(ctx, inboxes(id)));
  return new Map(mine.map((company) => [company.title.toLowerCase(), company]));
}
