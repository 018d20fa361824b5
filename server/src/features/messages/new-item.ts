import type { ActorRef } from '../../kernel/context.js';
import type { Attachment } from './attachment.entity.js';

/** An address as it is given: the kind says how values are compared. */
export interface Address {
  kind: string;
  value: string;
  name?: string | null;
}

/** A file that comes with a new item. */
export interface NewAttachment {
  id?: string;
  name: string;
  mime: string;
  bytes?: number | null;
  /** Storage key, when the bytes are there. */
  hash?: string | null;
  /** For the plugin's `fetchFile`, when they are not. */
  ref?: string | null;
  contentId?: string | null;
  inline?: boolean;
  /** READY with a hash, else FETCHING, unless said otherwise. */
  state?: Attachment['state'];
}

/** What is to become an item of a timeline. HTML in it is sanitised already. */
export interface NewItem {
  id?: string;
  kind: 'MESSAGE' | 'COMMENT' | 'ACTIVITY';
  direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
  author: ActorRef;
  at: number;
  sentAt?: number | null;
  text?: string;
  html?: string | null;
  quotedText?: string | null;
  quotedHtml?: string | null;
  subject?: string | null;
  from?: Address | null;
  recipients?: (Address & { field: 'TO' | 'CC' | 'BCC' })[];
  threadId?: string | null;
  channelId?: string | null;
  parts?: { type: string; data: unknown }[];
  /** Type of an activity. */
  activity?: string;
  data?: Record<string, unknown>;
  automatic?: 'reply' | 'bulk' | 'list' | null;
  unparsed?: boolean;
  rawHash?: string | null;
  inReplyToId?: string | null;
  sendKey?: string | null;
  inputHash?: string | null;
  deliveryStatus?: string | null;
  /** In a thread with somebody else than the customer. */
  side?: boolean;
  /** Leaves at this time, which its author chose. */
  sendAt?: number | null;
  forwardOfId?: string | null;
  /** It begins its conversation: an agent composed it. */
  opens?: boolean;
  attachments?: NewAttachment[];
  /** Ids by which the network knows it; need a `channelId`. */
  externalIds?: string[];
}
