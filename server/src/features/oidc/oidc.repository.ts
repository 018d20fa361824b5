import { newId } from '../../kernel/ids.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { SignInIdentity } from './identity.entity.js';
import { PROVIDER_ID, SignInProvider } from './provider.entity.js';

type Raw = Record<string, unknown>;
/** Who somebody is at a provider. */
export interface Account {
  issuer: string;
  subject: string;
  email: string | null;
}

export async function findProvider(reader: Reader): Promise<SignInProvider | null> {
  const rows = await reader.query<Raw>('SELECT * FROM sign_in_provider WHERE id = ?', [PROVIDER_ID]);
  return fromRows(reader, SignInProvider, rows)[0] ?? null;
}

/** False when another was first. */
export async function insertProvider(tx: Tx, provider: SignInProvider): Promise<boolean> {
  return (await insertRows(tx, SignInProvider, [provider], 'ON CONFLICT DO NOTHING')) === 1;
}

/** Changes it and counts its version up. */
export async function updateProvider(tx: Tx, provider: SignInProvider, patch: Partial<SignInProvider>): Promise<SignInProvider> {
  const changed = { ...patch, updatedAt: tx.now, version: provider.version + 1 };
  await updateRows(tx, SignInProvider, { id: PROVIDER_ID }, changed);
  return { ...provider, ...changed };
}

/** Whether nobody comes in by a password. */
export async function passwordsOff(reader: Reader): Promise<boolean> {
  return (await findProvider(reader))?.passwordsOff ?? false;
}

export async function findIdentity(reader: Reader, issuer: string, subject: string): Promise<SignInIdentity | null> {
  return one(reader, 'issuer = ? AND subject = ?', [issuer, subject]);
}

/** Who somebody is at this provider. */
export async function identityOf(reader: Reader, userId: string, issuer: string): Promise<SignInIdentity | null> {
  return one(reader, 'user_id = ? AND issuer = ?', [userId, issuer]);
}

export async function identityById(reader: Reader, id: string): Promise<SignInIdentity | null> {
  return one(reader, 'id = ?', [id]);
}

/** Those of one person, oldest first. */
export async function identitiesOf(reader: Reader, userId: string): Promise<SignInIdentity[]> {
  const rows = await reader.query<Raw>('SELECT * FROM sign_in_identity WHERE user_id = ? ORDER BY id', [userId]);
  return fromRows(reader, SignInIdentity, rows);
}

/** Who of these has an account of a provider. */
export async function withIdentity(reader: Reader, userIds: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT user_id FROM sign_in_identity WHERE user_id IN (${placeholders(userIds)})`;
  return (await reader.query<{ user_id: string }>(sql, userIds)).map((row) => row.user_id);
}

/** Ties an account to a person; null when it is tied already, or he to another. */
export async function tie(tx: Tx, userId: string, account: Account): Promise<SignInIdentity | null> {
  const row = { id: newId('signInIdentity'), userId, ...account, createdAt: tx.now, lastUsedAt: tx.now };
  return (await insertRows(tx, SignInIdentity, [row], 'ON CONFLICT DO NOTHING')) === 1 ? row : null;
}

/** Remembers that somebody came in by it. */
export async function useIdentity(tx: Tx, id: string, email: string | null): Promise<void> {
  await updateRows(tx, SignInIdentity, { id }, { lastUsedAt: tx.now, email });
}

export async function deleteIdentity(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM sign_in_identity WHERE id = ?', [id]);
}

/** Unties everything from a person; answers how much it was. */
export async function deleteIdentities(tx: Tx, userId: string): Promise<number> {
  return tx.execute('DELETE FROM sign_in_identity WHERE user_id = ?', [userId]);
}

async function one(reader: Reader, where: string, values: readonly string[]): Promise<SignInIdentity | null> {
  const rows = await reader.query<Raw>(`SELECT * FROM sign_in_identity WHERE ${where}`, values);
  return fromRows(reader, SignInIdentity, rows)[0] ?? null;
}
