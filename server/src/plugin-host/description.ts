import { channelTypeId, type ChannelMember, type ChannelTypeInfo, type FilterRuleInfo } from '../features/channels/index.js';
import type { Capabilities, RouteOptions, Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { capabilities } from './border.js';
import type { ActionInfo, ResponderTypeInfo } from '../features/responders/index.js';
import type { Manifest } from './manifest.js';

const SCOPES = [
  'CONVERSATIONS_READ',
  'CONVERSATIONS_WRITE',
  'MESSAGES_WRITE',
  'CONTACTS_READ',
  'CONTACTS_WRITE',
  'ADMIN',
  // Not of the API: to act in the name of agents who have linked an account.
  'ACT_FOR',
] as const;

const text = z.union([z.string().min(1).max(500), z.object({ en: z.string().min(1).max(500) }).catchall(z.string().max(500))]);
/** Names that stand in addresses. */
const word = z.string().regex(/^[a-zA-Z][\w-]{0,39}$/);
const route = z.object({
  method: z.enum(['GET', 'POST']),
  public: z.boolean(),
  admins: z.boolean().optional(),
  cors: z.boolean().optional(),
  maxBytes: z
    .number()
    .int()
    .min(0)
    .max(25 * 1024 * 1024)
    .optional(),
});
const sharedWebhook = z.object({ name: word, channelType: z.string().max(40), keys: z.literal('channels').optional() });
const action = z.object({
  title: text,
  input: z.record(z.string(), z.unknown()),
  output: z.record(z.string(), z.unknown()),
  calls: z.literal(true).optional(),
});
const offers = {
  routes: z.record(word, route).default({}),
  actions: z.record(word, action).default({}),
  schedules: z.record(word, z.string().regex(/^\d{1,5}[smhd]$/, 'A schedule is like 30s, 15m, 6h or 1d.')).default({}),
};
const configurable = {
  type: z.string().min(1).max(40),
  title: text,
  icon: z.string().max(200),
  settingsSchema: z.record(z.string(), z.unknown()),
  settingsVersion: z.number().int().min(1),
  secretPaths: z.array(z.string().max(200)).max(100),
};
const responder = z.object({
  ...configurable,
  ...offers,
  on: z.array(z.string().max(60)).max(50),
  scopes: z.array(z.enum(SCOPES)).max(20),
  turn: z.boolean(),
  page: z.boolean().default(false),
  settingChoices: z.array(word).max(20).default([]),
  has: z.array(z.enum(['takes', 'tryOut'])).default([]),
});
const channel = z.object({
  ...configurable,
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
  ...offers,
  webhooks: z.array(word).max(20).default([]),
  has: z.array(z.string().max(40)),
});
const description = z.object({
  apiVersion: z.number().int(),
  channels: z.array(channel),
  sharedWebhooks: z.array(sharedWebhook).max(20).default([]),
  responders: z.array(responder),
});

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
  const responders = parsed.data.responders;
  if (
    !same(
      manifest.responders,
      responders.map(({ type }) => type),
    )
  )
    throw new Error('The responders of the plugin are not those of its manifest.');
  for (const described of parsed.data.channels) checkHonest(described);
  for (const { type, scopes } of responders) {
    const more = scopes.filter((scope) => !manifest.permissions.scopes.includes(scope));
    if (more.length > 0) throw new Error(`The responder ${type} asks for ${more.join(', ')}, which the manifest does not.`);
  }
  return parsed.data;
}

/** What it says that it can do is what it has the members for, and the other way round. */
function checkHonest({ type, capabilities: can, has }: Description['channels'][number]): void {
  if ((can.outbound !== 'none') !== has.includes('send'))
    throw new Error(`The channel type ${type} says that its outbound is “${can.outbound}”, which does not fit what it has.`);
  if (can.typing.out !== has.includes('signalTyping'))
    throw new Error(`The channel type ${type} says whether it shows typing (typing.out), which does not fit what it has.`);
  const amends = [can.edit, can.delete, can.reaction].some((support) => support === 'full' || support === 'partial');
  if (amends !== has.includes('amend'))
    throw new Error(`The channel type ${type} says what of a message it can change, which does not fit what it has (amend).`);
}

/** The responders of a description as the features see them. */
export function responderTypesOf(pluginId: string, { responders }: Description): ResponderTypeInfo[] {
  return responders.map(({ title, ...described }) => ({
    ...described,
    title: title as Text,
    actions: actionsOf(described.actions),
    // What an earlier version of Balie kept of it says nothing of these.
    routes: (described.routes ?? {}) as Record<string, RouteOptions>,
    // What an earlier version of Balie kept has none of these.
    page: described.page ?? false,
    settingChoices: described.settingChoices ?? [],
    has: described.has ?? [],
    pluginId,
  }));
}

/** What its instances do by the clock. */
export function schedulesOf(
  description: Description,
): { kind: 'channel' | 'responder'; type: string; name: string; every: string }[] {
  const list = (kind: 'channel' | 'responder', types: { type: string; schedules?: Record<string, string> }[]) =>
    types.flatMap(({ type, schedules }) => Object.entries(schedules ?? {}).map(([name, every]) => ({ kind, type, name, every })));
  return [...list('channel', description.channels), ...list('responder', description.responders)];
}

/** Actions as the features see them; none in what an earlier version of Balie kept. */
export function actionsOf(actions: Description['channels'][number]['actions'] | undefined): Record<string, ActionInfo> {
  return (actions ?? {}) as Record<string, ActionInfo>;
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
    // What an earlier version of Balie kept of it says nothing of these.
    actions: actionsOf(described.actions),
    webhooks: described.webhooks ?? [],
    routes: (described.routes ?? {}) as Record<string, RouteOptions>,
    hasSetup: described.has.includes('setup'),
    has: described.has as ChannelMember[],
  }));
}
