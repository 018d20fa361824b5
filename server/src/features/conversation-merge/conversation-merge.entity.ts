import { Entity, Index } from 'typeorm';
import { BigInteger, Json, Text } from '../../kernel/columns.js';
import type { Conversation } from '../conversations/index.js';

/** What of a conversation comes back when it is undone and nobody changed it since. */
export type Kept = Omit<Conversation, 'id' | 'number' | 'version' | 'updatedAt' | 'createdAt' | 'demo'>;
/** An item and its place in its conversation. */
export type Place = [id: string, seq: number];

/** Two conversations that became one, or one that became two, with what it takes to go back (N12). */
@Entity('conversation_merge')
@Index('ix_conversation_merge_into_id', ['intoId'])
@Index('ix_conversation_merge_from_id', ['fromId'])
export class ConversationMerge {
  @Text({ primary: true })
  id!: string;

  @Text()
  kind!: 'MERGE' | 'SPLIT';

  /** The one that goes on, or from which the other was split off. */
  @Text()
  intoId!: string;

  /** The one that became part of it, or was split off. */
  @Text()
  fromId!: string;

  /** Both as they were before, and the version that this gave the first; `from` is null where it was made by the split. */
  @Json()
  before!: { into: Kept; from: Kept | null; version: number };

  /** What went over, and where each item stood. */
  @Json()
  moved!: {
    items: Place[];
    /** Items of `into` whose place was changed by it. */
    kept: Place[];
    /** Threads that went over whole. */
    threads: string[];
    /** Threads of single messages of which the thread stayed: message and thread of before. */
    rethreaded: [messageId: string, threadId: string][];
    drafts: string[];
    awaited: { channelId: string; externalId: string }[];
    /** What `into` was given besides its own. */
    participants: string[];
    tags: string[];
    records: string[];
    /** Up to where `into` was read before, by agent. */
    marks: Place[];
  };

  @Text({ nullable: true })
  byId!: string | null;

  @Text()
  byName!: string;

  @BigInteger({ nullable: true })
  undoneAt!: number | null;

  @BigInteger()
  createdAt!: number;
}
