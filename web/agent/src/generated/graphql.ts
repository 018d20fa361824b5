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

export type Availability =
  | 'AVAILABLE'
  | 'AWAY';

export type AvailabilitySetInput = {
  /** Oneself when not given. */
  agentId?: string | number | null | undefined;
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: number | null | undefined;
  operationId?: string | number | null | undefined;
  /** For AWAY (S69). */
  reassignReplies?: boolean;
  /** Null follows the working hours again. */
  status?: Availability | null | undefined;
  /** To come, within a year; then the working hours count again. */
  until?: string | null | undefined;
};

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

export type ChangeType =
  | 'CREATED'
  /** Gone, or no longer yours to see. */
  | 'DELETED'
  | 'RESYNC'
  | 'UPDATED';

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

export type ContactAction =
  | 'EDIT'
  /** For good, with all that is kept of him (`contactErase`). */
  | 'ERASE'
  /** All that is kept of him, as an archive (`contactExport`). */
  | 'EXPORT';

export type ContactSaveInput = {
  /** Mail addresses and phone numbers. One that is somebody else's answers CONFLICT with him. */
  addIdentities?: Array<IdentityInput> | null | undefined;
  expectedVersion?: number | null | undefined;
  /** Facts by the id of the property; null takes one away, what is not named stays. */
  fields?: unknown;
  id: string | number;
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  ownerId?: string | number | null | undefined;
  removeIdentities?: Array<IdentityInput> | null | undefined;
};

export type ConversationAction =
  | 'ASSIGN'
  | 'COMMENT'
  /** Move it between inbox, Filtered, Spam and trash, or out of there. */
  | 'PLACE'
  | 'REPLY'
  | 'SET_STATUS';

export type ConversationAssignInput = {
  /** An agent who works in the inbox; null or absent: none. */
  assigneeId?: string | number | null | undefined;
  /** As with `conversationSetStatus`. */
  expectedVersions?: Array<number> | null | undefined;
  ids: Array<string | number>;
  operationId?: string | number | null | undefined;
  /** A team of which somebody works in the inbox; null: none. Absent: it stays with an agent, and goes with nobody. */
  teamId?: string | number | null | undefined;
};

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

export type ConversationOrder = {
  direction: OrderDirection;
  field: ConversationOrderField;
};

export type ConversationOrderField =
  | 'CREATED_AT'
  /** What is due first, ASC only; after these what has no due time, newest activity first. */
  | 'DUE_AT'
  | 'LAST_MESSAGE_AT';

export type ConversationPlaceInput = {
  /** As with `conversationSetStatus`. With the version that a move led to, and back to where it was moved from, the move is undone: the reason is the one of before, and what it decided about the sender is taken back. */
  expectedVersions?: Array<number> | null | undefined;
  /** At most 200. */
  ids: Array<string | number>;
  operationId?: string | number | null | undefined;
  placement: Placement;
  /** Lets the senders in, or keeps them out, from now on. */
  rememberSender?: boolean;
};

export type ConversationStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'SNOOZED';

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

export type DraftSaveInput = {
  bcc?: Array<string> | null | undefined;
  cc?: Array<string> | null | undefined;
  /** For COMPOSE client-made: the id that the conversation will have. */
  conversationId: string | number;
  html?: string | null | undefined;
  /** The inbox that it is to leave from; needed for COMPOSE. */
  inboxId?: string | number | null | undefined;
  messageId?: string | number | null | undefined;
  mode: DraftMode;
  subject?: string | null | undefined;
  text: string;
  to?: Array<string> | null | undefined;
  uploadIds?: Array<string | number> | null | undefined;
};

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

export type IdentityInput = {
  kind: string;
  value: string;
};

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

/** What a list of contacts or records shows: which of them, in which order, and which columns. */
export type ListShown = {
  /** By the names of the front end, custom properties by their ids; at most 40. Unknown ones are left out by who reads them. */
  columns?: Array<string> | null | undefined;
  /** Those in the bin, instead of all others. */
  deleted?: boolean | null | undefined;
  /** Of contacts. */
  fact?: FactInput | null | undefined;
  order?: RecordOrder | null | undefined;
  /** An agent, or `me` for whoever looks. */
  ownerId?: string | number | null | undefined;
  pipelineId?: string | number | null | undefined;
  search?: string | null | undefined;
  stageId?: string | number | null | undefined;
  state?: ListState | null | undefined;
};

export type ListState =
  | 'ALL'
  | 'DONE'
  /** Under way. */
  | 'OPEN';

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

export type OrderDirection =
  | 'ASC'
  | 'DESC';

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

export type RecordOrder =
  | 'NEWEST'
  | 'OLDEST';

export type RoutingMode =
  /**
   * To whom the contact belongs, if he is available and may act here; he is told when he is away. Else as with SPECIFIC to the people and teams
   * that are named; where none is, it is left for who takes it (D18).
   */
  | 'CONTACT_OWNER'
  /** To one of the people and teams that are named. */
  | 'SPECIFIC'
  /** Left for who takes it. */
  | 'UNASSIGNED';

export type RoutingOccasion =
  /** A new message while its assignee was away and has replies handed on (S69). */
  | 'AWAY'
  /** It waited, and somebody came free (G8 53). */
  | 'BACKLOG'
  | 'NEW'
  /** It came to lie in this inbox, moved, restored or let in, or a bot handed it over. */
  | 'PLACED'
  /** It was closed and came back while its assignee was not there, or was nobody's. */
  | 'REOPENED';

export type RoutingOutcome =
  | 'ASSIGNED'
  /** By the rule, or as there is none. */
  | 'UNASSIGNED'
  /** Nobody was free; it waits in line, first in first out. */
  | 'WAITING';

export type RoutingRuleInput = {
  /** People and teams together at most 100. */
  agentIds?: Array<string | number> | null | undefined;
  /** 1 to 1000. */
  capacity?: number | null | undefined;
  channelId?: string | number | null | undefined;
  mode: RoutingMode;
  reroute?: boolean;
  strategy?: RoutingStrategy;
  teamIds?: Array<string | number> | null | undefined;
};

