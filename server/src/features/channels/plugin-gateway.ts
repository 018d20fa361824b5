import type {
  Capabilities,
  Channel as SdkChannel,
  ChannelError,
  CheckLine,
  Identity,
  InboundEvent,
  Json,
  OutboundMessage,
  RouteOptions,
  SendResult,
  Text,
} from '@balie/plugin-sdk';
import type { Tx } from '../../kernel/uow.js';
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
  /** JSON Schema with the SDK's words for settings as `x-` keys, such as `x-secret`, `x-order` and, for the values of a choice, `x-labels`. */
  settingsSchema: Record<string, unknown>;
  settingsVersion: number;
  /** Dotted paths of the settings that are encrypted and never shown. */
  secretPaths: string[];
  capabilities: Capabilities;
  view: { id: string; title: Text };
  filterRules: Record<string, FilterRuleInfo>;
  identities: string[];
  /** Names of its webhooks, and its routes by name. */
  webhooks?: string[];
  routes?: Record<string, RouteOptions>;
  /** What its channels can be asked to do, with JSON Schemas. */
  actions?: Record<string, { title: Text; input: Record<string, unknown>; output: Record<string, unknown>; calls?: true }>;
  /** Set up in steps of its own, not by one plain form. */
  hasSetup: boolean;
  /** Which optional members it has, such as `listen`, `send` and `decode`. */
  has: ChannelMember[];
}
export type ChannelMember =
  | 'setup'
  | 'listen'
  | 'health'
  | 'send'
  | 'amend'
  | 'signalTyping'
  | 'signalRead'
  | 'signalDesk'
  | 'transcriptTo'
  | 'fetchFile'
  | 'decode'
  | 'fetchProfile'
  | 'stream';

/** How a thread is known: by us, and by the channel's network. */
export interface ThreadRef {
  id: string;
  key?: string;
}

/** The settings of a channel as they are tried: complete, with their secrets. */
export interface TriedSettings {
  settings: Record<string, Json>;
  /** The version of the plugin's settings that they were made for. */
  settingsVersion: number;
  /** What `setup` handed over with them. */
  state?: Record<string, Json>;
}

/** How a try went. `settings` is what the plugin made of them (defaults filled in), to be kept when it went well. */
export interface CheckOutcome {
  settings: Record<string, Json>;
  account: string;
  label: string;
  own: Identity[];
  capabilities: Capabilities;
  checks: CheckLine[];
  /** What is left of the state that `setup` handed over, to be kept with the settings. */
  state: Record<string, Json>;
}

/** One step of setting a channel up, as data. */
export type SetupStepInfo =
  | {
      step: string;
      show: 'form';
      schema: Record<string, unknown>;
      values?: Record<string, Json>;
      error?: Text;
      keep?: Json;
    }
  | { step: string; show: 'redirect'; url: string; keep?: Json }
  | { step: string; show: 'text' | 'qr'; data: string; help: string; keep?: Json }
  | { show: 'done'; settings: Record<string, Json>; state?: Record<string, Json> };

/** What a step of setting up is told besides its answer; as in the SDK. */
export interface SetupCall {
  channelId: string;
  reauth: boolean;
  settings: Record<string, Json> | null;
  kept: Json;
  state: string;
}

/** A raw item of the ledger, to be made into events. */
export interface RawInbound {
  externalId: string;
  rawHash: string;
  meta: Json;
  receivedAt: Date;
}

