import type { Json } from '@balie/plugin-sdk';

/** What the host tells the process of a configured instance with each call: nothing of it is kept there. */
export interface InstanceSpec {
  id: string;
  /** A channel when not given. */
  kind?: 'channel' | 'responder';
  type: string;
  inboxIds: string[];
  account: string | null;
  /** When it was made, in milliseconds since 1970; null as long as it is only tried. */
  since: number | null;
  /** Complete, with secrets. */
  settings: Record<string, Json>;
  /** The version of the settings that they were saved with. */
  settingsVersion: number;
  /** Where the routes and webhooks of the instance begin. */
  baseUrl: string;
  plugin: PluginSettings;
}

/** What the host has set for a plugin as a whole, as texts by their names in camel case. */
export interface PluginSettings {
  pluginId: string;
  values: Record<string, string>;
}

/** What a process is started with, as its one argument. */
export interface ProcessSpec {
  /** File URL of the plugin's entry. */
  entry: string;
  /** Hosts that `context.http` may reach, as `host:port`; `*` for all. */
  net: string[];
  /** Where the SDK and zod lie, for a plugin that is not bundled with them. */
  modules: Record<string, string>;
}

/** A webhook of all channels of a type; with `keys` each of them proves it by its own settings. */
export interface SharedHook {
  name: string;
  channelType: string;
  keys?: 'channels' | undefined;
}

/** A channel type as `describe` tells it; checked by the host before it is believed. */
export interface DescribedChannel {
  type: string;
  title: unknown;
  icon: string;
  settingsSchema: Record<string, unknown>;
  settingsVersion: number;
  secretPaths: string[];
  capabilities: unknown;
  view: unknown;
  filterRules: unknown;
  identities: string[];
  actions: Record<string, unknown>;
  schedules: Record<string, string>;
  webhooks: string[];
  routes: Record<string, unknown>;
  has: string[];
}
export interface DescribedResponder {
  type: string;
  title: unknown;
  icon: string;
  settingsSchema: Record<string, unknown>;
  settingsVersion: number;
  secretPaths: string[];
  on: string[];
  scopes: string[];
  turn: boolean;
  page: boolean;
  settingChoices: string[];
  has: string[];
  actions: Record<string, unknown>;
  schedules: Record<string, string>;
  routes: Record<string, unknown>;
}
export interface DescribedPlugin {
  apiVersion: number;
  channels: DescribedChannel[];
  sharedWebhooks: SharedHook[];
  responders: DescribedResponder[];
}
