import type { Json } from '@balie/plugin-sdk';
import type { LoadedPlugin } from './describe.js';
import type { PluginSettings } from './spec.js';

/** What the host has set for the plugin, as the plugin's own schema makes it; throws an Error in words when it is wrong. */
export function parsePluginSettings(plugin: LoadedPlugin, { pluginId, values }: PluginSettings): Json {
  if (!plugin.settings) return {};
  const parsed = plugin.settings.safeParse(values);
  if (parsed.success) return parsed.data as Json;
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const name = variable(pluginId, unknown ?? String(issue?.path[0] ?? ''));
  throw new Error(unknown === undefined ? `The setting ${name} is wrong: ${issue?.message}` : `There is no setting ${name}.`);
}

/** The environment variable by which a setting is known to the host. */
function variable(pluginId: string, name: string): string {
  return `BALIE_PLUGIN_${pluginId}_${name.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase().replaceAll('-', '_');
}
