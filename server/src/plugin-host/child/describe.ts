import type { Channel, Responder, RouteOptions, SharedWebhook, Text } from '@balie/plugin-sdk';
import type { z } from 'zod';
import type { DescribedChannel, DescribedPlugin, DescribedResponder } from './spec.js';

/** The plugin as it is exported; only its shape is known. */
export interface LoadedPlugin {
  settings?: z.ZodObject;
  channels?: Channel[];
  sharedWebhooks?: Record<string, SharedWebhook<never> & { keys?: 'channels' }>;
  responders?: Responder[];
}

const MEMBERS = [
  'setup',
  'listen',
  'health',
  'send',
  'amend',
  'signalTyping',
  'signalRead',
  'signalDesk',
  'transcriptTo',
  'fetchFile',
  'decode',
  'fetchProfile',
  'stream',
] as const;

/** All that the host needs to know, as data: functions stay here. */
export function describePlugin(plugin: LoadedPlugin, apiVersion: number): DescribedPlugin {
  return {
    apiVersion,
    channels: (plugin.channels ?? []).map(describeChannel),
    sharedWebhooks: Object.entries(plugin.sharedWebhooks ?? {}).map(([name, { channelType, keys }]) => ({
      name,
      channelType,
      ...(keys === 'channels' ? { keys } : {}),
    })),
    responders: (plugin.responders ?? []).map(describeResponder),
  };
}

function describeResponder(responder: Responder): DescribedResponder {
  const { type, title, icon, settingsVersion, on, scopes, turn, page = false } = responder;
  const secretPaths: string[] = [];
  const raw = responder.settings.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema;
  const settingsSchema = mark(raw, [], secretPaths);
  const has = (['takes', 'tryOut'] as const).filter((member) => typeof responder[member] === 'function');
  const settingChoices = Object.keys(responder.settingChoices ?? {});
  const form = { settingsSchema, settingsVersion, secretPaths, settingChoices };
  return { type, title, icon, ...form, on, scopes, turn, page, has, ...offersOf(responder) };
}

/** What a channel and a responder have in common here. */
interface Offers {
  actions?: Record<string, { title: Text; input: z.ZodObject; output: z.ZodObject; calls?: true }>;
  schedules?: Record<string, { every: string }>;
  routes?: Record<string, RouteOptions>;
}

/** What it can be asked to do, where it is asked over HTTP, and what it does by the clock. */
function offersOf(one: Offers) {
  const json = (schema: z.ZodObject, io: 'input' | 'output') => schema.toJSONSchema({ io, unrepresentable: 'any' });
  return {
    actions: Object.fromEntries(
      Object.entries(one.actions ?? {}).map(([name, { title, input, output, calls }]) => [
        name,
        { title, input: json(input, 'input'), output: json(output, 'output'), ...(calls ? { calls } : {}) },
      ]),
    ),
    schedules: Object.fromEntries(Object.entries(one.schedules ?? {}).map(([name, { every }]) => [name, every])),
    routes: Object.fromEntries(
      Object.entries(one.routes ?? {}).map(([name, { method, public: isPublic, admins, cors, maxBytes }]) => [
        name,
        {
          method,
          public: isPublic,
          ...(admins === undefined ? {} : { admins }),
          ...(cors === undefined ? {} : { cors }),
          ...(maxBytes === undefined ? {} : { maxBytes }),
        },
      ]),
    ),
  };
}

function describeChannel(channel: Channel): DescribedChannel {
  const secretPaths: string[] = [];
  const raw = channel.settings.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema;
  const settingsSchema = mark(raw, [], secretPaths);
  const filterRules = Object.fromEntries(
    Object.entries(channel.filterRules ?? {}).map(([id, { title, to, on, knownContact, sender }]) => [
      id,
      { title, to, on, knownContact, ...(sender ? { sender } : {}) },
    ]),
  );
  return {
    type: channel.type,
    title: channel.title,
    icon: channel.icon,
    settingsSchema,
    settingsVersion: channel.settingsVersion,
    secretPaths,
    capabilities: channel.capabilities,
    view: channel.view,
    filterRules,
    identities: channel.identities ?? [],
    ...offersOf(channel),
    webhooks: Object.keys(channel.webhooks ?? {}),
    has: MEMBERS.filter((member) => typeof channel[member] === 'function'),
  };
}

/** A form as JSON Schema, in the words of `ChannelType.settingsSchema`. */
export function formSchema(schema: Channel['settings']): Record<string, unknown> {
  return mark(schema.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema, [], []);
}

type Schema = {
  [key: string]: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  $defs?: Record<string, Schema>;
};
const FLAGS = ['advanced', 'multiline', 'copy'];
const WORDS = ['labels', 'when', 'needed', 'link', 'item', 'preview', 'widget', 'pick', 'choicesFrom'];

/** The SDK's own words in the schema become `x-` keys, with the order in which the fields were written. */
function mark(schema: Schema, path: string[], secretPaths: string[]): Schema {
  const { secret, order, properties, items, oneOf, anyOf, $defs, ...rest } = schema;
  const marked: Schema = {};
  for (const [name, value] of Object.entries(rest)) {
    if (FLAGS.includes(name) && value !== true) continue;
    marked[FLAGS.includes(name) || WORDS.includes(name) ? `x-${name}` : name] = value;
  }
  if (secret === true) {
    marked['x-secret'] = true;
    secretPaths.push(path.join('.'));
  }
  if (items) marked.items = withoutSecrets(items, path);
  if (oneOf) marked.oneOf = oneOf.map((one) => withoutSecrets(one, path));
  if (anyOf) marked.anyOf = anyOf.map((one) => withoutSecrets(one, path));
  if ($defs) marked.$defs = Object.fromEntries(Object.entries($defs).map(([name, one]) => [name, withoutSecrets(one, path)]));
  if (properties) {
    marked.properties = Object.fromEntries(
      Object.entries(properties).map(([name, field], index) => {
        const order = typeof field['order'] === 'number' ? field['order'] : index;
        return [name, { ...mark(field, [...path, name], secretPaths), 'x-order': order }];
      }),
    );
  } else if (typeof order === 'number') marked['x-order'] = order;
  return marked;
}

/** A thing in a list has no fixed place, so a secret in it could be neither kept apart nor left as it is. */
function withoutSecrets(schema: Schema, path: string[]): Schema {
  const secrets: string[] = [];
  const marked = mark(schema, path, secrets);
  if (secrets.length > 0) throw new Error(`The setting ${secrets[0]} is a secret in a list: there it would be kept openly.`);
  return marked;
}
