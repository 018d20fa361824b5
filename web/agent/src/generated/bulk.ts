/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export type AssignActionInput = {
  assigneeId?: string | number | null | undefined;
  teamId?: string | number | null | undefined;
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

/** Exactly one. */
export type ContactActionInput =
  {   /** Into the bin, or out of it, as `contactsDelete` (D44). */
  deleted: boolean; fields?: never; own?: never; }
  |  { deleted?: never;   /** By the id of the property; null takes one away, what is not named stays. */
  fields: unknown; own?: never; }
  |  { deleted?: never; fields?: never;   own: OwnActionInput; };

/** Which contacts, as of `contacts`. */
export type ContactFilter = {
  /** Those in the bin, instead of all others. */
  deleted?: boolean;
  fact?: FactInput | null | undefined;
  ownerId?: string | number | null | undefined;
  search?: string | null | undefined;
};

export type ContactListChangeInput = {
  action: ContactActionInput;
  filter: ContactFilter;
  id: string | number;
  operationId?: string | number | null | undefined;
};

export type ConversationAction =
  | 'ASSIGN'
  | 'COMMENT'
  /** Move it between inbox, Filtered, Spam and trash, or out of there. */
  | 'PLACE'
  | 'REPLY'
  | 'SET_STATUS';

/** Exactly one, each as the mutation that does it to some. */
export type ConversationActionInput =
  {   /** As `conversationAssign`. */
  assign: AssignActionInput; moveToId?: never; place?: never; restore?: never; snoozeUntil?: never; status?: never; tag?: never; }
  |  { assign?: never;   /** As `conversationMove`. */
  moveToId: string | number; place?: never; restore?: never; snoozeUntil?: never; status?: never; tag?: never; }
  |  { assign?: never; moveToId?: never;   /** As `conversationPlace`, without a word about senders. */
  place: Placement; restore?: never; snoozeUntil?: never; status?: never; tag?: never; }
  |  { assign?: never; moveToId?: never; place?: never;   /** As `conversationRestore`, each to the inbox where it lay. */
  restore: boolean; snoozeUntil?: never; status?: never; tag?: never; }
  |  { assign?: never; moveToId?: never; place?: never; restore?: never;   /** As `conversationSnooze`. */
  snoozeUntil: string; status?: never; tag?: never; }
  |  { assign?: never; moveToId?: never; place?: never; restore?: never; snoozeUntil?: never;   /** OPEN or CLOSED, as `conversationSetStatus`. */
  status: ConversationStatus; tag?: never; }
  |  { assign?: never; moveToId?: never; place?: never; restore?: never; snoozeUntil?: never; status?: never;   /** As `conversationTag`. */
  tag: TagActionInput; };

/** What is given must all hold. Without `placement` only INBOX is looked at. */
export type ConversationFilter = {
  /** When the last message was (S14). */
  activity?: DayRange | null | undefined;
  /** Ids of agents, also of those who are gone (S13), and of teams; null in the list means neither, `me` whoever asks. Any of them. */
  assigneeIds?: Array<string | number | null | undefined> | null | undefined;
  /** View of a plugin, such as `email` (S19–S22). */
  channelViews?: Array<string> | null | undefined;
  contactId?: string | number | null | undefined;
  /** Whether a file hangs on one of its messages or comments; pictures that stand in a text count for none (S9). */
  hasAttachment?: boolean | null | undefined;
  /** A bot has the word and nobody owns it: the view Bots (S23). */
  heldByBot?: boolean | null | undefined;
  inboxIds?: Array<string | number> | null | undefined;
  /** Only those in which the viewer was mentioned. */
  mentioned?: boolean | null | undefined;
  placement?: Array<Placement> | null | undefined;
  /** By the clock on our next answer; any of them. */
  sla?: Array<SlaState> | null | undefined;
  status?: Array<ConversationStatus> | null | undefined;
  /** Those that have any of these tags. */
  tagIds?: Array<string | number> | null | undefined;
  unread?: boolean | null | undefined;
};

export type ConversationMergeInput = {
  fromId: string | number;
  /** Made by the client (`cmg_…`): a repeat answers with the first result. */
  id: string | number;
  intoId: string | number;
  operationId?: string | number | null | undefined;
};

export type ConversationMoveInput = {
  /** As with `conversationSetStatus`. Who moved it last moves it back with the version that this led to, also out of an inbox that is none of his: assignee and all. */
  expectedVersions?: Array<number> | null | undefined;
  /** At most 200. */
  ids: Array<string | number>;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
};

export type ConversationSnoozeInput = {
  /** As with `conversationSetStatus`. */
  expectedVersions?: Array<number> | null | undefined;
  /** At most 200. */
  ids: Array<string | number>;
  operationId?: string | number | null | undefined;
  /** Still to come, and within a year. */
  until: string;
};

export type ConversationSplitInput = {
  /** Made by the client (`cnv_…`): the id that the new conversation will have. */
  conversationId: string | number;
  fromId: string | number;
  /** Made by the client (`cmg_…`): a repeat answers with the first result. */
  id: string | number;
  /** Messages and comments, at most 200, and not all messages that there are. */
  itemIds: Array<string | number>;
  operationId?: string | number | null | undefined;
  /** Of the new conversation; without, that of the first message. */
  subject?: string | null | undefined;
};

export type ConversationStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'SNOOZED';

export type ConversationTagInput = {
  add?: Array<string | number>;
  /** As with `conversationSetStatus`. */
  expectedVersions?: Array<number> | null | undefined;
  /** At most 200. */
  ids: Array<string | number>;
  operationId?: string | number | null | undefined;
  remove?: Array<string | number>;
};

export type ConversationsChangeInput = {
  action: ConversationActionInput;
  filter: ConversationFilter;
  id: string | number;
  operationId?: string | number | null | undefined;
};

/** Days of a calendar, both included. */
export type DayRange = {
  /** Such as 2026-11-01. */
  from?: string | null | undefined;
  /** In which they begin and end, such as Europe/Amsterdam. */
  timeZone: string;
  to?: string | null | undefined;
};

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

/**
 * A fact that the team keeps, in exactly one way: `value`, `anyOf`, `contains`, `from` with or without `to`, or `kept`. All of them are read from
 * indexes; only `kept: false` looks at contacts one by one, newest first, ten thousand at a time, until a page is full. A property that is no more finds nobody; a way that
 * its type does not have, and a bound that cannot be read, are refused as INVALID.
 */
export type FactInput = {
  /** One of these values, at most 100 (such as choices). */
  anyOf?: Array<string> | null | undefined;
  /** Of texts and links: a search of words, not of letters anywhere. All of its words stand in it, in any order and however they are written; of the last a beginning is enough. Of long texts the first 200 words are looked at. */
  contains?: string | null | undefined;
  /** Of numbers and days: this one or more, such as `12.5` or `2026-11-28`. Above `to` it finds nobody. */
  from?: string | null | undefined;
  /** Whether anything is kept: true for those who have it, whatever it says; false for those who have none. */
  kept?: boolean | null | undefined;
  /** As of `contactProperties`. */
  propertyId: string | number;
  /** Of numbers and days: this one or less. */
  to?: string | null | undefined;
  /** Just this value, however its letters are written, as text: `true` or `false`, a number with a point, a day such as `2026-11-28`. */
  value?: string | null | undefined;
};

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

export type OwnActionInput = {
  /** An agent; nobody when it is not given. */
  ownerId?: string | number | null | undefined;
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

export type Priority =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM'
  | 'URGENT';

export type PriorityActionInput = {
  /** None when it is not given. */
  priority?: Priority | null | undefined;
};

/** Exactly one. */
export type RecordActionInput =
  {   /** Into the bin, or out of it, as `recordsDelete` (D44). */
  deleted: boolean; done?: never; linkToId?: never; own?: never; prioritise?: never; stageId?: never; }
  |  { deleted?: never;   /** Of tasks. */
  done: boolean; linkToId?: never; own?: never; prioritise?: never; stageId?: never; }
  |  { deleted?: never; done?: never;   /** Ties each to this, as `recordsLink`. */
  linkToId: string | number; own?: never; prioritise?: never; stageId?: never; }
  |  { deleted?: never; done?: never; linkToId?: never;   own: OwnActionInput; prioritise?: never; stageId?: never; }
  |  { deleted?: never; done?: never; linkToId?: never; own?: never;   /** Of tickets. */
  prioritise: PriorityActionInput; stageId?: never; }
  |  { deleted?: never; done?: never; linkToId?: never; own?: never; prioritise?: never;   /** Of tickets and deals. */
  stageId: string | number; };

export type RecordFilter = {
  /** Those in the bin, instead of all others. */
  deleted?: boolean;
  dueBefore?: string | null | undefined;
  dueFrom?: string | null | undefined;
  /** Without, both those under way and those that are done, or called off. */
  open?: boolean | null | undefined;
  ownerId?: string | number | null | undefined;
  pipelineId?: string | number | null | undefined;
  priority?: Priority | null | undefined;
  /** Words of the title, the last of them perhaps only begun; or the domain of a company, the number of a ticket, such as #12. */
  search?: string | null | undefined;
  stageId?: string | number | null | undefined;
  /** What hangs on this contact, conversation or record. */
  toId?: string | number | null | undefined;
  type: RecordType;
};

export type RecordListChangeInput = {
  action: RecordActionInput;
  filter: RecordFilter;
  id: string | number;
  operationId?: string | number | null | undefined;
};

export type RecordType =
  | 'CALL'
  | 'COMPANY'
  | 'DEAL'
  | 'MEETING'
  | 'NOTE'
  | 'TASK'
  | 'TICKET';

export type SlaKind =
  /** It is not closed yet. */
  | 'CLOSING'
  /** Nobody of ours has written to the customer yet. */
  | 'FIRST'
  | 'NEXT';

export type SlaState =
  /** The time is over. */
  | 'MISSED'
  /** The clock stands. */
  | 'PAUSED'
  /** There is still time. */
  | 'RUNNING';

export type TagActionInput = {
  add?: Array<string | number>;
  remove?: Array<string | number>;
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

export type TagSaveInput = {
  color?: TagColor | null | undefined;
  expectedVersion?: number | null | undefined;
  /** Client-made for a new one, `tag_` and a UUIDv7. */
  id?: string | number | null | undefined;
  /** Trimmed; at most 40 characters, unique whatever its case. */
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
};

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';

export type RestoreMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  inboxId?: string | number | null | undefined;
  expectedVersions?: Array<number> | number | null | undefined;
  operationId?: string | number | null | undefined;
  language?: string | null | undefined;
}>;


export type RestoreMutation = { conversationRestore: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteForeverMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  operationId?: string | number | null | undefined;
}>;


export type DeleteForeverMutation = { conversationDeleteForever: { ids: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SnoozeMutationVariables = Exact<{
  input: ConversationSnoozeInput;
  language?: string | null | undefined;
}>;


export type SnoozeMutation = { conversationSnooze: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MoveTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type MoveTargetsQuery = { moveTargets: Array<{ id: string, name: string }> };

export type MoveMutationVariables = Exact<{
  input: ConversationMoveInput;
  language?: string | null | undefined;
}>;


export type MoveMutation = { conversationMove: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, outOfSight: Array<{ id: string, version: number }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MergeCandidatesQueryVariables = Exact<{
  contactId: string | number;
  language?: string | null | undefined;
}>;


export type MergeCandidatesQuery = { node:
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
    | { __typename: 'Contact', id: string, conversations: { nodes: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }> } }
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
    | { __typename: 'Webhook', id: string }
   | null };

export type MergeByNumberQueryVariables = Exact<{
  number: number;
  language?: string | null | undefined;
}>;


export type MergeByNumberQuery = { conversationByNumber: { id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> } | null };

export type MergedQueryVariables = Exact<{
  id: string | number;
}>;


export type MergedQuery = { node:
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
    | { __typename: 'Conversation', id: string, mergedInto: { id: string, number: number, subject: string, channelView: string | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, merges: Array<{ id: string, from: { id: string } | null }> } | null }
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

export type SplittableQueryVariables = Exact<{
  id: string | number;
}>;


export type SplittableQuery = { node:
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
    | { __typename: 'Conversation', id: string, items: { nodes: Array<
          | { __typename: 'Event' }
          | { __typename: 'Message', id: string, direction: ItemDirection, at: string, text: string, author:
              | { __typename: 'Agent', id: string, name: string }
              | { __typename: 'Bot', id: string, name: string }
              | { __typename: 'Contact', id: string, fullName: string | null }
              | { __typename: 'System', name: string, automation: boolean }
             }
        > } }
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

export type MergeConversationsMutationVariables = Exact<{
  input: ConversationMergeInput;
}>;


export type MergeConversationsMutation = { conversationMerge: { merge: { id: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SplitConversationMutationVariables = Exact<{
  input: ConversationSplitInput;
}>;


export type SplitConversationMutation = { conversationSplit: { merge: { id: string, from: { id: string, number: number } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UndoMergeMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoMergeMutation = { conversationMergeUndo: { merge: { id: string, undoneAt: string | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TagsQueryVariables = Exact<{ [key: string]: never; }>;


export type TagsQuery = { tags: Array<{ id: string, version: number, color: TagColor, tagName: string }> };

export type SaveTagMutationVariables = Exact<{
  input: TagSaveInput;
}>;


export type SaveTagMutation = { tagSave: { tag: { id: string, version: number, color: TagColor, tagName: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MergeTagsMutationVariables = Exact<{
  into: string | number;
  from: Array<string | number> | string | number;
}>;


export type MergeTagsMutation = { tagMerge: { tag: { id: string, version: number, color: TagColor, tagName: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteTagMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteTagMutation = { tagDelete: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TagConversationsMutationVariables = Exact<{
  input: ConversationTagInput;
  language?: string | null | undefined;
}>;


export type TagConversationsMutation = { conversationTag: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChangeWholeMutationVariables = Exact<{
  input: ConversationsChangeInput;
}>;


export type ChangeWholeMutation = { conversationsChange: { bulkChange: { id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChangeContactListMutationVariables = Exact<{
  input: ContactListChangeInput;
}>;


export type ChangeContactListMutation = { contactListChange: { bulkChange: { id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChangeRecordListMutationVariables = Exact<{
  input: RecordListChangeInput;
}>;


export type ChangeRecordListMutation = { recordListChange: { bulkChange: { id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type StopWholeMutationVariables = Exact<{
  id: string | number;
}>;


export type StopWholeMutation = { bulkChangeStop: { bulkChange: { id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UndoWholeMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoWholeMutation = { bulkChangeUndo: { bulkChange: { id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type WholeQueryVariables = Exact<{
  id: string | number;
}>;


export type WholeQuery = { node:
    | { __typename: 'Agent' }
    | { __typename: 'Alarm' }
    | { __typename: 'ApiToken' }
    | { __typename: 'Attachment' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'AutomationRule' }
    | { __typename: 'Backup' }
    | { __typename: 'Bot' }
    | { __typename: 'BulkChange', id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> }
    | { __typename: 'Call' }
    | { __typename: 'Channel' }
    | { __typename: 'Company' }
    | { __typename: 'Contact' }
    | { __typename: 'ContactErasure' }
    | { __typename: 'ContactExport' }
    | { __typename: 'ContactMerge' }
    | { __typename: 'ContactProperty' }
    | { __typename: 'Conversation' }
    | { __typename: 'ConversationMerge' }
    | { __typename: 'DeadJob' }
    | { __typename: 'Deal' }
    | { __typename: 'Delivery' }
    | { __typename: 'Draft' }
    | { __typename: 'Event' }
    | { __typename: 'InboundItem' }
    | { __typename: 'Inbox' }
    | { __typename: 'LinkedAccount' }
    | { __typename: 'ListImport' }
    | { __typename: 'Meeting' }
    | { __typename: 'Mention' }
    | { __typename: 'Message' }
    | { __typename: 'Note' }
    | { __typename: 'Notification' }
    | { __typename: 'Passkey' }
    | { __typename: 'PersonalToken' }
    | { __typename: 'Pipeline' }
    | { __typename: 'Plugin' }
    | { __typename: 'PushSubscription' }
    | { __typename: 'Responder' }
    | { __typename: 'SavedView' }
    | { __typename: 'SenderRule' }
    | { __typename: 'Session' }
    | { __typename: 'SignInIdentity' }
    | { __typename: 'Snippet' }
    | { __typename: 'Tag' }
    | { __typename: 'Task' }
    | { __typename: 'Team' }
    | { __typename: 'Ticket' }
    | { __typename: 'Webhook' }
   | null };

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

const AgentName = 'fragment AgentName on Agent{id name email avatarUrl role availability}';
const BulkLine = 'fragment BulkLine on BulkChange{id bulkKind:kind bulkState:state reason{code message}total done changed undone failed problems{number name code message}}';
const PersonalDraft = 'fragment PersonalDraft on Draft{id mode conversationId inboxId messageId draftTo:to draftCc:cc draftBcc:bcc draftSubject:subject uploads{id name mime bytes}text html version updatedAt}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const Row = 'fragment Row on Conversation{id version createdAt updatedAt number subject preview status snoozedUntil placement placementReason(language:$language)botControl inbox{id name}channelView channelIcon channelTitle(language:$language)assignee{...AgentName}assigneeTeam{id name}contact{id version fullName:name identities{kind value verified}}participantCount unread waitingSince sla{kind dueAt missedAt paused}slaClosing{kind dueAt missedAt paused}lastMessageAt lastDirection deliveryStatus replyUntil mentioned tags{...TagChip}viewerCan drafts{...PersonalDraft}}';
const TagChip = 'fragment TagChip on Tag{id version tagName:name color}';
const Who = 'fragment Who on Actor{__typename ...on Agent{id name}...on Contact{id fullName:name}...on Bot{id name}...on System{name automation}}';
export const RestoreDocument = ('mutation Restore($ids:[ID!]!$inboxId:ID$expectedVersions:[Int!]$operationId:ID$language:String){conversationRestore(ids:$ids inboxId:$inboxId expectedVersions:$expectedVersions operationId:$operationId){conversations{...Row}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<RestoreMutation, RestoreMutationVariables>;
export const DeleteForeverDocument = ('mutation DeleteForever($ids:[ID!]!$operationId:ID){conversationDeleteForever(ids:$ids operationId:$operationId){ids userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteForeverMutation, DeleteForeverMutationVariables>;
export const SnoozeDocument = ('mutation Snooze($input:ConversationSnoozeInput!$language:String){conversationSnooze(input:$input){conversations{...Row}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<SnoozeMutation, SnoozeMutationVariables>;
export const MoveTargetsDocument = ('query MoveTargets{moveTargets{id name}}') as unknown as TypedDocumentNode<MoveTargetsQuery, MoveTargetsQueryVariables>;
export const MoveDocument = ('mutation Move($input:ConversationMoveInput!$language:String){conversationMove(input:$input){conversations{...Row}outOfSight{id version}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<MoveMutation, MoveMutationVariables>;
export const MergeCandidatesDocument = ('query MergeCandidates($contactId:ID!$language:String){node(id:$contactId){__typename id ...on Contact{conversations(first:20){nodes{...Row}}}}}' + AgentName + PersonalDraft + Row + TagChip) as unknown as TypedDocumentNode<MergeCandidatesQuery, MergeCandidatesQueryVariables>;
export const MergeByNumberDocument = ('query MergeByNumber($number:Int!$language:String){conversationByNumber(number:$number){...Row}}' + AgentName + PersonalDraft + Row + TagChip) as unknown as TypedDocumentNode<MergeByNumberQuery, MergeByNumberQueryVariables>;
export const MergedDocument = ('query Merged($id:ID!){node(id:$id){__typename id ...on Conversation{mergedInto{id number subject channelView contact{id version fullName:name identities{kind value verified}}merges{id from{id}}}}}}') as unknown as TypedDocumentNode<MergedQuery, MergedQueryVariables>;
export const SplittableDocument = ('query Splittable($id:ID!){node(id:$id){__typename id ...on Conversation{items(last:100){nodes{__typename ...on Message{id direction at text author{...Who}}}}}}}' + Who) as unknown as TypedDocumentNode<SplittableQuery, SplittableQueryVariables>;
export const MergeConversationsDocument = ('mutation MergeConversations($input:ConversationMergeInput!){conversationMerge(input:$input){merge{id}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<MergeConversationsMutation, MergeConversationsMutationVariables>;
export const SplitConversationDocument = ('mutation SplitConversation($input:ConversationSplitInput!){conversationSplit(input:$input){merge{id from{id number}}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SplitConversationMutation, SplitConversationMutationVariables>;
export const UndoMergeDocument = ('mutation UndoMerge($id:ID!){conversationMergeUndo(id:$id){merge{id undoneAt}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<UndoMergeMutation, UndoMergeMutationVariables>;
export const TagsDocument = ('query Tags{tags{...TagChip}}' + TagChip) as unknown as TypedDocumentNode<TagsQuery, TagsQueryVariables>;
export const SaveTagDocument = ('mutation SaveTag($input:TagSaveInput!){tagSave(input:$input){tag{...TagChip}userErrors{...Problem}}}' + Problem + TagChip) as unknown as TypedDocumentNode<SaveTagMutation, SaveTagMutationVariables>;
export const MergeTagsDocument = ('mutation MergeTags($into:ID!$from:[ID!]!){tagMerge(into:$into from:$from){tag{...TagChip}userErrors{...Problem}}}' + Problem + TagChip) as unknown as TypedDocumentNode<MergeTagsMutation, MergeTagsMutationVariables>;
export const DeleteTagDocument = ('mutation DeleteTag($id:ID!){tagDelete(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteTagMutation, DeleteTagMutationVariables>;
export const TagConversationsDocument = ('mutation TagConversations($input:ConversationTagInput!$language:String){conversationTag(input:$input){conversations{...Row}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<TagConversationsMutation, TagConversationsMutationVariables>;
export const ChangeWholeDocument = ('mutation ChangeWhole($input:ConversationsChangeInput!){conversationsChange(input:$input){bulkChange{...BulkLine}userErrors{...Problem}}}' + BulkLine + Problem) as unknown as TypedDocumentNode<ChangeWholeMutation, ChangeWholeMutationVariables>;
export const ChangeContactListDocument = ('mutation ChangeContactList($input:ContactListChangeInput!){contactListChange(input:$input){bulkChange{...BulkLine}userErrors{...Problem}}}' + BulkLine + Problem) as unknown as TypedDocumentNode<ChangeContactListMutation, ChangeContactListMutationVariables>;
export const ChangeRecordListDocument = ('mutation ChangeRecordList($input:RecordListChangeInput!){recordListChange(input:$input){bulkChange{...BulkLine}userErrors{...Problem}}}' + BulkLine + Problem) as unknown as TypedDocumentNode<ChangeRecordListMutation, ChangeRecordListMutationVariables>;
export const StopWholeDocument = ('mutation StopWhole($id:ID!){bulkChangeStop(id:$id){bulkChange{...BulkLine}userErrors{...Problem}}}' + BulkLine + Problem) as unknown as TypedDocumentNode<StopWholeMutation, StopWholeMutationVariables>;
export const UndoWholeDocument = ('mutation UndoWhole($id:ID!){bulkChangeUndo(id:$id){bulkChange{...BulkLine}userErrors{...Problem}}}' + BulkLine + Problem) as unknown as TypedDocumentNode<UndoWholeMutation, UndoWholeMutationVariables>;
export const WholeDocument = ('query Whole($id:ID!){node(id:$id){__typename ...on BulkChange{...BulkLine}}}' + BulkLine) as unknown as TypedDocumentNode<WholeQuery, WholeQueryVariables>;