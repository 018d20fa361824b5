import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { VisibleInboxes } from '../../kernel/access.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ToldFact } from './told-fact.entity.js';
import type { Contact } from './contact.entity.js';
import { emitContact } from './find-or-create.js';

const FACTS = 100;
const NAME_LENGTH = 60;
const VALUE_LENGTH = 4_000;

/** What a network tells of somebody. */
export interface ToldProfile {
  channelId: string;
  at: number;
  avatarUrl: string | null;
  attributes: Readonly<Record<string, unknown>>;
}

/** Keeps what a network tells of a contact; null takes a fact away. False when nothing of it was new. */
export async function keepToldFacts(tx: Tx, contact: Contact, told: ToldProfile): Promise<boolean> {
  const known = new Map((await toldFactsOf(tx, [contact.id])).map((fact) => [fact.name, JSON.stringify(fact.value)]));
  const entries = Object.entries(told.attributes)
    .map(([name, value]) => [name.trim().slice(0, NAME_LENGTH), value] as const)
    .filter(([name, value]) => name !== '' && (JSON.stringify(value) ?? '').length <= VALUE_LENGTH)
    .filter(([name, value]) => (value === null ? known.has(name) : known.get(name) !== JSON.stringify(value)));
  const gone = entries.filter(([, value]) => value === null).map(([name]) => name);
  const fresh = entries
    .filter(([name, value]) => value !== null && (known.has(name) || known.size < FACTS))
    .map(([name, value]) => ({ contactId: contact.id, name, value, channelId: told.channelId, at: told.at }));
  const changed = [...gone, ...fresh.map(({ name }) => name)];
  if (changed.length > 0)
    await tx.execute(`DELETE FROM told_fact WHERE contact_id = ? AND name IN (${placeholders(changed)})`, [
      contact.id,
      ...changed,
    ]);
  if (fresh.length > 0) await insertRows(tx, ToldFact, fresh);
  const pictured = told.avatarUrl !== null && contact.avatarUrl === null && (await fillAvatar(tx, contact.id, told.avatarUrl));
  if (changed.length === 0 && !pictured) return false;
  emitContact(tx, 'UPDATED', contact.id);
  return true;
}

/** What is known of these contacts, by name. */
export async function toldFactsOf(
  reader: Reader,
  contactIds: readonly string[],
  visible: VisibleInboxes = { all: true },
): Promise<ToldFact[]> {
  if (contactIds.length === 0) return [];
  // It came with what is said in an inbox, so it is for those who may read that.
  const inboxIds = visible.all ? [] : visible.inboxIds;
  const mine = visible.all ? '' : `AND channel_id IN (SELECT id FROM channel WHERE inbox_id IN (${placeholders(inboxIds)}))`;
  if (!visible.all && inboxIds.length === 0) return [];
  const sql = `SELECT * FROM told_fact WHERE contact_id IN (${placeholders(contactIds)}) ${mine} ORDER BY contact_id, name`;
  return fromRows(reader, ToldFact, await reader.query<Record<string, unknown>>(sql, [...contactIds, ...inboxIds]));
}

async function fillAvatar(tx: Tx, contactId: string, avatarUrl: string): Promise<boolean> {
  const sql = 'UPDATE contact SET avatar_url = ?, version = version + 1, updated_at = ? WHERE id = ? AND avatar_url IS NULL';
  return (await tx.execute(sql, [avatarUrl, tx.now, contactId])) === 1;
}
