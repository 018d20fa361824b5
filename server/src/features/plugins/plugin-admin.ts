import type { Words } from '../../kernel/language.js';
import type { PluginGrant } from './plugin-grants.js';
import type { PluginInstallation, PreviousVersion } from './plugin-installation.entity.js';

/** What a package says of itself before any of its code runs. */
export interface PluginOffer {
  id: string;
  name: string;
  version: string;
  grants: PluginGrant[];
  /** `TRUSTED`: by `signedBy`. `UNKNOWN`: by nobody who is trusted here, or changed since. */
  signature: 'TRUSTED' | 'UNKNOWN' | 'NONE';
  signedBy: string | null;
}

/** A publisher and the key by which his signatures are known. */
export interface TrustedKey {
  name: string;
  /** The 32 bytes of an Ed25519 key, in base64. */
  publicKey: string;
}

/** Where packages may come from, and whose signatures count. */
export interface PluginSources {
  npm: boolean;
  publishers: string[];
  signedOnly: boolean;
}

/** A package that was unpacked, started once and found to be what it says; not yet desired by anybody. */
export type StagedPlugin = Pick<
  PluginInstallation,
  'id' | 'name' | 'packageVersion' | 'apiVersion' | 'folder' | 'checksum' | 'manifest'
>;

/** How a plugin's process does in this server. */
export interface PluginStatus {
  running: boolean;
  memoryBytes: number | null;
}

/** What the plugins page asks of the plugin host. */
export abstract class PluginAdmin {
  /** Reads the manifest in a folder or .tgz on the server, or of `npm:name@version`. Throws DomainError in words. */
  abstract offer(source: string): Promise<PluginOffer>;
  /** Unpacks and describes it, and lets it read the settings that there are. Throws DomainError INVALID in words. */
  abstract stage(source: string): Promise<StagedPlugin>;
  /**
   * Whether a version that lies on the disk is still what was installed, signed as today’s rules want it, runs, and reads the settings of
   * today; answers it as it would be installed now. Throws DomainError INVALID in words.
   */
  abstract tryOut(version: PreviousVersion): Promise<PreviousVersion>;
  /** Makes this server do what the rows say; resolves when it does. */
  abstract reconcile(): Promise<void>;
  abstract sources(): Promise<PluginSources>;
  /** Those whom who runs the server trusts. */
  abstract hostPublishers(): TrustedKey[];
  abstract status(id: string): Promise<PluginStatus>;
  /** The titles of what it brings, in the plugin's own words. */
  abstract titles(installation: PluginInstallation): Words[];
  /** What a plugin may do. */
  abstract grants(installation: PluginInstallation): PluginGrant[];
}