export type RoutingSaveInput = {
  /** Refuses when they were changed meanwhile. */
  expectedVersion?: number | null | undefined;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
  /** One without a channel, and at most one for each channel. */
  rules: Array<RoutingRuleInput>;
};

/** Why somebody was passed over. */
export type RoutingSkip =
  | 'AWAY'
  /** He has as many open conversations as the rule allows. */
  | 'FULL'
  | 'LIGHT_SEAT'
  /** It was his, and he has what comes in meanwhile handed on (S69). */
  | 'NOT_BACK'
  /** He may not act in this inbox. */
  | 'NO_AGENT';

export type RoutingStrategy =
  /** The first that is available, in the order in which they are named (D17). */
  | 'FIRST_ONLINE'
  /** Who has the fewest open conversations. */
  | 'LEAST_BUSY'
  | 'RANDOM'
  /** Each in turn. */
  | 'ROUND_ROBIN';

export type SavedViewAudience =
  | 'ALL'
  /** Only who made it. */
  | 'PRIVATE'
  /** Everybody in `team`. */
  | 'TEAM';

/** What a view is of. */
export type SavedViewList =
  | 'CALLS'
  | 'COMPANIES'
  | 'CONTACTS'
  | 'CONVERSATIONS'
  | 'DEALS'
  | 'MEETINGS'
  | 'NOTES'
  | 'TASKS'
  | 'TICKETS';

export type SavedViewSaveInput = {
  /** PRIVATE for a new one when not given. */
  audience?: SavedViewAudience | null | undefined;
  expectedVersion?: number | null | undefined;
  filter?: ConversationFilter | null | undefined;
  /** Client-made for a new one, `svw_` and a UUIDv7. */
  id: string | number;
  /** Which list a new one is of; it stays that for good. */
  list?: SavedViewList;
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  /** In place of `filter` for any list but that of conversations. */
  shown?: ListShown | null | undefined;
  /** For TEAM. */
  teamId?: string | number | null | undefined;
};

/** What a token or a session may do. A session of an agent holds those of its role; a token without ADMIN sees and does what a member may, whoever made it. */
export type Scope =
  /** Everything about the workspace: inboxes, channels, plugins, people. */
  | 'ADMIN'
  | 'CONTACTS_READ'
  | 'CONTACTS_WRITE'
  | 'CONVERSATIONS_READ'
  | 'CONVERSATIONS_WRITE'
  | 'MESSAGES_WRITE';

/** FULL may be picked by automatic assignment; LIGHT is the free user (S2, S3). */
export type Seat =
  | 'FULL'
  | 'LIGHT';

export type SignalKind =
  /** The contact has the channel open, such as a page with the chat; sent by channels only. */
  | 'ONLINE'
  | 'TYPING'
  | 'VIEWING';

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

export type ChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type ChangesSubscription = { changes: { cursor: string, type: ChangeType, event: string, nodeId: string | null, conversationId: string | null, inboxId: string | null, operationId: string | null, node:
      | { __typename: 'Agent', id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } }
      | { __typename: 'Alarm', id: string }
      | { __typename: 'ApiToken', id: string }
      | { __typename: 'Attachment', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'AutomationRule', id: string }
      | { __typename: 'Backup', id: string }
      | { __typename: 'Bot', id: string }
      | { __typename: 'BulkChange', id: string, total: number | null, done: number, changed: number, undone: number, failed: number, bulkKind: BulkChangeKind, bulkState: BulkChangeState, reason: { code: ErrorCode, message: string } | null, problems: Array<{ number: number | null, name: string | null, code: ErrorCode, message: string }> }
      | { __typename: 'Call', id: string }
      | { __typename: 'Channel', id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } }
      | { __typename: 'Company', id: string }
      | { __typename: 'Contact', id: string, version: number, createdAt: string, avatarUrl: string | null, fullName: string | null, contactCan: Array<ContactAction>, told: Array<{ name: string, value: unknown }>, identities: Array<{ kind: string, value: string, verified: boolean, troubles: Array<{ trouble: AddressTroubleKind, at: string, reason: string | null }> }>, blockedIn: Array<{ id: string, name: string }> }
      | { __typename: 'ContactErasure', id: string }
      | { __typename: 'ContactExport', id: string }
      | { __typename: 'ContactMerge', id: string }
      | { __typename: 'ContactProperty', id: string }
      | { __typename: 'Conversation', id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }
      | { __typename: 'ConversationMerge', id: string }
      | { __typename: 'DeadJob', id: string }
      | { __typename: 'Deal', id: string }
      | { __typename: 'Delivery', id: string }
      | { __typename: 'Draft', id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }
      | { __typename: 'Event', id: string, at: string, type: string, data: unknown, actor:
          | { __typename: 'Agent', id: string, name: string }
          | { __typename: 'Bot', id: string, name: string }
          | { __typename: 'Contact', id: string, fullName: string | null }
          | { __typename: 'System', name: string, automation: boolean }
         }
      | { __typename: 'InboundItem', id: string }
      | { __typename: 'Inbox', id: string, version: number, name: string, audience: InboxAudience, isDefault: boolean, viewerRole: InboxRole | null, undoSeconds: number, inboxCan: Array<InboxAction>, views: Array<{ key: string, group: InboxViewGroup, title: string | null, icon: string | null, count: number | null }>, channels: Array<{ id: string, version: number, name: string, account: string, state: ChannelState, stateMessage: string | null, active: boolean }> }
      | { __typename: 'LinkedAccount', id: string }
      | { __typename: 'ListImport', id: string }
      | { __typename: 'Meeting', id: string }
      | { __typename: 'Mention', id: string }
      | { __typename: 'Message', id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
          | { __typename: 'Agent', id: string, name: string }
          | { __typename: 'Bot', id: string, name: string }
          | { __typename: 'Contact', id: string, fullName: string | null }
          | { __typename: 'System', name: string, automation: boolean }
        , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> }
      | { __typename: 'Note', id: string }
      | { __typename: 'Notification', id: string }
      | { __typename: 'Passkey', id: string }
      | { __typename: 'PersonalToken', id: string }
      | { __typename: 'Pipeline', id: string }
      | { __typename: 'Plugin', id: string, name: string, apiVersion: number, bundled: boolean, stateMessage: string | null, signedBy: string | null, previousVersion: string | null, channelTypes: Array<string>, running: boolean, restarts: number, memoryBytes: number | null, release: string, pluginState: PluginState, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, issues: Array<{ id: string, severity: IssueSeverity, title: string, learnMore: string | null }> }
      | { __typename: 'PushSubscription', id: string }
      | { __typename: 'Responder', id: string }
      | { __typename: 'SavedView', id: string }
      | { __typename: 'SenderRule', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'SignInIdentity', id: string }
      | { __typename: 'Snippet', id: string }
      | { __typename: 'Tag', id: string }
      | { __typename: 'Task', title: string, id: string }
      | { __typename: 'Team', id: string }
      | { __typename: 'Ticket', id: string }
      | { __typename: 'Webhook', id: string }
     | null } };

