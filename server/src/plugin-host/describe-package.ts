import type { CallScope } from './call-scope.js';
import type { InstanceSpec } from './child/spec.js';
import { RemoteError } from './child/wire-error.js';
import { checkDescription, type Description } from './description.js';
import type { PluginPackage } from './manifest.js';
import { PluginProcess, START_MS } from './plugin-process.js';

const DESCRIBE_MS = 30_000;

/** A channel or responder as it is configured, with the name by which people know it. */
export type ConfiguredInstance = InstanceSpec & { name?: string };

/** How a package is asked. */
export interface DescribeOptions {
  /** What is configured of it: it must be able to read these settings. */
  instances?: readonly ConfiguredInstance[];
  /** How long it may take to be loaded, in milliseconds. */
  startMs?: number;
  log: (level: string, message: string) => void;
}

/** Starts a package once, asks it what it is, and lets it read the settings of what is configured; throws an Error in words when it is not what it says. */
export async function describePackage(pkg: PluginPackage, o: DescribeOptions): Promise<Description> {
  const refuse = () => Promise.reject(new Error('A plugin that is only asked what it is has no context.'));
  const started = await PluginProcess.start<CallScope>(pkg, { call: refuse, log: o.log }, o.startMs ?? START_MS);
  try {
    const call = { timeoutMs: DESCRIBE_MS, scope: null };
    const description = checkDescription(pkg.manifest, await started.call('describe', [], call));
    for (const { name, ...spec } of o.instances ?? [])
      await started.call('settings', [spec], call).catch((error: unknown) => {
        const words = error instanceof RemoteError ? (error.wire.issues?.[0]?.message ?? error.message) : String(error);
        throw new Error(`It can't read the settings of “${name ?? spec.id}”: ${words}`);
      });
    return description;
  } finally {
    await started.stop(1000);
  }
}
