import { channelTypeId, type ChannelMember, type ChannelTypeInfo, type FilterRuleInfo } from '../features/channels/index.js';
import type { Capabilities, Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { capabilities } from './border.js';
import type { Manifest } from './manifest.js';

const text = z.union([z.string().min(1).max(500), z.object({ en: z.string().min(1).max(500) }).catchall(z.string().max(500))]);
const channel = z.object({
  type: z.string().min(1).max(40),
  title: text,
  icon: z.string().max(200),
  settingsSchema: z.record(z.string(), z.unknown()),
  settingsVersion: z.number().int().min(1),
  secretPaths: z.array(z.string().max(200)).max(100),
  capabilities,
  view: z.object({ id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), title: text }),
  filterRules: z.record(
    z.string().max(60),
    z.object({
      title: text,
      to: z.enum(['filtered', 'spam']),
      on: z.boolean(),
      knownContact: z.enum(['yields', 'beaten']),
      sender: z.literal('machine').optional(),
    }),
  ),
  identities: z.array(z.string().max(60)).max(20),
  has: z.array(z.string().max(40)),
});
const description = z.object({ apiVersion: z.number().int(), channels: z.array(channel), responders: z.array(z.string()) });

/** What a plugin said of itself, kept with its installation so that asking needs no process. */
export type Description = z.output<typeof description>;

/** Checks what `describe` answered: well-formed, true to the manifest, and honest about what it can do. Throws an Error in words. */
export function checkDescription(manifest: Manifest, value: unknown): Description {
  const parsed = description.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`The plugin describes itself wrongly at ${issue.path.join('.')}: ${issue.message}`);
  }
  const same = (a: string[], b: string[]) => [...a].sort().join() === [...b].sort().join();
  if (
    !same(
      manifest.channels,
      parsed.data.channels.map(({ type }) => type),
    )
  )
    throw new Error('The channel types of the plugin are not those of its manifest.');
  if (!same(manifest.responders, parsed.data.responders))
    throw new Error('The responders of the plugin are not those of its manifest.');
  for (const { type, capabilities: can, has } of parsed.data.channels) {
    if ((can.outbound !== 'none') !== has.includes('send'))
      throw new Error(`The channel type ${type} says that its outbound is “${can.outbound}”, which does not fit what it has.`);
  }
  return parsed.data;
}

/** A description as the features see it. */
export function channelTypesOf(pluginId: string, { channels }: Description): ChannelTypeInfo[] {
  return channels.map((described) => ({
    type: channelTypeId(described.type),
    pluginId,
    title: described.title as Text,
    icon: described.icon,
    settingsSchema: described.settingsSchema,
    settingsVersion: described.settingsVersion,
    secretPaths: described.secretPaths,
    capabilities: described.capabilities as Capabilities,
    view: described.view as { id: string; title: Text },
    filterRules: described.filterRules as Record<string, FilterRuleInfo>,
    identities: described.identities,
    hasSetup: described.has.includes('setup'),
    has: described.has as ChannelMember[],
  }));
}
