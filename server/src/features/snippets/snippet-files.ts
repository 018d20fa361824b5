import { DomainError } from '../../kernel/errors.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { consumeUploads, ownerOf, type ReadyUpload, requireUploads } from '../replies/index.js';
import { wipeFiles } from '../trash/index.js';
import { SnippetFile } from './snippet-file.entity.js';

const MOST = 10;
/** Of all files of one snippet together: what nearly every channel takes. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The files of snippets, each in its place. */
export async function filesOfSnippets(reader: Reader, snippetIds: readonly string[]): Promise<SnippetFile[]> {
  if (snippetIds.length === 0) return [];
  const sql = `SELECT * FROM snippet_file WHERE snippet_id IN (${placeholders(snippetIds)}) ORDER BY snippet_id, place, id`;
  return fromRows(reader, SnippetFile, await reader.query<Record<string, unknown>>(sql, snippetIds));
}

/**
 * Gives a snippet these files, in this order: ids of files that it has, and of uploads of whoever saves it. What it has no more is wiped.
 * Answers whether anything changed.
 */
export async function setFiles(tx: Tx, snippetId: string, ids: readonly string[]): Promise<boolean> {
  const before = await filesOfSnippets(tx, [snippetId]);
  const wanted = [...new Set(ids)];
  if (wanted.join() === before.map(({ id }) => id).join()) return false;
  const kept = new Map(before.map((file) => [file.id, file]));
  const uploads = await uploadsOf(
    tx,
    wanted.filter((id) => !kept.has(id)),
  );
  const fresh = new Map(uploads.map((upload) => [upload.id, upload]));
  const after = wanted.flatMap((id, place): SnippetFile[] => {
    const source = kept.get(id) ?? fresh.get(id);
    if (!source) return [];
    const { name, mime, bytes, hash } = source;
    return [{ id, snippetId, place, name, mime, bytes, hash }];
  });
  requireFitting(after);
  await tx.execute('DELETE FROM snippet_file WHERE snippet_id = ?', [snippetId]);
  if ((await insertRows(tx, SnippetFile, after, 'ON CONFLICT DO NOTHING')) !== after.length)
    throw new DomainError('CONFLICT', 'This file is kept elsewhere already. Attach it again.', { path: ['fileIds'] });
  await consumeUploads(tx, uploads);
  wipe(
    tx,
    before.filter(({ id }) => !wanted.includes(id)),
  );
  return true;
}

/** With a snippet that goes; the same bytes may stand elsewhere, and stay there. */
export async function removeFiles(tx: Tx, snippetId: string): Promise<void> {
  const files = await filesOfSnippets(tx, [snippetId]);
  if (files.length === 0) return;
  await tx.execute('DELETE FROM snippet_file WHERE snippet_id = ?', [snippetId]);
  wipe(tx, files);
}

async function uploadsOf(tx: Tx, ids: readonly string[]): Promise<ReadyUpload[]> {
  try {
    return await requireUploads(tx, ids, ownerOf(tx.ctx));
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError(error.code, error.message, { path: ['fileIds'] });
    throw error;
  }
}

function requireFitting(files: readonly SnippetFile[]): void {
  if (files.length > MOST)
    throw new DomainError('LIMIT', `A snippet has at most ${MOST} files. Remove one first.`, { path: ['fileIds'] });
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
    throw new DomainError('LIMIT', `The files of a snippet have at most ${MOST_BYTES / 1024 / 1024} MB together.`, {
      path: ['fileIds'],
    });
}

function wipe(tx: Tx, files: readonly SnippetFile[]): void {
  wipeFiles(
    tx,
    files.map(({ hash }) => hash),
  );
}
