import type { ListenerTimes } from './listener-times.js';
import type { PackagePolicy } from './package-source.js';
import type { SupervisorTimes } from './supervisor.js';

/** What the plugin host must be told. */
export interface PluginHostOptions {
  /** Installed packages are unpacked below it. */
  dataDir: string;
  /** The folder whose subfolders are the plugins that come with Balie; null for none. */
  bundledDir: string | null;
  /** The file in which the build wrote what they say of themselves; null asks each of them. */
  bundledDescriptions: string | null;
  /** Where the server is reached, for the addresses of routes and webhooks. */
  publicUrl: string;
  /** Whether this process listens on channels; a web-only process does not. */
  listen: boolean;
  /** Settings of plugins by the names that they have after `BALIE_PLUGIN_`, such as `MAIL_HOST_NAME`. */
  settings?: Readonly<Record<string, string>>;
  /** Variables of the environment of plugins' processes, which get nothing of ours. */
  environment?: Readonly<Record<string, string>>;
  /** Where packages may come from: from nowhere but the server itself, signed or not, when not given. */
  packages?: PackagePolicy;
  /** Other waits than the product's, for tests that can't wait so long. */
  times?: { supervisor?: Partial<SupervisorTimes>; listener?: Partial<ListenerTimes> };
}
export const PLUGIN_HOST_OPTIONS = Symbol('PLUGIN_HOST_OPTIONS');

/** The topic of `Signals` on which processes tell each other that rows of plugins or channels changed. */
export const RECONCILE_TOPIC = 'plugin-host.reconcile';
/** The topic of `Signals` by which what a plugin publishes reaches the processes to which end users are connected. */
export const PUBLISH_TOPIC = 'plugin-host.publish';
