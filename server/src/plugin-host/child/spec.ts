import type { Json } from '@balie/plugin-sdk';

/** What the host tells the process of a configured instance with each call: nothing of it is kept there. */
export interface InstanceSpec {
  id: string;
  type: string;
  inboxIds: string[];
  account: string | null;
  /** Complete, with secrets. */
  settings: Record<string, Json>;
  /** The version of the settings that they were saved with. */
  settingsVersion: number;
  /** Where the routes and webhooks of the instance begin. */
  baseUrl: string;
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
  has: string[];
}
export interface DescribedPlugin {
  apiVersion: number;
  channels: DescribedChannel[];
  responders: string[];
}
