/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export type AddressTroubleKind =
  /** Whoever reads it has called a message of ours spam. */
  | 'COMPLAINED'
  /** The address is gone for good; whoever writes from it is there again. */
  | 'UNREACHABLE';

/** What a question wants to hear. */
export type AnswerKind =
  | 'DATE'
  | 'EMAIL'
  | 'NUMBER'
  | 'PHONE';

export type Availability =
  | 'AVAILABLE'
  | 'AWAY';

/** Who has the word in a conversation. */
export type BotControl =
  | 'BOT_ACTIVE'
  /** The bot has asked for a person, and none has answered yet. */
  | 'HANDOFF_REQUESTED'
  | 'HUMAN_ACTIVE'
  /** No bot has had to do with it. */
  | 'NONE';

export type BulkChangeKind =
  | 'CONTACTS'
  | 'CONVERSATIONS'
  /** Tickets, deals, tasks and companies. */
  | 'RECORDS';

export type BulkChangeState =
  | 'DONE'
  /** It could not go on, as `reason` says; what was done stays done, and can be taken back. */
  | 'FAILED'
  | 'RUNNING'
  /** By the viewer. */
  | 'STOPPED'
  /** It is being taken back. */
  | 'UNDOING'
  | 'UNDONE';

export type ChannelState =
  | 'CONNECTED'
  /** Works, with trouble: see `stateMessage`. */
  | 'DEGRADED'
  /** Its inbox was deleted: it does nothing until it is attached to another one (N11). Also one that was removed: see `removedAt`. */
  | 'DISCONNECTED'
  | 'FAILED'
  /** Switched off by us. */
  | 'PAUSED'
  | 'STARTING'
  /** The far side no longer lets us in (D12); nothing is lost, what waits to be sent is kept. */
  | 'UNAUTHORIZED';

/** An answer that is offered with a message. */
export type ChoiceInput = {
  label: string;
  value: string;
};

export type ComposeInput = {
  bcc?: Array<string> | null | undefined;
  cc?: Array<string> | null | undefined;
  /** Client-made, `cnv_` and a UUIDv7: the conversation that it begins. */
  conversationId?: string | number | null | undefined;
  /** One of `composeFrom` of the inbox; its first when not given. */
  fromId?: string | number | null | undefined;
  html?: string | null | undefined;
  /** Client-made, `msg_` and a UUIDv7. */
  id?: string | number | null | undefined;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
  sendAt?: string | null | undefined;
  subject?: string;
  text: string;
  to: Array<string>;
  uploadIds?: Array<string | number> | null | undefined;
};

export type ConversationAction =
  | 'ASSIGN'
  | 'COMMENT'
  /** Move it between inbox, Filtered, Spam and trash, or out of there. */
  | 'PLACE'
  | 'REPLY'
  | 'SET_STATUS';

export type ConversationStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'SNOOZED';

export type DeliveryNote =
  /** The recipient called it spam. */
  | 'COMPLAINED'
  /** It is late, and the far side still tries. */
  | 'DELAYED';

/** The eleven words of a delivery (product 5.3). */
export type DeliveryStatus =
  | 'BOUNCED'
  | 'CANCELLED'
  /** Waits for the next try. */
  | 'DEFERRED'
  | 'DELIVERED'
  /** Given up; `reason` has the far side's words. */
  | 'FAILED'
  /** Waits for the end of the undo time. */
  | 'HELD'
  | 'QUEUED'
  | 'READ'
  | 'SENDING'
  /** Taken by the far side. */
  | 'SENT'
  /** It may have arrived and can't be found out: a person decides; never sent again by itself. */
  | 'UNCERTAIN';

export type DraftMode =
  | 'COMMENT'
  | 'COMPOSE'
  | 'FORWARD'
  | 'REPLY';

/** Stable words to branch on. More will come: keep a default branch. */
export type ErrorCode =
  /** The far side can't be reached or refused us; `message` has its words. */
  | 'CHANNEL_DOWN'
  /** It was changed by somebody else, or the id is taken. */
  | 'CONFLICT'
  /** You may see it, but your role may not do this. */
  | 'FORBIDDEN'
  /** The inbox that it lay in is no more: name another one. */
  | 'INBOX_GONE'
  /** The input breaks a rule; `path` names the field. */
  | 'INVALID'
  /** A limit was reached; `message` says which. */
  | 'LIMIT'
  /** You may see this inbox, but only its members act in it. */
  | 'NOT_A_MEMBER'
  /** There is no such thing, or you may not know of it. */
  | 'NOT_FOUND'
  /** There is no way left to reach the person. */
  | 'NO_REPLY_ROUTE'
  /** Something was said since `basedOn`. */
  | 'STALE'
  /** The channel can't do this. */
  | 'UNSUPPORTED'
  /** The network no longer takes an answer here. */
  | 'WINDOW_CLOSED';

