import type {
  Capabilities,
  ChannelError,
  CheckLine,
  Identity,
  InboundEvent,
  Json,
  OutboundMessage,
  SendResult,
  Text,
} from '@balie/plugin-sdk';
import type { ChannelTypeId } from './channel-type-id.js';

/** A rule of a channel that sets mail aside, drawn as a switch (S25). */
export interface FilterRuleInfo {
  title: Text;
  to: 'filtered' | 'spam';
  on: boolean;
  knownContact: 'yields' | 'beaten';
  /** Nobody wrote what it finds, so that no contact is made of the sender. */
  sender?: 'machine';
}

/** What a plugin says about one of its channel types; kept with its installation, so that asking needs no process. */
export interface ChannelTypeInfo {
  type: ChannelTypeId;
  pluginId: string;
  title: Text;
  icon: string;
  /** JSON Schema with `x-secret`, `x-order`, `x-advanced` and, for the values of a choice, `x-labels`. */
  settingsSchema: Record<string, unknown>;
  settingsVersion: number;
  /** Dotted paths of the settings that are encrypted and never shown. */
  secretPaths: string[];
  capabilities: Capabilities;
  view: { id: string; title: Text };
  filterRules: Record<string, FilterRuleInfo>;
  identities: string[];
  /** Set up in steps of its own, not by one plain form. */
  hasSetup: boolean;
  /** Which optional members it has, such as `listen`, `send` and `decode`. */
  has: ChannelMember[];
}
export type ChannelMember =
  'setup' | 'listen' | 'health' | 'send' | 'amend' | 'signalTyping' | 'fetchFile' | 'decode' | 'fetchProfile';

/** The settings of a channel as they are tried: complete, with their secrets. */
export interface TriedSettings {
  settings: Record<string, Json>;
  /** The version of the plugin's settings that they were made for. */
  settingsVersion: number;
}

/** How a try went. `settings` is what the plugin made of them (defaults filled in), to be kept when it went well. */
export interface CheckOutcome {
  settings: Record<string, Json>;
  account: string;
  label: string;
  own: Identity[];
  capabilities: Capabilities;
  checks: CheckLine[];
}

/** One step of setting a channel up, as data. */
export type SetupStepInfo =
  | { step: string; show: 'form'; schema: Record<string, unknown>; error?: string }
  | { step: string; show: 'redirect'; url: string }
  | { step: string; show: 'text' | 'qr'; data: string; help: string }
  | { show: 'done'; settings: Record<string, Json> };

/** A raw item of the ledger, to be made into events. */
export interface RawInbound {
  externalId: string;
  rawHash: string;
  meta: Json;
  receivedAt: Date;
}

/** The one way in which a call to a channel fails; the kind decides what the core does (architecture 4.5). */
export class ChannelFailure extends Error {
  constructor(
    readonly kind: ChannelError['kind'],
    message: string,
    readonly detail: { retryAfterMs?: number; code?: string } = {},
  ) {
    super(message);
    this.name = 'ChannelFailure';
  }
}

/** Settings that break a rule of the plugin: which fields, and why, in the plugin's words. */
export class InvalidSettings extends Error {
  constructor(readonly issues: { path: string[]; message: string }[]) {
    super(issues.map((issue) => issue.message).join(' ') || 'These settings are not valid.');
    this.name = 'InvalidSettings';
  }
}

/** What a plugin made of an item could not be used: it threw, answered nonsense, took too long or died of it. */
export class DecodeFailed extends Error {
  constructor(
    message: string,
    /** The plugin's process ended or hung during the call; others that ran beside it may be innocent. */
    readonly crashed: boolean,
  ) {
    super(message);
    this.name = 'DecodeFailed';
  }
}

/** A file that a plugin has fetched: it lies in the storage. */
export interface FetchedFile {
  hash: string;
  bytes: number;
  name: string;
  mime: string;
}

/** What the features ask of the plugins; the plugin host is behind it. */
export abstract class PluginGateway {
  /** Types of the enabled plugins. */
  abstract channelTypes(): Promise<ChannelTypeInfo[]>;
  /** A type, also of a plugin that is switched off; null when no installed plugin has it. */
  abstract channelType(type: ChannelTypeId): Promise<ChannelTypeInfo | null>;
  /** Throws InvalidSettings when the plugin refuses their form, ChannelFailure when the far side can't be reached or refuses. */
  abstract check(type: ChannelTypeId, tried: TriedSettings, instance: { id: string; inboxId: string }): Promise<CheckOutcome>;
  /** One step of a type that `hasSetup`; null begins. */
  abstract setup(
    type: ChannelTypeId,
    input: { step: string; data: Record<string, Json> } | null,
    o: { channelId: string; reauth: boolean },
  ): Promise<SetupStepInfo>;
  /** The events in a raw item, checked at the border. Throws DecodeFailed; ChannelFailure `transient` while the plugin does not run. */
  abstract decode(channelId: string, item: RawInbound): Promise<InboundEvent[]>;
  /**
   * Throws ChannelFailure. Whatever else goes wrong once the call was made (any other throw, no answer in time, the process gone) is
   * `uncertain`; `transient` when the call was never made.
   */
  abstract send(channelId: string, message: OutboundMessage, timeoutMs: number): Promise<SendResult>;
  /** Fetches a file that an event named by `ref`, into the storage. Throws ChannelFailure. */
  abstract fetchFile(channelId: string, ref: string): Promise<FetchedFile>;
  /** Told after a channel was added or changed, so that listening follows at once. Never throws. */
  abstract changed(): void;
}
