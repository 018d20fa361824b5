import type { Json, RouteOptions, SettingChoices, Text, TryOut, TryOutInput } from '@balie/plugin-sdk';
import type { CheckOutcome, TriedSettings } from '../channels/index.js';

/** An action that a plugin offers, for rules, bots and other plugins. */
export interface ActionInfo {
  title: Text;
  /** JSON Schemas. */
  input: Record<string, unknown>;
  output: Record<string, unknown>;
  /** It takes over calls. */
  calls?: true;
}

/** What a plugin says about one of its responder types. */
export interface ResponderTypeInfo {
  type: string;
  pluginId: string;
  title: Text;
  icon: string;
  settingsSchema: Record<string, unknown>;
  settingsVersion: number;
  secretPaths: string[];
  /** Which events it hears. */
  on: string[];
  scopes: string[];
  /** It holds conversations, and hears of those that it holds only. */
  turn: boolean;
  /** It has a page of its own in the settings. */
  page: boolean;
  /** Names of the lists out of which settings are chosen. */
  settingChoices: string[];
  /** Which of the members that it need not have there are. */
  has: ('takes' | 'tryOut')[];
  actions: Record<string, ActionInfo>;
  /** By name. */
  routes: Record<string, RouteOptions>;
}

/** An action of a configured channel or responder. */
export interface OfferedAction extends ActionInfo {
  instanceId: string;
  name: string;
}

/** An action that takes over calls. */
export interface OfferedCaller extends Pick<OfferedAction, 'instanceId' | 'title'> {
  action: string;
  /** Of the channel or responder. */
  name: string;
  icon: string;
  inboxIds: string[];
}

/** What the features ask of the responders of plugins, and of the actions that plugins offer; the plugin host is behind it. */
export abstract class ResponderGateway {
  /** Types of the enabled plugins. */
  abstract types(): Promise<ResponderTypeInfo[]>;
  /** The settings as a form, in which the addresses are those of this responder, which need not be kept yet. */
  abstract formOf(type: ResponderTypeInfo, responderId: string): Record<string, unknown>;
  /** Throws InvalidSettings or ChannelFailure, as for channels. */
  abstract check(type: string, tried: TriedSettings, instance: { id: string; inboxIds: string[] }): Promise<CheckOutcome>;
  /** One turn of a try-out, of which nothing stays. Throws as `check` does. */
  abstract tryOut(
    type: string,
    tried: TriedSettings,
    instance: { id: string; inboxIds: string[] },
    input: TryOutInput,
  ): Promise<TryOut>;
  /** What can be chosen for settings that are being filled in. Throws as `check` does, and DomainError NOT_FOUND for a name that is not there. */
  abstract settingChoices(
    type: string,
    name: string,
    tried: TriedSettings,
    instance: { id: string; inboxIds: string[] },
  ): Promise<SettingChoices>;
  /** The actions of all configured instances of a plugin. */
  abstract actions(pluginId: string): Promise<OfferedAction[]>;
  /** What takes over calls among all that is switched on. */
  abstract callers(): Promise<OfferedCaller[]>;
  /** Calls an action of a channel or a responder. Throws DomainError INVALID for input that breaks its schema, ChannelFailure when it fails. */
  abstract call(instanceId: string, action: string, input: Json): Promise<Json>;
  /** Told after a responder was added or changed. Never throws. */
  abstract changed(): void;
}
