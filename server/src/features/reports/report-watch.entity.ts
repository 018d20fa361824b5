import { Entity } from 'typeorm';
import { BigInteger, Flag, Json, Text } from '../../kernel/columns.js';

/** An answer that has not left yet: it may still be taken back. */
export interface Leaving {
  messageId: string;
  agentId: string;
  /** When it was written; null for one that leaves at a time of its own, which counts from then. */
  at: number | null;
}
/** A closing as it was counted, so that it can be taken back. */
export interface Closing {
  at: number;
  inboxId: string;
  channelId: string;
  agentId: string;
  /** Who closed it. */
  byId: string | null;
  /** Since when it had been open, and what that was counted as; null when it was not measured. */
  since: number | null;
  bucket: number | null;
  workBucket: number | null;
  /** Whether it kept the limit on closing; null or nothing when there was none, or it was counted as missed before. */
  kept?: boolean | null;
}

/** What has to be remembered of a conversation to count what happens to it next: ids and times, and nothing that anybody said. */
@Entity('report_watch')
export class ReportWatch {
  @Text({ primary: true })
  conversationId!: string;

  @Text()
  channelId!: string;

  /** When it was counted as new; 0 when it was there before or is no news; null while it was never in an inbox. */
  @BigInteger({ nullable: true })
  newAt!: number | null;

  /** Where it was counted as new. */
  @Text()
  newInboxId!: string;

  /** Since when it is open, by its beginning or its last reopening; null when that is not known, or it is closed. */
  @BigInteger({ nullable: true })
  openSince!: number | null;

  /** Since when a person waits for our first word; null when nobody does. */
  @BigInteger({ nullable: true })
  askedAt!: number | null;

  /** The first word was said, or none is measured. */
  @Flag()
  answered!: boolean;

  @Json()
  leaving!: Leaving[];

  /** The last closing; null once it was reopened. */
  @Json({ nullable: true })
  closing!: Closing | null;
}
