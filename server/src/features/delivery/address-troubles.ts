import { emitContact, findContactBy } from '../contacts/index.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { fromRows, insertRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { AddressTrouble } from './address-trouble.entity.js';

/** An address, in any of the ways to write it. */
export interface Address {
  kind: string;
  value: string;
}
/** What the far side has said about an address, and about which message. */
export type Trouble = Pick<AddressTrouble, 'trouble' | 'reason' | 'messageId'>;

/** Keeps what was said about an address, in the place of the same said earlier. */
export async function noteTrouble(tx: Tx, address: Address, { trouble, reason, messageId }: Trouble): Promise<void> {
  const { kind, value } = address;
  const row = { kind, valueKey: identityKey(kind, value), trouble, value, reason, messageId, at: tx.now };
  const again = 'reason = excluded.reason, message_id = excluded.message_id, at = excluded.at';
  await insertRows(tx, AddressTrouble, [row], `ON CONFLICT (kind, value_key, trouble) DO UPDATE SET ${again}`);
  await tellContact(tx, address);
}

/** Who has written from an address since is there again; it is asked when somebody wants to know, so that no mail that comes in costs more. */
const NOT_BACK = `NOT (t.trouble = 'UNREACHABLE' AND EXISTS (
  SELECT 1 FROM contact_identity i JOIN conversation c ON c.contact_id = i.contact_id
  WHERE i.kind = t.kind AND i.value_key = t.value_key AND c.last_inbound_at > t.at))`;

/** What is known of these addresses, the newest first. */
export async function troublesOf(reader: Reader, addresses: readonly Address[]): Promise<AddressTrouble[]> {
  if (addresses.length === 0) return [];
  const pairs = addresses.map(() => '(?, ?)').join(', ');
  const values = addresses.flatMap(({ kind, value }) => [kind, identityKey(kind, value)]);
  const sql = `SELECT t.* FROM address_trouble t WHERE (t.kind, t.value_key) IN (VALUES ${pairs}) AND ${NOT_BACK} ORDER BY t.at DESC, t.trouble`;
  return fromRows(reader, AddressTrouble, await reader.query<Record<string, unknown>>(sql, values));
}

/** By which an address and what is known of it find each other. */
export function troubleKey({ kind, value }: Address): string {
  return `${kind} ${identityKey(kind, value)}`;
}

async function tellContact(tx: Tx, { kind, value }: Address): Promise<void> {
  const known = await findContactBy(tx, kind, identityKey(kind, value));
  if (known) emitContact(tx, 'UPDATED', known.contact.id);
}
