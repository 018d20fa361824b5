import { fromRows, insertRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { LinkedAccount } from './linked-account.entity.js';

type Raw = Record<string, unknown>;
/** An account as a network knows it, seen through one responder. */
export interface AccountKey {
  responderId: string;
  kind: string;
  value: string;
}
/** With the name of the responder. */
export type NamedAccount = LinkedAccount & { through: string };

/** Those of one agent, oldest first. */
export async function accountsOf(reader: Reader, userId: string): Promise<NamedAccount[]> {
  return named(reader, 'a.user_id = ?', userId);
}

export async function findAccount(reader: Reader, id: string): Promise<NamedAccount | null> {
  return (await named(reader, 'a.id = ?', id))[0] ?? null;
}

export async function accountOf(reader: Reader, { responderId, kind, value }: AccountKey): Promise<LinkedAccount | null> {
  const sql = 'SELECT * FROM linked_account WHERE responder_id = ? AND kind = ? AND value = ?';
  return fromRows(reader, LinkedAccount, await reader.query<Raw>(sql, [responderId, kind, value]))[0] ?? null;
}

export async function insertAccount(tx: Tx, account: LinkedAccount): Promise<void> {
  await insertRows(tx, LinkedAccount, [account]);
}

export async function deleteAccount(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM linked_account WHERE id = ?', [id]);
}

async function named(reader: Reader, where: string, value: string): Promise<NamedAccount[]> {
  const rows = await reader.query<Raw>(
    `SELECT a.*, r.name AS through_name FROM linked_account a JOIN responder r ON r.id = a.responder_id WHERE ${where} ORDER BY a.id`,
    [value],
  );
  const accounts = fromRows(reader, LinkedAccount, rows);
  return accounts.map((account, index) => ({ ...account, through: String(rows[index]?.['through_name']) }));
}