export type FileState =
  | 'FETCHING'
  /** Could not be fetched, or was refused. */
  | 'GONE'
  | 'READY';

export type InboxAction =
  /** Answer, assign, close. */
  | 'ACT'
  /** Write internal comments. */
  | 'COMMENT'
  /** Change its name, members and channels. */
  | 'MANAGE';

/** EVERYONE: each active agent is a member. MEMBERS: only those named, and those of the teams that are named. */
export type InboxAudience =
  | 'EVERYONE'
  | 'MEMBERS';

/** MANAGER: its settings, too. AGENT: works in it. VIEWER: reads and comments. */
export type InboxRole =
  | 'AGENT'
  | 'MANAGER'
  | 'VIEWER';

export type InboxViewGroup =
  | 'BOTS'
  | 'CHANNELS'
  | 'OTHER'
  | 'PERSONAL';

export type IssueSeverity =
  | 'ERROR'
  | 'WARNING';

export type ItemDirection =
  | 'INBOUND'
  | 'INTERNAL'
  | 'OUTBOUND';

export type MentionState =
  | 'SEEN'
  | 'UNSEEN';

/** What can still be done to a message that was sent. */
export type MessageAmendment =
  | 'EDIT'
  | 'WITHDRAW';

export type MessageForwardInput = {
  /** Only these of its files; the pictures in its text always stand in it. */
  attachmentIds?: Array<string | number> | null | undefined;
  basedOn?: string | number | null | undefined;
  bcc?: Array<string> | null | undefined;
  cc?: Array<string> | null | undefined;
  html?: string | null | undefined;
  /** Client-made, `msg_` and a UUIDv7. */
  id?: string | number | null | undefined;
  /** The message that is passed on. */
  messageId: string | number;
  operationId?: string | number | null | undefined;
  sendAt?: string | null | undefined;
  /** What is said above it; may be empty. */
  text?: string;
  to: Array<string>;
  uploadIds?: Array<string | number> | null | undefined;
  /** Its files go along. */
  withAttachments?: boolean;
};

export type MessageSendInput = {
  /** What kind of answer it asks for: a field that fits where the channel has one. Not together with `choices`. */
  asks?: AnswerKind | null | undefined;
  /** The last item that the author had seen; when there is a newer message, nothing is sent and STALE says which. */
  basedOn?: string | number | null | undefined;
  bcc?: Array<string> | null | undefined;
  cc?: Array<string> | null | undefined;
  /** Offered below the text, at most 13: buttons where the channel has them, else a numbered list in the text. */
  choices?: Array<ChoiceInput> | null | undefined;
  conversationId: string | number;
  direction?: ItemDirection;
  /** A picture in it is `<img src="upload:ID">` of one of the `uploadIds`. */
  html?: string | null | undefined;
  /** Client-made, `msg_` and a UUIDv7: the idempotency key and the optimistic key in one. */
  id?: string | number | null | undefined;
  /** Agents, and teams with all their people, who are called into the conversation by a comment; at most 20. Who may not see it is told nothing, and gets no access: `Message.mentions` says so (S64). */
  mentionIds?: Array<string | number> | null | undefined;
  operationId?: string | number | null | undefined;
  /** The message that is answered, whose people are the recipients; the last one of the customer when not given. */
  replyTo?: string | number | null | undefined;
  /** One of `replyRoutes`; the best one when not given. */
  routeId?: string | number | null | undefined;
  /** Not before this time, at most a year ahead; without it after the undo time of the inbox (D5). */
  sendAt?: string | null | undefined;
  text: string;
  thenSetStatus?: ConversationStatus | null | undefined;
  /** Instead of the recipients that the server would take. */
  to?: Array<string> | null | undefined;
  uploadIds?: Array<string | number> | null | undefined;
};

