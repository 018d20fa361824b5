/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export type ApiSettingsSaveInput = {
  /** At most 50; scheme, host and port, without a path. `*` is refused. */
  allowedOrigins?: Array<string> | null | undefined;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: number | null | undefined;
  explorer?: boolean | null | undefined;
  operationId?: string | number | null | undefined;
};

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

/** What the token opens when `scopes` are not given. */
export type PersonalTokenAccess =
  /** Sees what a member of the viewer's inboxes sees, and changes nothing. */
  | 'READ'
  /** Sees and does what a member may. */
  | 'READ_WRITE';

export type PersonalTokenCreateInput = {
  /** Instead of `scopes`; READ when neither is given. */
  access?: PersonalTokenAccess | null | undefined;
  /** In the future; null: until it is revoked. */
  expiresAt?: string | null | undefined;
  /** Client-made, `ptk_` and a UUIDv7. A repeat is refused with CONFLICT, as the secret is shown once. */
  id?: string | number | null | undefined;
  /** For the owner himself: which program on which machine uses it. */
  name: string;
  operationId?: string | number | null | undefined;
  /** Instead of `access`; only scopes that the viewer has. */
  scopes?: Array<Scope> | null | undefined;
};

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

export type PluginPublisherTrustInput = {
  /** Client-made, `pub_` and a UUIDv7; the same again changes nothing. */
  id?: string | number | null | undefined;
  /** At most 60 letters, without = and comma. */
  name: string;
  operationId?: string | number | null | undefined;
  /** The 44 characters that stand behind the = in what `balie-plugin keys` prints. */
  publicKey: string;
};

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

/** What a token or a session may do. A session of an agent holds those of its role; a token without ADMIN sees and does what a member may, whoever made it. */
export type Scope =
  /** Everything about the workspace: inboxes, channels, plugins, people. */
  | 'ADMIN'
  | 'CONTACTS_READ'
  | 'CONTACTS_WRITE'
  | 'CONVERSATIONS_READ'
  | 'CONVERSATIONS_WRITE'
  | 'MESSAGES_WRITE';

export type SlaKind =
  /** It is not closed yet. */
  | 'CLOSING'
  /** Nobody of ours has written to the customer yet. */
  | 'FIRST'
  | 'NEXT';

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

export type WebhookDeliveryState =
  /** Given up; `webhookReplay` sends it again. */
  | 'DEAD'
  | 'DELIVERED'
  /** On its way; tried again for 24 hours. */
  | 'PENDING';

export type WebhookSaveInput = {
  active?: boolean;
  events?: Array<string>;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: number | null | undefined;
  /** Client-made for a new one, `whk_` and a UUIDv7. */
  id?: string | number | null | undefined;
  inboxIds?: Array<string | number>;
  name: string;
  /** Makes another secret; the one before signs along for 24 hours. */
  newSecret?: boolean;
  operationId?: string | number | null | undefined;
  /** https, or http within a network that the host has opened (BALIE_WEBHOOK_NETWORKS). */
  url: string;
};

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';

export type ApiChoicesFragment = { allowedOrigins: Array<string>, explorer: boolean, pointsPerMinute: number, version: number };

export type ApiChoicesNowQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiChoicesNowQuery = { apiSettings: { allowedOrigins: Array<string>, explorer: boolean, pointsPerMinute: number, version: number } };

export type SaveApiChoicesMutationVariables = Exact<{
  input: ApiSettingsSaveInput;
}>;


