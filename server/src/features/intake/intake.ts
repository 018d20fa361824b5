import type { InboundEvent, Json } from '@balie/plugin-sdk';

/** Something raw that a channel took in: its bytes lie in the storage already. */
export interface RawItem {
  externalId: string;
  /** Storage key of the bytes. */
  rawHash: string;
  meta: Json;
}

/** What goes with a delivery of items from a channel. */
export interface IntakeOptions {
  /** How far the channel has read: kept in the same transaction as the items. */
  cursor?: Json;
  /** An import: no automation, no notice, no unread mark. */
  history: boolean;
  /** Fencing token of the lease under which the channel listens; null for what needs none, such as a route. */
  epoch: number | null;
}

/**
 * The two doors by which everything comes in. Both are durable when they resolve, and a repeat of (channel, external id)
 * is a no-op. A listener that has lost its lease gets CONFLICT, and nothing of it is kept.
 */
export abstract class Intake {
  /** Answers how many of them are new. */
  abstract receive(channelId: string, items: RawItem[], o: IntakeOptions): Promise<number>;
  abstract ingest(channelId: string, events: InboundEvent[], o: IntakeOptions): Promise<void>;
}