export type SignalsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SignalsSubscription = { signals: { kind: SignalKind, active: boolean, conversationId: string, agent: { id: string, name: string } | null, contact: { id: string, name: string | null } | null, page: { url: string, title: string | null, referrer: string | null, at: string } | null } };

export type SendSignalMutationVariables = Exact<{
  conversationId: string | number;
  kind: SignalKind;
  active: boolean;
}>;


export type SendSignalMutation = { signal: boolean };

export type PersonFragment = { id: string, version: number, createdAt: string, avatarUrl: string | null, fullName: string | null, contactCan: Array<ContactAction>, told: Array<{ name: string, value: unknown }>, identities: Array<{ kind: string, value: string, verified: boolean, troubles: Array<{ trouble: AddressTroubleKind, at: string, reason: string | null }> }>, blockedIn: Array<{ id: string, name: string }> };

export type AboutQueryVariables = Exact<{
  id: string | number;
}>;


export type AboutQuery = { node:
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
    | { __typename: 'Contact', id: string, version: number, createdAt: string, avatarUrl: string | null, fullName: string | null, contactCan: Array<ContactAction>, conversations: { position: string, nodes: Array<{ id: string, version: number, number: number, subject: string, channelView: string | null, status: ConversationStatus, createdAt: string, lastMessageAt: string, inbox: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, told: Array<{ name: string, value: unknown }>, identities: Array<{ kind: string, value: string, verified: boolean, troubles: Array<{ trouble: AddressTroubleKind, at: string, reason: string | null }> }>, blockedIn: Array<{ id: string, name: string }> }
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

export type SaveContactMutationVariables = Exact<{
  input: ContactSaveInput;
}>;


export type SaveContactMutation = { contactSave: { contact: { id: string, version: number, createdAt: string, avatarUrl: string | null, fullName: string | null, contactCan: Array<ContactAction>, told: Array<{ name: string, value: unknown }>, identities: Array<{ kind: string, value: string, verified: boolean, troubles: Array<{ trouble: AddressTroubleKind, at: string, reason: string | null }> }>, blockedIn: Array<{ id: string, name: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetAvailabilityMutationVariables = Exact<{
  input: AvailabilitySetInput;
}>;


export type SetAvailabilityMutation = { availabilitySet: { agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CancelMessageMutationVariables = Exact<{
  id: string | number;
  operationId?: string | number | null | undefined;
}>;


export type CancelMessageMutation = { messageCancel: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, conversation: { id: string, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RescheduleMessageMutationVariables = Exact<{
  id: string | number;
  sendAt?: string | null | undefined;
  operationId?: string | number | null | undefined;
}>;


export type RescheduleMessageMutation = { messageReschedule: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveDraftMutationVariables = Exact<{
  input: DraftSaveInput;
}>;


export type SaveDraftMutation = { draftSave: { draft: { id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ComposeDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type ComposeDraftsQuery = { composeDrafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> };

export type WaitingQueryVariables = Exact<{
  inboxId?: string | number | null | undefined;
  first: number;
}>;


export type WaitingQuery = { outbox: { position: string, nodes: Array<{ id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, conversation: { id: string, version: number, number: number, subject: string, channelView: string | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string } }, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> }> } };

export type UnseenMentionsQueryVariables = Exact<{
  inboxId?: string | number | null | undefined;
}>;


export type UnseenMentionsQuery = { unseenMentions: number };

export type SeeMentionsMutationVariables = Exact<{
  conversationId: string | number;
}>;


export type SeeMentionsMutation = { mentionsSee: { conversation: { id: string, version: number, mentioned: MentionState | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type PlaceMutationVariables = Exact<{
  input: ConversationPlaceInput;
  language?: string | null | undefined;
}>;


export type PlaceMutation = { conversationPlace: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type BlockedFragment = { id: string, blockedIn: Array<{ id: string, name: string }> };

export type BlockMutationVariables = Exact<{
  contactId: string | number;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
}>;


export type BlockMutation = { contactBlock: { contact: { id: string, blockedIn: Array<{ id: string, name: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UnblockMutationVariables = Exact<{
  contactId: string | number;
  inboxId: string | number;
  moveBack: boolean;
  operationId?: string | number | null | undefined;
}>;


export type UnblockMutation = { contactUnblock: { contact: { id: string, blockedIn: Array<{ id: string, name: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ShellQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type ShellQuery = { changes: { position: string }, viewer: { seat: Seat, scopes: Array<Scope>, preferences: unknown, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, agents: Array<{ id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability }>, inboxes: Array<{ id: string, version: number, name: string, audience: InboxAudience, isDefault: boolean, viewerRole: InboxRole | null, undoSeconds: number, inboxCan: Array<InboxAction>, views: Array<{ key: string, group: InboxViewGroup, title: string | null, icon: string | null, count: number | null }>, channels: Array<{ id: string, version: number, name: string, account: string, state: ChannelState, stateMessage: string | null, active: boolean }> }> };

export type ListQueryVariables = Exact<{
  filter?: ConversationFilter | null | undefined;
  order?: ConversationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type ListQuery = { conversations: { position: string, nodes: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type ByNumberQueryVariables = Exact<{
  number: number;
}>;


export type ByNumberQuery = { conversationByNumber: { id: string, inbox: { id: string } } | null };

export type AssignMutationVariables = Exact<{
  input: ConversationAssignInput;
  language?: string | null | undefined;
}>;


export type AssignMutation = { conversationAssign: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetStatusMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  status: ConversationStatus;
  expectedVersions?: Array<number> | number | null | undefined;
  operationId?: string | number | null | undefined;
  language?: string | null | undefined;
}>;


export type SetStatusMutation = { conversationSetStatus: { conversations: Array<{ id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MarkReadMutationVariables = Exact<{
  id: string | number;
  upTo?: string | number | null | undefined;
}>;


export type MarkReadMutation = { conversationMarkRead: { conversation: { id: string, version: number, unread: boolean } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SavePreferencesMutationVariables = Exact<{
  preferences: unknown;
}>;


export type SavePreferencesMutation = { preferencesSave: { agent: { id: string, preferences: unknown } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RowByIdQueryVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type RowByIdQuery = { node:
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
    | { __typename: 'Conversation', id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }
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

export type UnreadQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadQuery = { notificationsUnread: number };

export type ReadToldMutationVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
  conversationId?: string | number | null | undefined;
}>;


export type ReadToldMutation = { notificationsMarkRead: { unread: number | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CandidateFragment = { name: string, open: number, skipped: RoutingSkip | null, owner: boolean };

export type RoutingInboxFragment = { id: string, version: number, name: string, inboxCan: Array<InboxAction>, members: Array<{ role: InboxRole, agent: { seat: Seat, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, channels: Array<{ id: string, version: number, name: string, account: string }>, routing: { version: number, rules: Array<{ mode: RoutingMode, strategy: RoutingStrategy, capacity: number | null, reroute: boolean, channel: { id: string } | null, agents: Array<{ id: string, name: string }>, teams: Array<{ id: string, name: string }> }> } | null };

export type RoutingQueryVariables = Exact<{ [key: string]: never; }>;


export type RoutingQuery = { inboxes: Array<{ id: string, version: number, name: string, inboxCan: Array<InboxAction>, members: Array<{ role: InboxRole, agent: { seat: Seat, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, channels: Array<{ id: string, version: number, name: string, account: string }>, routing: { version: number, rules: Array<{ mode: RoutingMode, strategy: RoutingStrategy, capacity: number | null, reroute: boolean, channel: { id: string } | null, agents: Array<{ id: string, name: string }>, teams: Array<{ id: string, name: string }> }> } | null }>, teams: Array<{ id: string, name: string }> };

export type SaveRoutingMutationVariables = Exact<{
  input: RoutingSaveInput;
}>;


export type SaveRoutingMutation = { routingSave: { inbox: { id: string, version: number, name: string, inboxCan: Array<InboxAction>, members: Array<{ role: InboxRole, agent: { seat: Seat, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, channels: Array<{ id: string, version: number, name: string, account: string }>, routing: { version: number, rules: Array<{ mode: RoutingMode, strategy: RoutingStrategy, capacity: number | null, reroute: boolean, channel: { id: string } | null, agents: Array<{ id: string, name: string }>, teams: Array<{ id: string, name: string }> }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RoutingPreviewQueryVariables = Exact<{
  inboxId: string | number;
  rule: RoutingRuleInput;
}>;


export type RoutingPreviewQuery = { routingPreview: { agent: { id: string, name: string } | null, candidates: Array<{ name: string, open: number, skipped: RoutingSkip | null, owner: boolean }> } };

export type WhyRoutedQueryVariables = Exact<{
  id: string | number;
}>;


export type WhyRoutedQuery = { node:
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
    | { __typename: 'Conversation', id: string, routingDecisions: Array<{ id: string, at: string, occasion: RoutingOccasion, mode: RoutingMode, strategy: RoutingStrategy, outcome: RoutingOutcome, agent: { id: string, name: string } | null, candidates: Array<{ name: string, open: number, skipped: RoutingSkip | null, owner: boolean }> }> }
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

export type SavedViewsQueryVariables = Exact<{
  list: SavedViewList;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, version: number, name: string, audience: SavedViewAudience, list: SavedViewList, filter: unknown, canChange: boolean, count: number, team: { id: string, name: string } | null }> };

export type AssignTeamsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignTeamsQuery = { teams: Array<{ id: string, name: string }> };

export type ViewTeamsQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewTeamsQuery = { viewer: { id: string, teams: Array<{ team: { id: string, name: string } }> } | null };

export type SaveViewMutationVariables = Exact<{
  input: SavedViewSaveInput;
}>;


export type SaveViewMutation = { savedViewSave: { savedView: { id: string, version: number, name: string, audience: SavedViewAudience, list: SavedViewList, filter: unknown, canChange: boolean, count: number, team: { id: string, name: string } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteViewMutationVariables = Exact<{
  id: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type DeleteViewMutation = { savedViewDelete: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type OrderViewsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  list: SavedViewList;
}>;


export type OrderViewsMutation = { savedViewsOrder: { savedViews: Array<{ id: string, version: number, name: string, audience: SavedViewAudience, list: SavedViewList, filter: unknown, canChange: boolean, count: number, team: { id: string, name: string } | null }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SavedViewItemFragment = { id: string, version: number, name: string, audience: SavedViewAudience, list: SavedViewList, filter: unknown, canChange: boolean, count: number, team: { id: string, name: string } | null };

export type SearchQueryVariables = Exact<{
  query: string;
  filter?: ConversationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type SearchQuery = { search: { position: string, incomplete: boolean, edges: Array<{ itemId: string, at: string, author: string, subject: Array<{ text: string, hit: boolean }>, snippet: Array<{ text: string, hit: boolean }>, node: { id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, inbox: { id: string, name: string }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type FilterPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type FilterPeopleQuery = { formerAgents: Array<{ id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability }> };

export type FilterContactsQueryVariables = Exact<{
  search: string;
}>;


export type FilterContactsQuery = { contacts: { nodes: Array<{ id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }> } };

export type FilterContactByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type FilterContactByIdQuery = { node:
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
    | { __typename: 'Contact', id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
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

export type FilterContactFragment = { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> };

export type ThreadQueryVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type ThreadQuery = { node:
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
    | { __typename: 'Conversation', deletedForeverAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, number: number, subject: string, preview: string, status: ConversationStatus, snoozedUntil: string | null, placement: Placement, placementReason: string | null, botControl: BotControl, channelView: string | null, channelIcon: string | null, channelTitle: string | null, participantCount: number, unread: boolean, waitingSince: string | null, lastMessageAt: string, lastDirection: ItemDirection | null, deliveryStatus: DeliveryStatus | null, replyUntil: string | null, mentioned: MentionState | null, viewerCan: Array<ConversationAction>, visitorPage: { url: string, title: string | null, referrer: string | null, at: string } | null, inbox: { id: string, name: string, version: number, undoSeconds: number, inboxCan: Array<InboxAction>, signature: { html: string, text: string } | null, composeFrom: Array<{ id: string, address: { kind: string, value: string, name: string | null }, channel: { id: string, version: number, name: string, state: ChannelState, stateMessage: string | null }, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } }> }, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }>, blockedIn: Array<{ id: string, name: string }> } | null, related: Array<{ id: string, version: number, number: number, subject: string, channelView: string | null, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }>, replyRoutes: Array<{ id: string, side: boolean, answersId: string | null, closesAt: string | null, blockedBy: ErrorCode | null, single: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string, state: ChannelState }, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } }>, items: { position: string, nodes: Array<
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
        >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, assignee: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, assigneeTeam: { id: string, name: string } | null, sla: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, slaClosing: { kind: SlaKind, dueAt: string | null, missedAt: string | null, paused: boolean } | null, tags: Array<{ id: string, version: number, color: TagColor, tagName: string }>, drafts: Array<{ id: string, mode: DraftMode, conversationId: string, inboxId: string | null, messageId: string | null, text: string, html: string | null, version: number, updatedAt: string, draftTo: Array<string> | null, draftCc: Array<string> | null, draftBcc: Array<string> | null, draftSubject: string | null, uploads: Array<{ id: string, name: string, mime: string, bytes: number }> }> }
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

export type EarlierQueryVariables = Exact<{
  id: string | number;
  before: string;
}>;


export type EarlierQuery = { node:
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
    | { __typename: 'Conversation', id: string, items: { position: string, nodes: Array<
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
        >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
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

export type RetryMessageMutationVariables = Exact<{
  id: string | number;
  evenIfUncertain: boolean;
  operationId?: string | number | null | undefined;
}>;


export type RetryMessageMutation = { messageRetry: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MarkSentMutationVariables = Exact<{
  id: string | number;
  operationId?: string | number | null | undefined;
}>;


export type MarkSentMutation = { messageMarkSent: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type AmendMessageMutationVariables = Exact<{
  id: string | number;
  text?: string | null | undefined;
  operationId?: string | number | null | undefined;
}>;


export type AmendMessageMutation = { messageAmend: { message: { id: string, version: number, direction: ItemDirection, at: string, sentAt: string | null, text: string, htmlUrl: string | null, quotedText: string | null, automatic: boolean, viewerMay: Array<MessageAmendment>, unparsed: boolean, rawUrl: string | null, warnings: Array<MessageWarning>, remotePictures: boolean, heldUntil: string | null, scheduled: boolean, side: boolean, replyToId: string | null, forwardOfId: string | null, deliveryStatus: DeliveryStatus | null, mailSubject: string | null, author:
        | { __typename: 'Agent', id: string, name: string }
        | { __typename: 'Bot', id: string, name: string }
        | { __typename: 'Contact', id: string, fullName: string | null }
        | { __typename: 'System', name: string, automation: boolean }
      , from: { kind: string, value: string, name: string | null } | null, to: Array<{ kind: string, value: string, name: string | null }>, cc: Array<{ kind: string, value: string, name: string | null }>, bcc: Array<{ kind: string, value: string, name: string | null }>, channel: { id: string, version: number, name: string, account: string } | null, attachments: Array<{ id: string, name: string, mime: string, bytes: number | null, url: string | null, inline: boolean, state: FileState }>, parts: Array<{ type: string, data: unknown }>, mentions: Array<{ agentId: string, name: string, told: boolean }>, deliveries: Array<{ id: string, status: DeliveryStatus, attempts: number, nextAttemptAt: string | null, reason: string | null, note: DeliveryNote | null, providerId: string | null, transport: string | null, degraded: Array<string>, recipient: { kind: string, value: string, name: string | null } }> } | null, userErrors: Array<
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
const AgentName = 'fragment AgentName on Agent{id name email avatarUrl role availability}';
const AgentPresent = 'fragment AgentPresent on Agent{...AgentName presence{...Presence}}';
const Blocked = 'fragment Blocked on Contact{id blockedIn{id name}}';
const BulkLine = 'fragment BulkLine on BulkChange{id bulkKind:kind bulkState:state reason{code message}total done changed undone failed problems{number name code message}}';
const Candidate = 'fragment Candidate on RoutingCandidate{name open skipped owner}';
const CapabilityFields = 'fragment CapabilityFields on Capabilities{outbound maxTextLength formats compose files replyWindowHours}';
const ChannelLine = 'fragment ChannelLine on Channel{id version createdAt name account kind:type{type title(language:$language)icon}inbox{id name}active authorized state stateMessage lastInboundAt lastOutboundAt lastSuccessAt lagSeconds}';
const FilterContact = 'fragment FilterContact on Contact{id version fullName:name identities{kind value verified}}';
const Happening = 'fragment Happening on Event{id at type actor{...Who}data}';
const InboxHead = 'fragment InboxHead on Inbox{id version name audience isDefault viewerRole undoSeconds inboxCan:viewerCan views{key group title(language:$language)icon count}channels{id version name account state stateMessage active}}';
const ItemFields = 'fragment ItemFields on Item{__typename ...on Message{...Mail}...on Event{...Happening}}';
const Mail = 'fragment Mail on Message{id version direction author{...Who}from{...Address}to{...Address}cc{...Address}bcc{...Address}mailSubject:subject at sentAt channel{id version name account}text htmlUrl quotedText attachments{id name mime bytes url inline state}parts{type data}automatic viewerMay unparsed rawUrl warnings remotePictures heldUntil scheduled side replyToId forwardOfId mentions{agentId name told}deliveryStatus deliveries{id recipient{...Address}status attempts nextAttemptAt reason note providerId transport degraded}}';
const Page = 'fragment Page on VisitedPage{url title referrer at}';
const Person = 'fragment Person on Contact{id version createdAt fullName:name avatarUrl contactCan:viewerCan ...Blocked told{name value}identities{kind value verified troubles{trouble at reason}}}';
const PersonalDraft = 'fragment PersonalDraft on Draft{id mode conversationId inboxId messageId draftTo:to draftCc:cc draftBcc:bcc draftSubject:subject uploads{id name mime bytes}text html version updatedAt}';
const PluginLine = 'fragment PluginLine on Plugin{id name release:version apiVersion bundled pluginState:state stateMessage grants{kind values}signedBy previousVersion channelTypes running restarts memoryBytes issues{id severity title learnMore}}';
const Presence = 'fragment Presence on AgentPresence{version status source reassignReplies until setByName viewerCanSet}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const Route = 'fragment Route on ReplyRoute{id side answersId single{...Address}channel{id version name account state}to{...Address}cc{...Address}capabilities{...CapabilityFields}closesAt blockedBy}';
const RoutingInbox = 'fragment RoutingInbox on Inbox{id version name inboxCan:viewerCan members{agent{...AgentName seat}role}channels{id version name account}routing{version rules{channel{id}mode strategy agents{id name}teams{id name}capacity reroute}}}';
const Row = 'fragment Row on Conversation{id version createdAt updatedAt number subject preview status snoozedUntil placement placementReason(language:$language)botControl inbox{id name}channelView channelIcon channelTitle(language:$language)assignee{...AgentName}assigneeTeam{id name}contact{id version fullName:name identities{kind value verified}}participantCount unread waitingSince sla{kind dueAt missedAt paused}slaClosing{kind dueAt missedAt paused}lastMessageAt lastDirection deliveryStatus replyUntil mentioned tags{...TagChip}viewerCan drafts{...PersonalDraft}}';
const SavedViewItem = 'fragment SavedViewItem on SavedView{id version name audience team{id name}list filter canChange count}';
const SendingInbox = 'fragment SendingInbox on Inbox{id version name undoSeconds inboxCan:viewerCan signature{html text}composeFrom{id address{...Address}channel{id version name state stateMessage}capabilities{...CapabilityFields}}}';
const TagChip = 'fragment TagChip on Tag{id version tagName:name color}';
const Who = 'fragment Who on Actor{__typename ...on Agent{id name}...on Contact{id fullName:name}...on Bot{id name}...on System{name automation}}';
export const ChangesDocument = ('subscription Changes($after:String$language:String){changes(scope:{all:true}after:$after){cursor type event nodeId node{__typename id ...on Agent{...AgentPresent}...on Conversation{...Row}...on Message{...Mail}...on Event{...Happening}...on Contact{...Person}...on Task{title}...on Draft{...PersonalDraft}...on Inbox{...InboxHead}...on Channel{...ChannelLine}...on Plugin{...PluginLine}...on BulkChange{...BulkLine}}conversationId inboxId operationId}}' + Address + AgentName + AgentPresent + Blocked + BulkLine + ChannelLine + Happening + InboxHead + Mail + Person + PersonalDraft + PluginLine + Presence + Row + TagChip + Who) as unknown as TypedDocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const SignalsDocument = ('subscription Signals{signals(scope:{all:true}){kind active conversationId agent{id name}contact{id name}page{...Page}}}' + Page) as unknown as TypedDocumentNode<SignalsSubscription, SignalsSubscriptionVariables>;
export const SendSignalDocument = ('mutation SendSignal($conversationId:ID!$kind:SignalKind!$active:Boolean!){signal(conversationId:$conversationId kind:$kind active:$active)}') as unknown as TypedDocumentNode<SendSignalMutation, SendSignalMutationVariables>;
export const AboutDocument = ('query About($id:ID!){node(id:$id){__typename id ...on Contact{...Person conversations(first:20){position nodes{id version number subject channelView status createdAt lastMessageAt inbox{id}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}}' + Blocked + Person) as unknown as TypedDocumentNode<AboutQuery, AboutQueryVariables>;
export const SaveContactDocument = ('mutation SaveContact($input:ContactSaveInput!){contactSave(input:$input){contact{...Person}userErrors{...Problem}}}' + Blocked + Person + Problem) as unknown as TypedDocumentNode<SaveContactMutation, SaveContactMutationVariables>;
export const SetAvailabilityDocument = ('mutation SetAvailability($input:AvailabilitySetInput!){availabilitySet(input:$input){agent{...AgentPresent}userErrors{...Problem}}}' + AgentName + AgentPresent + Presence + Problem) as unknown as TypedDocumentNode<SetAvailabilityMutation, SetAvailabilityMutationVariables>;
export const CancelMessageDocument = ('mutation CancelMessage($id:ID!$operationId:ID){messageCancel(id:$id operationId:$operationId){message{...Mail conversation{id drafts{...PersonalDraft}}}userErrors{...Problem}}}' + Address + Mail + PersonalDraft + Problem + Who) as unknown as TypedDocumentNode<CancelMessageMutation, CancelMessageMutationVariables>;
export const RescheduleMessageDocument = ('mutation RescheduleMessage($id:ID!$sendAt:DateTime$operationId:ID){messageReschedule(id:$id sendAt:$sendAt operationId:$operationId){message{...Mail}userErrors{...Problem}}}' + Address + Mail + Problem + Who) as unknown as TypedDocumentNode<RescheduleMessageMutation, RescheduleMessageMutationVariables>;
export const SaveDraftDocument = ('mutation SaveDraft($input:DraftSaveInput!){draftSave(input:$input){draft{...PersonalDraft}userErrors{...Problem}}}' + PersonalDraft + Problem) as unknown as TypedDocumentNode<SaveDraftMutation, SaveDraftMutationVariables>;
export const ComposeDraftsDocument = ('query ComposeDrafts{composeDrafts{...PersonalDraft}}' + PersonalDraft) as unknown as TypedDocumentNode<ComposeDraftsQuery, ComposeDraftsQueryVariables>;
export const WaitingDocument = ('query Waiting($inboxId:ID$first:Int!){outbox(inboxId:$inboxId status:[HELD]first:$first){position nodes{...Mail conversation{id version number subject channelView contact{id version fullName:name identities{kind value verified}}inbox{id}}}}}' + Address + Mail + Who) as unknown as TypedDocumentNode<WaitingQuery, WaitingQueryVariables>;
export const UnseenMentionsDocument = ('query UnseenMentions($inboxId:ID){unseenMentions(inboxId:$inboxId)}') as unknown as TypedDocumentNode<UnseenMentionsQuery, UnseenMentionsQueryVariables>;
export const SeeMentionsDocument = ('mutation SeeMentions($conversationId:ID!){mentionsSee(conversationId:$conversationId){conversation{id version mentioned}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SeeMentionsMutation, SeeMentionsMutationVariables>;
export const PlaceDocument = ('mutation Place($input:ConversationPlaceInput!$language:String){conversationPlace(input:$input){conversations{...Row}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<PlaceMutation, PlaceMutationVariables>;
export const BlockDocument = ('mutation Block($contactId:ID!$inboxId:ID!$operationId:ID){contactBlock(contactId:$contactId inboxId:$inboxId operationId:$operationId){contact{...Blocked}userErrors{...Problem}}}' + Blocked + Problem) as unknown as TypedDocumentNode<BlockMutation, BlockMutationVariables>;
export const UnblockDocument = ('mutation Unblock($contactId:ID!$inboxId:ID!$moveBack:Boolean!$operationId:ID){contactUnblock(contactId:$contactId inboxId:$inboxId moveBack:$moveBack operationId:$operationId){contact{...Blocked}userErrors{...Problem}}}' + Blocked + Problem) as unknown as TypedDocumentNode<UnblockMutation, UnblockMutationVariables>;
export const ShellDocument = ('query Shell($language:String){changes(scope:{all:true}first:1){position}viewer{...AgentPresent seat scopes preferences}agents{...AgentName}inboxes{...InboxHead}}' + AgentName + AgentPresent + InboxHead + Presence) as unknown as TypedDocumentNode<ShellQuery, ShellQueryVariables>;
export const ListDocument = ('query List($filter:ConversationFilter$order:ConversationOrder$first:Int$after:String$language:String){conversations(filter:$filter order:$order first:$first after:$after){position nodes{...Row}pageInfo{hasNextPage endCursor hasPreviousPage startCursor}}}' + AgentName + PersonalDraft + Row + TagChip) as unknown as TypedDocumentNode<ListQuery, ListQueryVariables>;
export const ByNumberDocument = ('query ByNumber($number:Int!){conversationByNumber(number:$number){id inbox{id}}}') as unknown as TypedDocumentNode<ByNumberQuery, ByNumberQueryVariables>;
export const AssignDocument = ('mutation Assign($input:ConversationAssignInput!$language:String){conversationAssign(input:$input){conversations{...Row}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<AssignMutation, AssignMutationVariables>;
export const SetStatusDocument = ('mutation SetStatus($ids:[ID!]!$status:ConversationStatus!$expectedVersions:[Int!]$operationId:ID$language:String){conversationSetStatus(ids:$ids status:$status expectedVersions:$expectedVersions operationId:$operationId){conversations{...Row}userErrors{...Problem}}}' + AgentName + PersonalDraft + Problem + Row + TagChip) as unknown as TypedDocumentNode<SetStatusMutation, SetStatusMutationVariables>;
export const MarkReadDocument = ('mutation MarkRead($id:ID!$upTo:ID){conversationMarkRead(id:$id upTo:$upTo){conversation{id version unread}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<MarkReadMutation, MarkReadMutationVariables>;
export const SavePreferencesDocument = ('mutation SavePreferences($preferences:JSON!){preferencesSave(preferences:$preferences){agent{id preferences}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SavePreferencesMutation, SavePreferencesMutationVariables>;
export const RowByIdDocument = ('query RowById($id:ID!$language:String){node(id:$id){__typename id ...on Conversation{...Row}}}' + AgentName + PersonalDraft + Row + TagChip) as unknown as TypedDocumentNode<RowByIdQuery, RowByIdQueryVariables>;
export const UnreadDocument = ('query Unread{notificationsUnread}') as unknown as TypedDocumentNode<UnreadQuery, UnreadQueryVariables>;
export const ReadToldDocument = ('mutation ReadTold($ids:[ID!]$conversationId:ID){notificationsMarkRead(ids:$ids conversationId:$conversationId){unread userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ReadToldMutation, ReadToldMutationVariables>;
export const RoutingDocument = ('query Routing{inboxes{...RoutingInbox}teams{id name}}' + AgentName + RoutingInbox) as unknown as TypedDocumentNode<RoutingQuery, RoutingQueryVariables>;
export const SaveRoutingDocument = ('mutation SaveRouting($input:RoutingSaveInput!){routingSave(input:$input){inbox{...RoutingInbox}userErrors{...Problem}}}' + AgentName + Problem + RoutingInbox) as unknown as TypedDocumentNode<SaveRoutingMutation, SaveRoutingMutationVariables>;
export const RoutingPreviewDocument = ('query RoutingPreview($inboxId:ID!$rule:RoutingRuleInput!){routingPreview(inboxId:$inboxId rule:$rule){agent{id name}candidates{...Candidate}}}' + Candidate) as unknown as TypedDocumentNode<RoutingPreviewQuery, RoutingPreviewQueryVariables>;
export const WhyRoutedDocument = ('query WhyRouted($id:ID!){node(id:$id){__typename id ...on Conversation{routingDecisions{id at occasion mode strategy outcome agent{id name}candidates{...Candidate}}}}}' + Candidate) as unknown as TypedDocumentNode<WhyRoutedQuery, WhyRoutedQueryVariables>;
export const SavedViewsDocument = ('query SavedViews($list:SavedViewList!){savedViews(list:$list){...SavedViewItem}}' + SavedViewItem) as unknown as TypedDocumentNode<SavedViewsQuery, SavedViewsQueryVariables>;
export const AssignTeamsDocument = ('query AssignTeams{teams{id name}}') as unknown as TypedDocumentNode<AssignTeamsQuery, AssignTeamsQueryVariables>;
export const ViewTeamsDocument = ('query ViewTeams{viewer{id teams{team{id name}}}}') as unknown as TypedDocumentNode<ViewTeamsQuery, ViewTeamsQueryVariables>;
export const SaveViewDocument = ('mutation SaveView($input:SavedViewSaveInput!){savedViewSave(input:$input){savedView{...SavedViewItem}userErrors{...Problem}}}' + Problem + SavedViewItem) as unknown as TypedDocumentNode<SaveViewMutation, SaveViewMutationVariables>;
export const DeleteViewDocument = ('mutation DeleteView($id:ID!$expectedVersion:Int){savedViewDelete(id:$id expectedVersion:$expectedVersion){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteViewMutation, DeleteViewMutationVariables>;
export const OrderViewsDocument = ('mutation OrderViews($ids:[ID!]!$list:SavedViewList!){savedViewsOrder(ids:$ids list:$list){savedViews{...SavedViewItem}userErrors{...Problem}}}' + Problem + SavedViewItem) as unknown as TypedDocumentNode<OrderViewsMutation, OrderViewsMutationVariables>;
export const SearchDocument = ('query Search($query:String!$filter:ConversationFilter$first:Int$after:String$language:String){search(query:$query filter:$filter first:$first after:$after){position incomplete edges{itemId at author subject{text hit}snippet{text hit}node{...Row}}pageInfo{hasNextPage endCursor hasPreviousPage startCursor}}}' + AgentName + PersonalDraft + Row + TagChip) as unknown as TypedDocumentNode<SearchQuery, SearchQueryVariables>;
export const FilterPeopleDocument = ('query FilterPeople{formerAgents{...AgentName}}' + AgentName) as unknown as TypedDocumentNode<FilterPeopleQuery, FilterPeopleQueryVariables>;
export const FilterContactsDocument = ('query FilterContacts($search:String!){contacts(search:$search first:6){nodes{...FilterContact}}}' + FilterContact) as unknown as TypedDocumentNode<FilterContactsQuery, FilterContactsQueryVariables>;
export const FilterContactByIdDocument = ('query FilterContactById($id:ID!){node(id:$id){__typename id ...on Contact{...FilterContact}}}' + FilterContact) as unknown as TypedDocumentNode<FilterContactByIdQuery, FilterContactByIdQueryVariables>;
export const ThreadDocument = ('query Thread($id:ID!$language:String){node(id:$id){__typename id ...on Conversation{...Row deletedForeverAt visitorPage{...Page}inbox{...SendingInbox}contact{...Blocked}related{id version number subject channelView contact{id version fullName:name identities{kind value verified}}inbox{id name}}replyRoutes{...Route}items(last:50){position nodes{...ItemFields}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}}' + Address + AgentName + Blocked + CapabilityFields + Happening + ItemFields + Mail + Page + PersonalDraft + Route + Row + SendingInbox + TagChip + Who) as unknown as TypedDocumentNode<ThreadQuery, ThreadQueryVariables>;
export const EarlierDocument = ('query Earlier($id:ID!$before:String!){node(id:$id){__typename id ...on Conversation{items(last:50 before:$before){position nodes{...ItemFields}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}}' + Address + Happening + ItemFields + Mail + Who) as unknown as TypedDocumentNode<EarlierQuery, EarlierQueryVariables>;
export const RetryMessageDocument = ('mutation RetryMessage($id:ID!$evenIfUncertain:Boolean!$operationId:ID){messageRetry(id:$id evenIfUncertain:$evenIfUncertain operationId:$operationId){message{...Mail}userErrors{...Problem}}}' + Address + Mail + Problem + Who) as unknown as TypedDocumentNode<RetryMessageMutation, RetryMessageMutationVariables>;
export const MarkSentDocument = ('mutation MarkSent($id:ID!$operationId:ID){messageMarkSent(id:$id operationId:$operationId){message{...Mail}userErrors{...Problem}}}' + Address + Mail + Problem + Who) as unknown as TypedDocumentNode<MarkSentMutation, MarkSentMutationVariables>;
export const AmendMessageDocument = ('mutation AmendMessage($id:ID!$text:String$operationId:ID){messageAmend(id:$id text:$text operationId:$operationId){message{...Mail}userErrors{...Problem}}}' + Address + Mail + Problem + Who) as unknown as TypedDocumentNode<AmendMessageMutation, AmendMessageMutationVariables>;