export type SaveApiChoicesMutation = { apiSettingsSave: { apiSettings: { allowedOrigins: Array<string>, explorer: boolean, pointsPerMinute: number, version: number } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type PublishersQueryVariables = Exact<{ [key: string]: never; }>;


export type PublishersQuery = { pluginPublishers: Array<{ id: string | null, name: string, publicKey: string }> };

export type TrustPublisherMutationVariables = Exact<{
  input: PluginPublisherTrustInput;
}>;


export type TrustPublisherMutation = { pluginPublisherTrust: { publisher: { id: string | null, name: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DistrustPublisherMutationVariables = Exact<{
  id: string | number;
}>;


export type DistrustPublisherMutation = { pluginPublisherRemove: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type OwnTokenLineFragment = { id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, deprecatedUses: Array<{ part: string, reason: string, uses: number, lastAt: string }> };

export type OwnTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnTokensQuery = { personalTokens: Array<{ id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, deprecatedUses: Array<{ part: string, reason: string, uses: number, lastAt: string }> }> };

export type CreateOwnTokenMutationVariables = Exact<{
  input: PersonalTokenCreateInput;
}>;


export type CreateOwnTokenMutation = { personalTokenCreate: { token: string | null, personalToken: { id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, deprecatedUses: Array<{ part: string, reason: string, uses: number, lastAt: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RevokeOwnTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeOwnTokenMutation = { personalTokenRevoke: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type WebhookLineFragment = { id: string, version: number, name: string, url: string, inboxIds: Array<string>, events: Array<string>, active: boolean, stateMessage: string | null };

export type DeliveryLineFragment = { id: string, eventType: string, state: WebhookDeliveryState, attempts: number, status: number | null, error: string | null, nextAttemptAt: string | null, createdAt: string, deliveredAt: string | null };

export type WebhookListQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookListQuery = { webhooks: Array<{ id: string, version: number, name: string, url: string, inboxIds: Array<string>, events: Array<string>, active: boolean, stateMessage: string | null }> };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string | number;
  state?: WebhookDeliveryState | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { node:
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
    | { __typename: 'Webhook', version: number, stateMessage: string | null, active: boolean, id: string, deliveries: { nodes: Array<{ id: string, eventType: string, state: WebhookDeliveryState, attempts: number, status: number | null, error: string | null, nextAttemptAt: string | null, createdAt: string, deliveredAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
   | null };

export type SaveWebhookMutationVariables = Exact<{
  input: WebhookSaveInput;
}>;


export type SaveWebhookMutation = { webhookSave: { secret: string | null, webhook: { id: string, version: number, name: string, url: string, inboxIds: Array<string>, events: Array<string>, active: boolean, stateMessage: string | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { webhookDelete: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type TestWebhookMutation = { webhookTest: { delivery: { id: string, eventType: string, state: WebhookDeliveryState, attempts: number, status: number | null, error: string | null, nextAttemptAt: string | null, createdAt: string, deliveredAt: string | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReplayDeliveriesMutationVariables = Exact<{
  id: string | number;
  deliveryIds?: Array<string | number> | string | number | null | undefined;
  since?: string | null | undefined;
}>;


export type ReplayDeliveriesMutation = { webhookReplay: { replayed: number, userErrors: Array<
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

const ApiChoices = 'fragment ApiChoices on ApiSettings{allowedOrigins explorer pointsPerMinute version}';
const DeliveryLine = 'fragment DeliveryLine on WebhookDelivery{id eventType state attempts status error nextAttemptAt createdAt deliveredAt}';
const OwnTokenLine = 'fragment OwnTokenLine on PersonalToken{id name scopes createdAt expiresAt lastUsedAt deprecatedUses{part reason uses lastAt}}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const WebhookLine = 'fragment WebhookLine on Webhook{id version name url inboxIds events active stateMessage}';
export const ApiChoicesNowDocument = ('query ApiChoicesNow{apiSettings{...ApiChoices}}' + ApiChoices) as unknown as TypedDocumentNode<ApiChoicesNowQuery, ApiChoicesNowQueryVariables>;
export const SaveApiChoicesDocument = ('mutation SaveApiChoices($input:ApiSettingsSaveInput!){apiSettingsSave(input:$input){apiSettings{...ApiChoices}userErrors{...Problem}}}' + ApiChoices + Problem) as unknown as TypedDocumentNode<SaveApiChoicesMutation, SaveApiChoicesMutationVariables>;
export const PublishersDocument = ('query Publishers{pluginPublishers{id name publicKey}}') as unknown as TypedDocumentNode<PublishersQuery, PublishersQueryVariables>;
export const TrustPublisherDocument = ('mutation TrustPublisher($input:PluginPublisherTrustInput!){pluginPublisherTrust(input:$input){publisher{id name}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<TrustPublisherMutation, TrustPublisherMutationVariables>;
export const DistrustPublisherDocument = ('mutation DistrustPublisher($id:ID!){pluginPublisherRemove(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DistrustPublisherMutation, DistrustPublisherMutationVariables>;
export const OwnTokensDocument = ('query OwnTokens{personalTokens{...OwnTokenLine}}' + OwnTokenLine) as unknown as TypedDocumentNode<OwnTokensQuery, OwnTokensQueryVariables>;
export const CreateOwnTokenDocument = ('mutation CreateOwnToken($input:PersonalTokenCreateInput!){personalTokenCreate(input:$input){personalToken{...OwnTokenLine}token userErrors{...Problem}}}' + OwnTokenLine + Problem) as unknown as TypedDocumentNode<CreateOwnTokenMutation, CreateOwnTokenMutationVariables>;
export const RevokeOwnTokenDocument = ('mutation RevokeOwnToken($id:ID!){personalTokenRevoke(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RevokeOwnTokenMutation, RevokeOwnTokenMutationVariables>;
export const WebhookListDocument = ('query WebhookList{webhooks{...WebhookLine}}' + WebhookLine) as unknown as TypedDocumentNode<WebhookListQuery, WebhookListQueryVariables>;
export const WebhookDeliveriesDocument = ('query WebhookDeliveries($id:ID!$state:WebhookDeliveryState$after:String){node(id:$id){__typename id ...on Webhook{version stateMessage active deliveries(state:$state first:20 after:$after){nodes{...DeliveryLine}pageInfo{hasNextPage endCursor}}}}}' + DeliveryLine) as unknown as TypedDocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const SaveWebhookDocument = ('mutation SaveWebhook($input:WebhookSaveInput!){webhookSave(input:$input){webhook{...WebhookLine}secret userErrors{...Problem}}}' + Problem + WebhookLine) as unknown as TypedDocumentNode<SaveWebhookMutation, SaveWebhookMutationVariables>;
export const DeleteWebhookDocument = ('mutation DeleteWebhook($id:ID!){webhookDelete(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const TestWebhookDocument = ('mutation TestWebhook($id:ID!){webhookTest(id:$id){delivery{...DeliveryLine}userErrors{...Problem}}}' + DeliveryLine + Problem) as unknown as TypedDocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const ReplayDeliveriesDocument = ('mutation ReplayDeliveries($id:ID!$deliveryIds:[ID!]$since:DateTime){webhookReplay(id:$id deliveryIds:$deliveryIds since:$since){replayed userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ReplayDeliveriesMutation, ReplayDeliveriesMutationVariables>;