import type { Channel } from '@balie/plugin-sdk';
import type { DescribedChannel, DescribedPlugin } from './spec.js';

/** The plugin as it is exported; only its shape is known. */
export interface LoadedPlugin {
  channels?: Channel[];
  responders?: { type: string }[];
}

const MEMBERS = ['setup', 'listen', 'health', 'send', 'amend', 'signalTyping', 'fetchFile', 'decode', 'fetchProfile'] as const;

/** All that the host needs to know, as data: functions stay here. */
export function describePlugin(plugin: LoadedPlugin, apiVersion: number): DescribedPlugin {
  return {
    apiVersion,
    channels: (plugin.channels ?? []).map(describeChannel),
    responders: (plugin.responders ?? []).map((responder) => String(responder.type)),
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
    has: MEMBERS.filter((member) => typeof channel[member] === 'function'),
  };
}

type Schema = { [key: string]: unknown; properties?: Record<string, Schema> };

/** The SDK's own words in the schema become `x-` keys, with the order in which the fields were written. */
function mark(schema: Schema, path: string[], secretPaths: string[]): Schema {
  const { secret, advanced, multiline, labels, order, properties, ...rest } = schema;
  const marked: Schema = { ...rest };
  if (secret === true) {
    marked['x-secret'] = true;
    secretPaths.push(path.join('.'));
  }
  if (advanced === true) marked['x-advanced'] = true;
  if (multiline === true) marked['x-multiline'] = true;
  if (labels !== undefined) marked['x-labels'] = labels;
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
