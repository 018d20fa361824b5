import { fromRows, insertRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { PluginPublisher } from './publisher.entity.js';

/** Those whom admins trust, oldest first. */
export async function listPublishers(reader: Reader): Promise<PluginPublisher[]> {
  return fromRows(
    reader,
    PluginPublisher,
    await reader.query<Record<string, unknown>>('SELECT * FROM plugin_publisher ORDER BY id'),
  );
}

export async function insertPublisher(tx: Tx, publisher: PluginPublisher): Promise<void> {
  await insertRows(tx, PluginPublisher, [publisher]);
}

export async function deletePublisher(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM plugin_publisher WHERE id = ?', [id]);
}
