/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
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

export type NotificationChoiceInput = {
  app: boolean;
  browser: boolean;
  kind: NotificationKind;
  /** As it is when not given. */
  mail?: NotificationMail | null | undefined;
  /** As it is when not given. */
  push?: boolean | null | undefined;
};

export type NotificationFollow =
  /** Each inbox in which he answers. */
  | 'ALL'
  | 'NONE'
  /** Those in `inboxIds`. */
  | 'SOME';

/** Nobody is told of what he did himself, nor of what lies in spam, the trash or under Filtered. */
export type NotificationKind =
  /** Given to him, by somebody else or by the rules of its inbox. */
  | 'ASSIGNED'
  /** Called by a comment. */
  | 'MENTIONED'
  /** Something was said in a conversation of his: a message of the other side, or a comment. */
  | 'MESSAGE'
  /** New and nobody's, in an inbox that he follows. It is taken back when somebody has it. */
  | 'NEW_CONVERSATION'
  /** A message of his, or in a conversation of his, did not arrive, or nobody knows whether it did. */
  | 'NOT_DELIVERED'
  /** A contact of his wrote while he was away, where the rules of the inbox would have given it to him; by mail as long as he has not chosen otherwise. */
  | 'OWN_CONTACT'
  /** A task is due to be remembered. */
  | 'REMINDER'
  /** Whoever waits for an answer of his, or of his team, has waited longer than the inbox says; where it is nobody's, in an inbox that he follows. */
  | 'SLA_MISSED'
  /** Given to a team of his. It is taken back when somebody has it. */
  | 'TEAM_ASSIGNED'
  /** What he has put off is there again. */
  | 'WOKEN';

/** By mail one is told of what he has not read, once; what he has read meanwhile, or may no longer see, is in none. */
export type NotificationMail =
  /** Once a day at `mailHour`, all in one. */
  | 'DAILY'
  | 'OFF'
  /** So long after it happened as `mailMinutes` says, together with what else is unread then. */
  | 'SOON';

export type NotificationSettingsInput = {
  follows?: NotificationFollow | null | undefined;
  /** Inboxes of which the viewer is a member. */
  inboxIds?: Array<string | number> | null | undefined;
  /** Only those that change. */
  kinds?: Array<NotificationChoiceInput> | null | undefined;
  /** 0 to 23. */
  mailHour?: number | null | undefined;
  /** 1 to 1440. */
  mailMinutes?: number | null | undefined;
  operationId?: string | number | null | undefined;
  quiet?: boolean | null | undefined;
  showText?: boolean | null | undefined;
  sound?: boolean | null | undefined;
};

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

/** As a browser's `PushSubscription` has it; keys in base64url. */
export type PushSubscribeInput = {
  auth: string;
  /** An address of its push service. A browser is there once, whoever adds it last. */
  endpoint: string;
  /** Its `p256dh`. */
  key: string;
  /** In which it is told, a tag such as nl. When not given that of his profile, or of the workspace. */
  language?: string | null | undefined;
  /** As the viewer calls the device. */
  name: string;
  operationId?: string | number | null | undefined;
};

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

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';

export type ToldFragment = { id: string, kind: NotificationKind, times: number, at: string, readAt: string | null, byName: string | null, browser: boolean, inApp: boolean, conversation: { id: string, subject: string, preview: string, inbox: { id: string, name: string }, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null } | null, task: { id: string, title: string } | null, note: { id: string, title: string } | null };

