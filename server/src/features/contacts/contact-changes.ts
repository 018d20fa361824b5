import { actorOf } from '../../kernel/context.js';
import type { Keyset } from '../../kernel/keyset.js';
import { newId } from '../../kernel/ids.js';
import { fromRows, insertRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { ContactChange } from './contact-change.entity.js';
import { listProperties } from './contact-property.repository.js';
import type { Contact } from './contact.entity.js';

/** One thing that is different since. */
export interface ChangeLine {
  what: ContactChange['what'];
  label?: string | null;
  was?: string | null;
  became?: string | null;
}

const LONGEST = 500;

/** Keeps what was changed about a contact, and by whom, for his timeline. */
export async function keepChanges(tx: Tx, contactId: string, lines: readonly ChangeLine[]): Promise<void> {
  if (lines.length === 0) return;
  const byName = actorOf(tx.ctx.principal).name;
  const rows = lines.map(({ what, label, was, became }) => ({
    ...{ id: newId('contactChange'), contactId, at: tx.now, what, label: label ?? null, byName },
    ...{ was: was?.slice(0, LONGEST) ?? null, became: became?.slice(0, LONGEST) ?? null },
  }));
  await insertRows(tx, ContactChange, rows);
}

/** The lines of what a change does to name, owner and facts; colleagues and facts by their names. */
export async function linesOf(tx: Tx, contact: Contact, { name, ownerId, fields }: Partial<Contact>): Promise<ChangeLine[]> {
  const lines: ChangeLine[] = [];
  if (name !== undefined) lines.push({ what: 'NAME', was: contact.name, became: name });
  if (ownerId !== undefined) {
    const agents = await findAgents(
      tx,
      [contact.ownerId, ownerId].filter((id) => id !== null),
    );
    const called = (id: string | null): string | null => agents.find((agent) => agent.id === id)?.name ?? null;
    lines.push({ what: 'OWNER', was: called(contact.ownerId), became: called(ownerId) });
  }
  if (fields === undefined) return lines;
  const labels = new Map((await listProperties(tx)).map(({ id, label }) => [id, label]));
  for (const id of new Set([...Object.keys(contact.fields), ...Object.keys(fields)])) {
    const [was, became] = [said(contact.fields[id]), said(fields[id])];
    if (was !== became) lines.push({ what: 'FACT', label: labels.get(id) ?? id, was, became });
  }
  return lines;
}

/** A fact is a text, a number, or yes or no. */
function said(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What was changed about a contact, newest first. */
export async function changesOfContact(
  reader: Reader,
  page: { contactId: string; after: Keyset | null; limit: number },
): Promise<ContactChange[]> {
  const beyond = page.after ? 'AND (at, id) < (?, ?)' : '';
  const rows = await reader.query<Record<string, unknown>>(
    `SELECT * FROM contact_change WHERE contact_id = ? ${beyond} ORDER BY at DESC, id DESC LIMIT ?`,
    [page.contactId, ...(page.after ? [page.after.value, page.after.id] : []), page.limit],
  );
  return fromRows(reader, ContactChange, rows);
}