export type MessageWarning =
  /** It was longer than what is shown; the source has all of it. */
  | 'CUT'
  /** Its sender was on no message of the conversation, but others of his organisation were. */
  | 'NEW_PARTICIPANT'
  /** The network says that it is not from whom it says it is, such as a failed DMARC. */
  | 'SENDER_NOT_PROVEN'
  /** Its sender was on no message of the conversation; he had the address to answer to. */
  | 'UNVERIFIED_SENDER';

export type Outbound =
  /** May write first. */
  | 'INITIATE'
  /** Can't send: the next route is used. */
  | 'NONE'
  /** May only answer. */
  | 'REPLY';

/** Where a conversation lies, apart from its status. Only INBOX notifies, routes and is counted. */
export type Placement =
  | 'FILTERED'
  | 'INBOX'
  /** It has become part of another (`mergedInto`) and is only read, as the way there. */
  | 'MERGED'
  | 'SPAM'
  | 'TRASH';

export type PluginGrantKind =
  /** Messages in and out of channels of the type in `values`. */
  | 'CHANNEL'
  /** Up to so many megabytes in its process. */
  | 'MEMORY'
  /** Requests through Balie to the hosts in `values`, each with a port; `*` alone: to any. */
  | 'NETWORK'
  /** Connections of its own making, which nothing holds to its hosts. */
  | 'RAW_CONNECTIONS'
  /** What happens in the inboxes chosen for the responder in `values`, and acting there by itself. */
  | 'RESPONDER'
  /** The API, with the scopes in `values`. */
  | 'SCOPES';

export type PluginState =
  /** Ended too often; it is started again by a person. */
  | 'CRASHED'
  | 'DISABLED'
  /** Ready; its process runs only while something of it is configured. */
  | 'ENABLED'
  /** Made for another version of the plugin API. */
  | 'INCOMPATIBLE';

/** Who decided last: MANUAL beats MANAGER beats SCHEDULE; a lost connection decides nothing (G8 54). */
export type PresenceSource =
  /** Somebody who manages an inbox of his, or an admin. */
  | 'MANAGER'
  /** The person. */
  | 'MANUAL'
  /** His working hours; who has none is always there. */
  | 'SCHEDULE';

export type SlaKind =
  /** It is not closed yet. */
  | 'CLOSING'
  /** Nobody of ours has written to the customer yet. */
  | 'FIRST'
  | 'NEXT';

export type SnippetFileAttachInput = {
  /** One of `Snippet.files`. */
  fileId: string | number;
  /** Of the upload: `upl_` and a UUIDv7. */
  id: string | number;
  operationId?: string | number | null | undefined;
  snippetId: string | number;
};

export type SnippetSaveInput = {
  expectedVersion?: number | null | undefined;
  /** Its files in this order: ids of those that it has, and of uploads of one's own (`uploadCreate`). Absent: as they are. At most ten, and 20 MB together; what is left out is wiped. */
  fileIds?: Array<string | number> | null | undefined;
  /** At most 40,000 characters; null for plain text. Goes with `text`. */
  html?: string | null | undefined;
  /** Client-made for a new one, `snp_` and a UUIDv7. */
  id: string | number;
  /** Null for all inboxes; absent: as it is. */
  inboxId?: string | number | null | undefined;
  /** Trimmed; at most 80 characters. CONFLICT when another one that is shared, or another one of one's own, has it. */
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  /** Only when it is made; false when not given. */
  shared?: boolean | null | undefined;
  /** At most 40 characters; unique as the name is. */
  shortcut?: string | null | undefined;
  /** At most 20,000 characters. */
  text?: string | null | undefined;
};

export type TagColor =
  | 'BLUE'
  | 'GREEN'
  | 'GREY'
  | 'ORANGE'
  | 'PINK'
  | 'PURPLE'
  | 'RED'
  | 'TEAL'
  | 'YELLOW';

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';

export type SendMessageMutationVariables = Exact<{
  input: MessageSendInput;
}>;


export type SendMessageMutation = { messageSend: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, conversation: { id: string }, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null, unseen: Array<
          | { __typename: 'Event', id: string, at: string, type: string, data: unknown, actor:
              | { __typename: 'Agent', id: string, name: string }
              | { __typename: 'Bot', id: string, name: string }
              | { __typename: 'Contact', id: string, fullName: string | null }
              | { __typename: 'System', name: string, automation: boolean }
             }
          | { __typename: 'Message', id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
              | { __typename: 'Agent', id: string, name: string }
              | { __typename: 'Bot', id: string, name: string }
              | { __typename: 'Contact', id: string, fullName: string | null }
              | { __typename: 'System', name: string, automation: boolean }
            , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> }
        > }
    > } };