export type ToldQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ToldQuery = { notifications: { nodes: Array<{ id: string, kind: NotificationKind, times: number, at: string, readAt: string | null, byName: string | null, browser: boolean, inApp: boolean, conversation: { id: string, subject: string, preview: string, inbox: { id: string, name: string }, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null } | null, task: { id: string, title: string } | null, note: { id: string, title: string } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type ToldOneQueryVariables = Exact<{
  id: string | number;
}>;


export type ToldOneQuery = { node:
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
    | { __typename: 'Notification', id: string, kind: NotificationKind, times: number, at: string, readAt: string | null, byName: string | null, browser: boolean, inApp: boolean, conversation: { id: string, subject: string, preview: string, inbox: { id: string, name: string }, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null } | null, task: { id: string, title: string } | null, note: { id: string, title: string } | null }
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

export type TellingSettingsFragment = { follows: NotificationFollow, inboxIds: Array<string>, quiet: boolean, sound: boolean, showText: boolean, mailMinutes: number, mailHour: number, mailPossible: boolean, kinds: Array<{ kind: NotificationKind, app: boolean, browser: boolean, push: boolean, mail: NotificationMail }> };

export type TellingQueryVariables = Exact<{ [key: string]: never; }>;


export type TellingQuery = { notificationSettings: { follows: NotificationFollow, inboxIds: Array<string>, quiet: boolean, sound: boolean, showText: boolean, mailMinutes: number, mailHour: number, mailPossible: boolean, kinds: Array<{ kind: NotificationKind, app: boolean, browser: boolean, push: boolean, mail: NotificationMail }> } };

export type SaveTellingMutationVariables = Exact<{
  input: NotificationSettingsInput;
}>;


export type SaveTellingMutation = { notificationSettingsSave: { settings: { follows: NotificationFollow, inboxIds: Array<string>, quiet: boolean, sound: boolean, showText: boolean, mailMinutes: number, mailHour: number, mailPossible: boolean, kinds: Array<{ kind: NotificationKind, app: boolean, browser: boolean, push: boolean, mail: NotificationMail }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeviceFragment = { id: string, name: string, createdAt: string, current: boolean };

export type DevicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DevicesQuery = { pushSubscriptions: Array<{ id: string, name: string, createdAt: string, current: boolean }> };

export type PushKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type PushKeyQuery = { pushKey: string };

export type CurrentSessionQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentSessionQuery = { sessions: Array<{ id: string, current: boolean }> };

export type AddDeviceMutationVariables = Exact<{
  input: PushSubscribeInput;
}>;


export type AddDeviceMutation = { pushSubscribe: { subscription: { id: string, name: string, createdAt: string, current: boolean } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemoveDeviceMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveDeviceMutation = { pushUnsubscribe: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type AttendMutationVariables = Exact<{
  active: boolean;
}>;


export type AttendMutation = { notificationsAttend: { userErrors: Array<
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

const Device = 'fragment Device on PushSubscription{id name createdAt current}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const TellingSettings = 'fragment TellingSettings on NotificationSettings{kinds{kind app browser push mail}follows inboxIds quiet sound showText mailMinutes mailHour mailPossible}';
const Told = 'fragment Told on Notification{id kind times at readAt byName browser inApp conversation{id subject preview inbox{id name}contact{id version fullName:name identities{kind value verified}}}task{id title}note{id title}}';
export const ToldDocument = ('query Told($first:Int$after:String){notifications(first:$first after:$after){nodes{...Told}pageInfo{endCursor hasNextPage}}}' + Told) as unknown as TypedDocumentNode<ToldQuery, ToldQueryVariables>;
export const ToldOneDocument = ('query ToldOne($id:ID!){node(id:$id){__typename id ...on Notification{...Told}}}' + Told) as unknown as TypedDocumentNode<ToldOneQuery, ToldOneQueryVariables>;
export const TellingDocument = ('query Telling{notificationSettings{...TellingSettings}}' + TellingSettings) as unknown as TypedDocumentNode<TellingQuery, TellingQueryVariables>;
export const SaveTellingDocument = ('mutation SaveTelling($input:NotificationSettingsInput!){notificationSettingsSave(input:$input){settings{...TellingSettings}userErrors{...Problem}}}' + Problem + TellingSettings) as unknown as TypedDocumentNode<SaveTellingMutation, SaveTellingMutationVariables>;
export const DevicesDocument = ('query Devices{pushSubscriptions{...Device}}' + Device) as unknown as TypedDocumentNode<DevicesQuery, DevicesQueryVariables>;
export const PushKeyDocument = ('query PushKey{pushKey}') as unknown as TypedDocumentNode<PushKeyQuery, PushKeyQueryVariables>;
export const CurrentSessionDocument = ('query CurrentSession{sessions{id current}}') as unknown as TypedDocumentNode<CurrentSessionQuery, CurrentSessionQueryVariables>;
export const AddDeviceDocument = ('mutation AddDevice($input:PushSubscribeInput!){pushSubscribe(input:$input){subscription{...Device}userErrors{...Problem}}}' + Device + Problem) as unknown as TypedDocumentNode<AddDeviceMutation, AddDeviceMutationVariables>;
export const RemoveDeviceDocument = ('mutation RemoveDevice($id:ID!){pushUnsubscribe(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemoveDeviceMutation, RemoveDeviceMutationVariables>;
export const AttendDocument = ('mutation Attend($active:Boolean!){notificationsAttend(active:$active){userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<AttendMutation, AttendMutationVariables>;