import type { Identity, Json, OutboundMessage, RawRequest } from '../index.js';
import type { SimulatedHost } from './simulated-host.js';

/** How a far side fails when it is told to. */
export type Trouble =
  | 'refuses' // for good: this message, never
  | 'busy' // not now
  | 'breaks' // the connection ends before it has the message
  | 'hangs'; // it takes the connection and says nothing

/** A network to try a channel on: a real one that was started for the test, or a fake that was written from its documents. */
export interface FarSide {
  /** Settings that it lets in. Secrets in them are looked for in everything that the plugin says. */
  settings: Record<string, Json>;
  /** What the host sets for the plugin as a whole, such as where the network is. */
  plugin?: Record<string, Json>;
  /** What it lets nobody in with. */
  wrong?: Record<string, Json>;
  /** Nobody is there. */
  unreachable?: Record<string, Json>;
  /** Somebody on the network, to write to. */
  person: Identity;
  /** How a conversation with him is known on the network, where it has names for them. */
  threadKey?: string;
  /** What has arrived for him: the texts, once for each time. */
  arrived(): Promise<string[]> | string[];
  /** For a network that the host carries, such as pages that are told live: each simulated host, before anything is sent through it. */
  hosted?(host: SimulatedHost): void;
  /** He writes; it must come in through `listen`. */
  write?(text: string): Promise<void>;
  /** A request of the network to one of the webhooks, properly signed, in which he writes. */
  hook?(text: string, at: Date): { name: string; request: RawRequest };
  /** From now on each try to send meets this, until null. */
  trouble?(trouble: Trouble | null): Promise<void> | void;
  /** From now on it answers so late; for a channel that does not use `context.http`, which is made late by itself. */
  late?(milliseconds: number): Promise<void> | void;
  /** Raw items for `decode`, as `receive` was given them. */
  raw?: Uint8Array[];
  /** More of the messages that are sent, such as a subject. */
  message?: Partial<OutboundMessage>;
  close(): Promise<void> | void;
}

/** The default export of `conformance.mjs` (or `.ts`) beside a plugin's package.json: a far side for each type of channel. */
export interface Conformance {
  channels?: Record<string, () => Promise<FarSide>>;
  /** Settings for each type of responder. */
  responders?: Record<string, Record<string, Json>>;
}

/** One thing that was looked at. */
export interface Finding {
  check: string;
  /** The type of channel or responder; empty for the plugin. */
  of: string;
  /** `left out`: nothing was there to try it with; that is no pass. */
  state: 'passed' | 'failed' | 'left out';
  words: string;
}
/** What a run of the kit found. */
export interface Report {
  plugin: string;
  version: string;
  passed: boolean;
  findings: Finding[];
}
