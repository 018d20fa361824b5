import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { PluginInstallation } from './plugin-installation.entity.js';
import { ID_PREFIXES } from '../../kernel/ids.js';

type Raw = Record<string, unknown>;

/** The id of a plugin as a node: its own word behind our prefix, so that ids carry their type. */
export function pluginNodeId(id: string): string {
  return `${ID_PREFIXES.plugin}_${id}`;
}

/** The plugin's own word in the id of a node. */
export function pluginIdOf(nodeId: string): string {
  const prefix = `${ID_PREFIXES.plugin}_`;
  return nodeId.startsWith(prefix) ? nodeId.slice(prefix.length) : nodeId;
}

/** All plugins, by name. */
export async function listInstallations(reader: Reader): Promise<PluginInstallation[]> {
  return fromRows(reader, PluginInstallation, await reader.query<Raw>('SELECT * FROM plugin_installation ORDER BY name, id'));
}

export async function findInstallation(reader: Reader, id: string): Promise<PluginInstallation | null> {
  const rows = await reader.query<Raw>('SELECT * FROM plugin_installation WHERE id = ?', [id]);
  return fromRows(reader, PluginInstallation, rows)[0] ?? null;
}

/** Adds or replaces the row of a plugin and tells the admins. */
export async function saveInstallation(
  tx: Tx,
  row: Omit<PluginInstallation, 'createdAt' | 'updatedAt' | 'version'>,
): Promise<PluginInstallation> {
  const known = await findInstallation(tx, row.id);
  if (known) {
    await changeInstallation(tx, known, row);
    return { ...known, ...row, version: known.version + 1, updatedAt: tx.now };
  }
  const created = { ...row, createdAt: tx.now, updatedAt: tx.now, version: 1 };
  await insertRows(tx, PluginInstallation, [created]);
  emitPlugin(tx, row.id, 'CREATED');
  return created;
}

/** Changes some columns and tells the admins. */
export async function changeInstallation(tx: Tx, known: PluginInstallation, patch: Partial<PluginInstallation>): Promise<void> {
  await updateRows(tx, PluginInstallation, { id: known.id }, { ...patch, version: known.version + 1, updatedAt: tx.now });
  emitPlugin(tx, known.id, 'UPDATED');
}

/** Takes the row away, with what the plugin has raised. */
export async function deleteInstallation(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM plugin_installation WHERE id = ?', [id]);
  await tx.execute('DELETE FROM plugin_state WHERE instance_id = ?', [id]);
  await tx.execute('DELETE FROM issue WHERE instance_id = ?', [id]);
  emitPlugin(tx, id, 'DELETED');
}

function emitPlugin(tx: Tx, id: string, change: 'CREATED' | 'UPDATED' | 'DELETED'): void {
  tx.emit({ type: `plugin.${change.toLowerCase()}`, change, nodeId: pluginNodeId(id), inboxId: null, audience: 'admins' });
}