export type ForwardMessageMutationVariables = Exact<{
  input: MessageForwardInput;
}>;


export type ForwardMessageMutation = { messageForward: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, conversation: { id: string }, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null, unseen: Array<
          | { __typename: 'Event', id: string, at: string, type: string, data: unknown, actor:
              | { __typename: 'Agent', id: string, name: string }
              | { __typename: 'Bot', id: string, name: string }
              | { __typename: 'Contact', id: string, fullName: string | null }
              | { __typename: 'System', name: string, automation: boolean }
             }
          | { __typename: 'Message', id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
              | { __typename: 'Agent', id: string, name: string }
              | { __typename: 'Bot', id: string, name: string }
              | { __typename: 'Contact', id: string, fullName: string | null }
              | { __typename: 'System', name: string, automation: boolean }
            , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> }
        > }
    > } };

export type ComposeMessageMutationVariables = Exact<{
  input: ComposeInput;
}>;


export type ComposeMessageMutation = { conversationCompose: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, conversation: { id: string, inbox: { id: string } }, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateUploadMutationVariables = Exact<{
  id?: string | number | null | undefined;
  name: string;
  mime: string;
  bytes: number;
}>;


export type CreateUploadMutation = { uploadCreate: { id: string | null, url: string | null, headers: unknown, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type FitQueryVariables = Exact<{
  routeId: string | number;
  conversationId: string | number;
  text: string;
  html?: string | null | undefined;
  uploadIds?: Array<string | number> | string | number | null | undefined;
}>;


export type FitQuery = { messageFit: Array<string> };

export type RoutesQueryVariables = Exact<{
  id: string | number;
  replyTo: string | number;
}>;


export type RoutesQuery = { node:
    | { __typename: 'Agent', id: string }
    | { __typename: 'Alarm', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'AutomationRule', id: string }
    | { __typename: 'Backup', id: string }
    | { __typename: 'Bot', id: string }
    | { __typename: 'BulkChange', id: string }
    | { __typename: 'Call', id: string }
    | { __typename: 'Channel', id: string }
    | { __typename: 'Company', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'ContactErasure', id: string }
    | { __typename: 'ContactExport', id: string }
    | { __typename: 'ContactMerge', id: string }
    | { __typename: 'ContactProperty', id: string }
    | { __typename: 'Conversation', id: string, replyRoutes: Array<{ id: string, side: boolean, answersId: string | null, closesAt: string | null, blockedBy: ErrorCode | null, single: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string, state: ChannelState }, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } }> }
    | { __typename: 'ConversationMerge', id: string }
    | { __typename: 'DeadJob', id: string }
    | { __typename: 'Deal', id: string }
    | { __typename: 'Delivery', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Event', id: string }
    | { __typename: 'InboundItem', id: string }
    | { __typename: 'Inbox', id: string }
    | { __typename: 'LinkedAccount', id: string }
    | { __typename: 'ListImport', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'Mention', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Note', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'PersonalToken', id: string }
    | { __typename: 'Pipeline', id: string }
    | { __typename: 'Plugin', id: string }
    | { __typename: 'PushSubscription', id: string }
    | { __typename: 'Responder', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'SenderRule', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SignInIdentity', id: string }
    | { __typename: 'Snippet', id: string }
    | { __typename: 'Tag', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'Webhook', id: string }
   | null };

export type SuggestPeopleQueryVariables = Exact<{
  search: string;
}>;


export type SuggestPeopleQuery = { contacts: { position: string, nodes: Array<{ id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }> } };

export type SendingInboxesQueryVariables = Exact<{ [key: string]: never; }>;


export type SendingInboxesQuery = { inboxes: Array<{ id: string, version: number, name: string, undoSeconds: number, inboxCan: Array<InboxAction>, signature: { html: string, text: string } | null, composeFrom: Array<{ id: string, address: { kind: string, value: string, name: string | null }, channel: { id: string, version: number, name: string, state: ChannelState, stateMessage: string | null }, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } }> }> };

export type AddressTroublesQueryVariables = Exact<{
  kind: string;
  values: Array<string> | string;
}>;


export type AddressTroublesQuery = { recipients: Array<{ value: string, troubles: Array<{ trouble: AddressTroubleKind, at: string, reason: string | null }> }> };

export type ReadersQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadersQuery = { node:
    | { __typename: 'Agent', id: string }
    | { __typename: 'Alarm', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'AutomationRule', id: string }
    | { __typename: 'Backup', id: string }
    | { __typename: 'Bot', id: string }
    | { __typename: 'BulkChange', id: string }
    | { __typename: 'Call', id: string }
    | { __typename: 'Channel', id: string }
    | { __typename: 'Company', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'ContactErasure', id: string }
    | { __typename: 'ContactExport', id: string }
    | { __typename: 'ContactMerge', id: string }
    | { __typename: 'ContactProperty', id: string }
    | { __typename: 'Conversation', id: string }
    | { __typename: 'ConversationMerge', id: string }
    | { __typename: 'DeadJob', id: string }
    | { __typename: 'Deal', id: string }
    | { __typename: 'Delivery', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Event', id: string }
    | { __typename: 'InboundItem', id: string }
    | { __typename: 'Inbox', readerIds: Array<string>, id: string }
    | { __typename: 'LinkedAccount', id: string }
    | { __typename: 'ListImport', id: string }
    | { __typename: 'Meeting', id: string }
    | { __typename: 'Mention', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Note', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'PersonalToken', id: string }
    | { __typename: 'Pipeline', id: string }
    | { __typename: 'Plugin', id: string }
    | { __typename: 'PushSubscription', id: string }
    | { __typename: 'Responder', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'SenderRule', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SignInIdentity', id: string }
    | { __typename: 'Snippet', id: string }
    | { __typename: 'Tag', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'Webhook', id: string }
   | null };

export type SnippetsQueryVariables = Exact<{ [key: string]: never; }>;


export type SnippetsQuery = { snippets: Array<{ id: string, version: number, shortcut: string, shared: boolean, text: string, html: string | null, canChange: boolean, snippetName: string, inbox: { id: string, name: string } | null, files: Array<{ id: string, name: string, mime: string, bytes: number }> }> };

export type SaveSnippetMutationVariables = Exact<{
  input: SnippetSaveInput;
}>;


export type SaveSnippetMutation = { snippetSave: { snippet: { id: string, version: number, shortcut: string, shared: boolean, text: string, html: string | null, canChange: boolean, snippetName: string, inbox: { id: string, name: string } | null, files: Array<{ id: string, name: string, mime: string, bytes: number }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteSnippetMutationVariables = Exact<{
  id: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type DeleteSnippetMutation = { snippetDelete: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SnippetTextFragment = { id: string, version: number, shortcut: string, shared: boolean, text: string, html: string | null, canChange: boolean, snippetName: string, inbox: { id: string, name: string } | null, files: Array<{ id: string, name: string, mime: string, bytes: number }> };

export type AttachSnippetFileMutationVariables = Exact<{
  input: SnippetFileAttachInput;
}>;


export type AttachSnippetFileMutation = { snippetFileAttach: { upload: { id: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type AgentNameFragment = { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability };

export type PersonalDraftFragment = { id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> };

export type BulkLineFragment = { id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> };

export type TagChipFragment = { id: string, version: number, color: TagColor, tagName: string };

export type RowFragment = { id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> };

export type AddressFragment = { kind: string, value: string, name: string | null };

type Who_Agent_Fragment = { __typename: 'Agent', id: string, name: string };

type Who_Bot_Fragment = { __typename: 'Bot', id: string, name: string };

type Who_Contact_Fragment = { __typename: 'Contact', id: string, fullName: string | null };

type Who_System_Fragment = { __typename: 'System', name: string, automation: boolean };

export type WhoFragment =
  | Who_Agent_Fragment
  | Who_Bot_Fragment
  | Who_Contact_Fragment
  | Who_System_Fragment
;

export type MailFragment = { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
    | { __typename: 'Agent', id: string, name: string }
    | { __typename: 'Bot', id: string, name: string }
    | { __typename: 'Contact', id: string, fullName: string | null }
    | { __typename: 'System', name: string, automation: boolean }
  , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> };

export type HappeningFragment = { id: string, at: string, type: string, data: unknown, actor:
    | { __typename: 'Agent', id: string, name: string }
    | { __typename: 'Bot', id: string, name: string }
    | { __typename: 'Contact', id: string, fullName: string | null }
    | { __typename: 'System', name: string, automation: boolean }
   };

export type CapabilityFieldsFragment = { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null };

export type RouteFragment = { id: string, side: boolean, answersId: string | null, closesAt: string | null, blockedBy: ErrorCode | null, single: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string, state: ChannelState }, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } };

type Problem_ConflictError_Fragment = { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null };

type Problem_InputError_Fragment = { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null };

type Problem_StaleError_Fragment = { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null };

export type ProblemFragment =
  | Problem_ConflictError_Fragment
  | Problem_InputError_Fragment
  | Problem_StaleError_Fragment
;

export type InboxHeadFragment = { id: string, version: number, name: string, audience: InboxAudience, isDefault: boolean, viewerRole: InboxRole | null, undoSeconds: number, inboxCan: Array<InboxAction>, views: Array<{ key: string, group: InboxViewGroup, title: string | null, icon: string | null, count: number | null }>, channels: Array<{ id: string, version: number, name: string, account: string, state: ChannelState, stateMessage: string | null, active: boolean }> };

export type ChannelLineFragment = { id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } };

export type PluginLineFragment = { id: string, name: string, apiVersion: number, bundled: boolean, stateMessage: string | null, signedBy: string | null, previousVersion: string | null, channelTypes: Array<string>, running: boolean, restarts: number, memoryBytes: number | null, release: string, pluginState: PluginState, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, issues: Array<{ id: string, severity: IssueSeverity, title: string, learnMore: string | null }> };

export type AgentPresentFragment = { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } };

export type PresenceFragment = { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean };

export type SendingInboxFragment = { id: string, version: number, name: string, undoSeconds: number, inboxCan: Array<InboxAction>, signature: { html: string, text: string } | null, composeFrom: Array<{ id: string, address: { kind: string, value: string, name: string | null }, channel: { id: string, version: number, name: string, state: ChannelState, stateMessage: string | null }, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } }> };

type ItemFields_Event_Fragment = { __typename: 'Event', id: string, at: string, type: string, data: unknown, actor:
    | { __typename: 'Agent', id: string, name: string }
    | { __typename: 'Bot', id: string, name: string }
    | { __typename: 'Contact', id: string, fullName: string | null }
    | { __typename: 'System', name: string, automation: boolean }
   };

type ItemFields_Message_Fragment = { __typename: 'Message', id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
    | { __typename: 'Agent', id: string, name: string }
    | { __typename: 'Bot', id: string, name: string }
    | { __typename: 'Contact', id: string, fullName: string | null }
    | { __typename: 'System', name: string, automation: boolean }
  , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> };

export type ItemFieldsFragment =
  | ItemFields_Event_Fragment
  | ItemFields_Message_Fragment
;

export type PageFragment = { url: string, title: string | null, referrer: string | null, at: string };

const Address = 'fragment Address on Recipient{kind value name}';
const CapabilityFields = 'fragment CapabilityFields on Capabilities{outbound maxTextLength formats compose files replyWindowHours}';
const Happening = 'fragment Happening on Event{id at type actor{...Who}data}';
const ItemFields = 'fragment ItemFields on Item{__typename ...on Message{...Mail}...on Event{...Happening}}';
const Mail = 'fragment Mail on Message{id version direction author{...Who}from{...Address}to{...Address}cc{...Address}bcc{...Address}mailSubject:subject at sentAt channel{id version name account}text htmlUrl quotedText attachments{id name mime bytes url inline state}parts{type data}automatic viewerMay unparsed rawUrl warnings remotePictures heldUntil scheduled side replyToId forwardOfId mentions{agentId name told}deliveryStatus deliveries{id recipient{...Address}status attempts nextAttemptAt reason note providerId transport degraded}}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const Route = 'fragment Route on ReplyRoute{id side answersId single{...Address}channel{id version name account state}to{...Address}cc{...Address}capabilities{...CapabilityFields}closesAt blockedBy}';
const SendingInbox = 'fragment SendingInbox on Inbox{id version name undoSeconds inboxCan:viewerCan signature{html text}composeFrom{id address{...Address}channel{id version name state stateMessage}capabilities{...CapabilityFields}}}';
const SnippetText = 'fragment SnippetText on Snippet{id version snippetName:name shortcut shared inbox{id name}text html files{id name mime bytes}canChange}';
const Who = 'fragment Who on Actor{__typename ...on Agent{id name}...on Contact{id fullName:name}...on Bot{id name}...on System{name automation}}';
export const SendMessageDocument = ('mutation SendMessage($input:MessageSendInput!){messageSend(input:$input){message{...Mail conversation{id}}userErrors{...Problem ...on StaleError{unseen{...ItemFields}}}}}' + Address + Happening + ItemFields + Mail + Problem + Who) as unknown as TypedDocumentNode<SendMessageMutation, SendMessageMutationVariables>;
export const ForwardMessageDocument = ('mutation ForwardMessage($input:MessageForwardInput!){messageForward(input:$input){message{...Mail conversation{id}}userErrors{...Problem ...on StaleError{unseen{...ItemFields}}}}}' + Address + Happening + ItemFields + Mail + Problem + Who) as unknown as TypedDocumentNode<ForwardMessageMutation, ForwardMessageMutationVariables>;
export const ComposeMessageDocument = ('mutation ComposeMessage($input:ComposeInput!){conversationCompose(input:$input){message{...Mail conversation{id inbox{id}}}userErrors{...Problem}}}' + Address + Mail + Problem + Who) as unknown as TypedDocumentNode<ComposeMessageMutation, ComposeMessageMutationVariables>;
export const CreateUploadDocument = ('mutation CreateUpload($id:ID$name:String!$mime:String!$bytes:Int!){uploadCreate(id:$id name:$name mime:$mime bytes:$bytes){id url headers userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const FitDocument = ('query Fit($routeId:ID!$conversationId:ID!$text:String!$html:String$uploadIds:[ID!]){messageFit(routeId:$routeId conversationId:$conversationId text:$text html:$html uploadIds:$uploadIds)}') as unknown as TypedDocumentNode<FitQuery, FitQueryVariables>;
export const RoutesDocument = ('query Routes($id:ID!$replyTo:ID!){node(id:$id){__typename id ...on Conversation{replyRoutes(replyTo:$replyTo){...Route}}}}' + Address + CapabilityFields + Route) as unknown as TypedDocumentNode<RoutesQuery, RoutesQueryVariables>;
export const SuggestPeopleDocument = ('query SuggestPeople($search:String!){contacts(search:$search first:8){position nodes{id version fullName:name identities{kind value verified}}}}') as unknown as TypedDocumentNode<SuggestPeopleQuery, SuggestPeopleQueryVariables>;
export const SendingInboxesDocument = ('query SendingInboxes{inboxes{...SendingInbox}}' + Address + CapabilityFields + SendingInbox) as unknown as TypedDocumentNode<SendingInboxesQuery, SendingInboxesQueryVariables>;
export const AddressTroublesDocument = ('query AddressTroubles($kind:String!$values:[String!]!){recipients(kind:$kind values:$values){value troubles{trouble at reason}}}') as unknown as TypedDocumentNode<AddressTroublesQuery, AddressTroublesQueryVariables>;
export const ReadersDocument = ('query Readers($id:ID!){node(id:$id){__typename id ...on Inbox{readerIds}}}') as unknown as TypedDocumentNode<ReadersQuery, ReadersQueryVariables>;
export const SnippetsDocument = ('query Snippets{snippets{...SnippetText}}' + SnippetText) as unknown as TypedDocumentNode<SnippetsQuery, SnippetsQueryVariables>;
export const SaveSnippetDocument = ('mutation SaveSnippet($input:SnippetSaveInput!){snippetSave(input:$input){snippet{...SnippetText}userErrors{...Problem}}}' + Problem + SnippetText) as unknown as TypedDocumentNode<SaveSnippetMutation, SaveSnippetMutationVariables>;
export const DeleteSnippetDocument = ('mutation DeleteSnippet($id:ID!$expectedVersion:Int){snippetDelete(id:$id expectedVersion:$expectedVersion){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteSnippetMutation, DeleteSnippetMutationVariables>;
export const AttachSnippetFileDocument = ('mutation AttachSnippetFile($input:SnippetFileAttachInput!){snippetFileAttach(input:$input){upload{id}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<AttachSnippetFileMutation, AttachSnippetFileMutationVariables>;