import { In } from 'typeorm';
import { DomainError } from '../../kernel/errors.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { findUploads, Upload } from '../messages/index.js';

/** A file that has arrived and can be sent. */
export type ReadyUpload = Upload & { hash: string };

/** The uploads in the order asked for; each must be the sender's own and complete. */
export async function requireUploads(reader: Reader, ids: readonly string[], userId: string): Promise<ReadyUpload[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await findUploads(reader, ids)).map((row) => [row.id, row]));
  return [...new Set(ids)].map((id, index) => {
    const row = rows.get(id);
    const path = ['uploadIds', String(index)];
    if (!row || row.userId !== userId) throw new DomainError('NOT_FOUND', 'This file is not there. Attach it again.', { path });
    if (row.hash === null) throw new DomainError('INVALID', `“${row.name}” has not arrived completely.`, { path });
    return row as ReadyUpload;
  });
}

/** Once sent they belong to the message. */
export async function consumeUploads(tx: Tx, uploads: readonly Upload[]): Promise<void> {
  if (uploads.length > 0) await tx.manager.delete(Upload, { id: In(uploads.map((upload) => upload.id)) });
}

/** Forgets what nothing has used. */
export async function sweepUploads(tx: Tx): Promise<number> {
  return tx.execute('DELETE FROM upload WHERE expires_at <= ?', [tx.now]);
}
