import { DomainError } from '../../kernel/errors.js';
import type { Reader } from '../../kernel/uow.js';
import type { PluginInstallation } from './plugin-installation.entity.js';
import { listInstallations, pluginNodeId } from './plugin.repository.js';

type Offered = Pick<PluginInstallation, 'id' | 'manifest'>;

/** What both offer, in words; null when they can run side by side. */
function common(one: Offered, other: Offered): string | null {
  const both = (key: 'channels' | 'responders') => {
    const theirs = new Set(other.manifest[key] as string[] | undefined);
    return ((one.manifest[key] as string[] | undefined) ?? []).find((type) => theirs.has(type));
  };
  const [channel, responder] = [both('channels'), both('responders')];
  if (channel !== undefined) return `the channel type “${channel}”`;
  return responder === undefined ? null : `the responder “${responder}”`;
}

/** The plugin that is switched on and has a type that this one has, too, and which. */
export async function clashOf(reader: Reader, plugin: Offered): Promise<{ with: PluginInstallation; over: string } | null> {
  for (const other of await listInstallations(reader)) {
    const over = other.id === plugin.id || !other.enabled ? null : common(plugin, other);
    if (over !== null) return { with: other, over };
  }
  return null;
}

/** Throws CONFLICT, with the other plugin, when two would answer for one type. */
export async function refuseClash(reader: Reader, plugin: Offered, path: string[]): Promise<void> {
  const clash = await clashOf(reader, plugin);
  if (!clash) return;
  const words = `${clash.with.name} has ${clash.over} already. Switch it off or remove it first.`;
  throw new DomainError('CONFLICT', words, { path, currentId: pluginNodeId(clash.with.id) });
}