/** Until when a network takes an answer to what was last heard then; null where it sets no time (D39). What a person writes may go longest. */
export function answerableUntil({ replyWindow }: Pick<Capabilities, 'replyWindow'>, heardAt: number): number | null {
  return replyWindow ? heardAt + Math.max(replyWindow.hours, replyWindow.peopleHours ?? 0) * 3_600_000 : null;
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

/** What a network knows of somebody: what he is called, his picture, and facts by their names. */
export type ToldOfPerson = { name?: string; avatarUrl?: string } & Record<string, Json>;

/** As in the SDK: what is to become of a message on the far side. */
export type Amendment = Parameters<NonNullable<SdkChannel['amend']>>[0];

/** What the features ask of the plugins; the plugin host is behind it. */
export abstract class PluginGateway {
  /** Types of the enabled plugins. */
  abstract channelTypes(): Promise<ChannelTypeInfo[]>;
  /** A type, also of a plugin that is switched off; null when no installed plugin has it. */
  abstract channelType(type: ChannelTypeId): Promise<ChannelTypeInfo | null>;
  /** Throws InvalidSettings when the plugin refuses their form, ChannelFailure when the far side can't be reached or refuses. */
  abstract check(type: ChannelTypeId, tried: TriedSettings, instance: { id: string; inboxId: string }): Promise<CheckOutcome>;
  /** Deletes all that the plugin keeps for a channel, in the unit that removes it. */
  abstract forgetState(tx: Tx, channelId: string): Promise<void>;
  /** Keeps state that `setup` handed over, encrypted, in the unit that keeps the channel. */
  abstract keepState(tx: Tx, channelId: string, state: Record<string, Json>): Promise<void>;
  /** The page that a route of the type makes with settings that are not kept. Throws as `check` does. */
  abstract preview(
    type: ChannelTypeId,
    route: string,
    tried: TriedSettings,
    instance: { id: string; inboxId: string },
  ): Promise<string>;
  /** The form of a type for one channel: addresses in what is only to be copied are those of the channel. */
  abstract formOf(type: ChannelTypeInfo, channelId: string): Record<string, unknown>;
  /** One step of a type that `hasSetup`; null begins. Throws as `check` does. */
  abstract setup(
    type: ChannelTypeId,
    input: { step: string; data: Record<string, Json> } | null,
    o: SetupCall,
  ): Promise<SetupStepInfo>;
  /** The events in a raw item, checked at the border. Throws DecodeFailed; ChannelFailure `transient` while the plugin does not run. */
  abstract decode(channelId: string, item: RawInbound): Promise<InboundEvent[]>;
  /**
   * The events of several items, in their order: each understood or not for itself. Throws DecodeFailed when the process was lost over
   * one of them, nobody knows which, and ChannelFailure `transient` while the plugin does not run.
   */
  abstract decodeAll(channelId: string, items: readonly RawInbound[]): Promise<(InboundEvent[] | DecodeFailed)[]>;
  /**
   * Throws ChannelFailure. Whatever else goes wrong once the call was made (any other throw, no answer in time, the process gone) is
   * `uncertain`; `transient` when the call was never made.
   */
  abstract send(channelId: string, message: OutboundMessage, timeoutMs: number): Promise<SendResult>;
  /** Shows or hides on the far side that somebody writes; does nothing where the channel can't. Throws ChannelFailure. */
  abstract signalTyping(channelId: string, thread: ThreadRef, active: boolean): Promise<void>;
  /** Shows on the far side that we have read up to then; does nothing where the channel can't. Throws ChannelFailure. */
  abstract signalRead(channelId: string, thread: ThreadRef, upTo: Date): Promise<void>;
  /** Who answers has changed, for everybody or for whom a thread is with. */
  abstract signalDesk(channelId: string, thread: ThreadRef | null): Promise<void>;
  /** Who gets a copy of what was said in a thread: whom its person named himself; null for nobody, and where the channel has none. Throws ChannelFailure. */
  abstract transcriptTo(channelId: string, thread: ThreadRef, why: 'asked' | 'ended'): Promise<Identity | null>;
  /** Changes what was sent already. Throws ChannelFailure. */
  abstract amend(channelId: string, change: Amendment): Promise<void>;
  /** Fetches a file that an event named by `ref`, into the storage. Throws ChannelFailure. */
  abstract fetchFile(channelId: string, ref: string): Promise<FetchedFile>;
  /** What the network knows of somebody who has written; null where the channel can't ask. Throws ChannelFailure. */
  abstract fetchProfile(channelId: string, identity: Identity): Promise<ToldOfPerson | null>;
  /** Told after a channel was added or changed, so that listening follows at once. Never throws. */
  abstract changed(): void;
}
