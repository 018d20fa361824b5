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

export type CallDirection =
  | 'INBOUND'
  | 'OUTBOUND';

export type CallInput = {
  direction: CallDirection;
  outcome?: CallOutcome | null | undefined;
  phone?: string | null | undefined;
  seconds?: number | null | undefined;
};

export type CallOutcome =
  | 'BUSY'
  | 'CONNECTED'
  | 'LEFT_MESSAGE'
  | 'NO_ANSWER'
  | 'WRONG_NUMBER';

export type CallStartInput = {
  action: string;
  /** Whom it reaches. */
  contactId?: string | number | null | undefined;
  /** Client-made, `cll_` and a UUIDv7: the plugin logs the call as the `Call` of this id, and asked twice for one it calls once. */
  id: string | number;
  instanceId: string | number;
  operationId?: string | number | null | undefined;
  phone: string;
};

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

/** What of a contact changes; what is not given stays as it is. */
export type ContactChangeInput = {
  expectedVersion?: number | null | undefined;
  /** Facts by the id of the property; null takes one away, what is not named stays. */
  fields?: unknown;
  id: string | number;
  ownerId?: string | number | null | undefined;
};

export type ContactChangeKind =
  | 'ADDRESS_ADDED'
  | 'ADDRESS_REMOVED'
  | 'DELETED'
  | 'FACT'
  | 'MERGED'
  | 'NAME'
  | 'OWNER'
  /** A merge was undone. */
  | 'PARTED'
  | 'RESTORED';

export type ContactEraseInput = {
  contactId: string | number;
  /** As in the preview, to the letter. */
  name: string;
  operationId?: string | number | null | undefined;
  others?: EraseOthers;
};

export type ContactMergeInput = {
  /** Made by the client (`mrg_…`): a repeat answers with the first result. */
  id: string | number;
  loserId: string | number;
  /** Of the merged contact; without, that of the winner, else of the other. */
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  /** Needed where `verifiedDiffer`: a person has looked and knows that they are one. */
  sure?: boolean;
  /** Values of the other that take the place of the winner's, by the id of the property. */
  takeFields?: Array<string | number> | null | undefined;
  winnerId: string | number;
};

export type ContactPropertyInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  inAbout?: boolean;
  label: string;
  operationId?: string | number | null | undefined;
  options?: Array<string> | null | undefined;
  type: PropertyType;
};

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

/** What becomes of conversations in which other people took part, too. */
export type EraseOthers =
  /** They stay, without his messages, name and addresses, and without the sources and quotes of the others. */
  | 'ANONYMISE'
  /** They are deleted. */
  | 'DELETE';

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

/** What somebody who is invited has said. */
export type MeetingAnswer =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'NEEDS_ACTION'
  | 'TENTATIVE';

export type MeetingCancelInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  language?: string | null | undefined;
  messageId?: string | number | null | undefined;
  operationId?: string | number | null | undefined;
  text?: string | null | undefined;
};

export type MeetingSaveInput = {
  /** Mail addresses. Further ones may come later; nobody is taken off but by calling it off. */
  attendees?: Array<string> | null | undefined;
  /** A description. */
  body?: string | null | undefined;
  /** The conversation in which a new meeting is sent; else a new one begins in the inbox. */
  conversationId?: string | number | null | undefined;
  endAt?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  id: string | number;
  inboxId?: string | number | null | undefined;
  /** Of the words that Balie adds, such as `nl`. */
  language?: string | null | undefined;
  location?: string | null | undefined;
  /** Of the mail, made by the client. */
  messageId?: string | number | null | undefined;
  /** Of the conversation that begins, made by the client. */
  newConversationId?: string | number | null | undefined;
  operationId?: string | number | null | undefined;
  otherTimeZone?: string | null | undefined;
  startAt?: string | null | undefined;
  /** What stands above, in the mail. */
  text?: string | null | undefined;
  /** Of the agent; its name as IANA has it. */
  timeZone?: string | null | undefined;
  title?: string | null | undefined;
};

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

export type PipelineSaveInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  stages: Array<StageInput>;
  type: PipelineType;
};

export type PipelineType =
  | 'DEAL'
  | 'TICKET';

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

export type PropertyType =
  | 'CHOICE'
  /** A day, such as `2026-11-28`. */
  | 'DATE'
  /** An address that begins with http. */
  | 'LINK'
  | 'NUMBER'
  | 'TEXT'
  | 'YES_NO';

export type RecordAction =
  | 'EDIT';

/** What of a record changes; what is not given stays as it is. */
export type RecordChangeInput = {
  /** Of a task. */
  done?: boolean | null | undefined;
  /** Of a task or deal. */
  dueAt?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  id: string | number;
  ownerId?: string | number | null | undefined;
  /** Of a ticket. */
  priority?: Priority | null | undefined;
  /** Of a ticket or deal. */
  stageId?: string | number | null | undefined;
};

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

export type RecordOrder =
  | 'NEWEST'
  | 'OLDEST';

export type RecordSaveInput = {
  amount?: number | null | undefined;
  /** Text of a note, a description elsewhere. */
  body?: string | null | undefined;
  call?: CallInput | null | undefined;
  currency?: string | null | undefined;
  /** Of a company. */
  domain?: string | null | undefined;
  /** Of a task. */
  done?: boolean | null | undefined;
  dueAt?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  id: string | number;
  /** What a new record is about. With a conversation comes its contact. */
  linkIds?: Array<string | number> | null | undefined;
  /** Of a note: agents, and teams with all their people, who are called by it; at most 20. Who may not see it is told nothing, and gets no access: `Note.mentions` says so (S64). */
  mentionIds?: Array<string | number> | null | undefined;
  operationId?: string | number | null | undefined;
  ownerId?: string | number | null | undefined;
  priority?: Priority | null | undefined;
  remindAt?: string | null | undefined;
  source?: string | null | undefined;
  stageId?: string | number | null | undefined;
  title?: string | null | undefined;
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

export type StageInput = {
  id: string | number;
  /** Null keeps the name of the product. */
  name?: string | null | undefined;
  outcome: StageOutcome;
};

/** What it means to be in a stage: under way, done (closed, won), or lost. */
export type StageOutcome =
  | 'DONE'
  | 'LOST'
  | 'OPEN';

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

export type TimelineKind =
  | 'CALL'
  /** What somebody changed about the contact himself. */
  | 'CHANGE'
  | 'COMPANY'
  | 'CONVERSATION'
  | 'DEAL'
  | 'MEETING'
  | 'NOTE'
  | 'TASK'
  | 'TICKET';

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';

export type ChangeRecordsMutationVariables = Exact<{
  changes: Array<RecordChangeInput> | RecordChangeInput;
}>;


export type ChangeRecordsMutation = { recordsChange: { records: Array<
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
    >, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type LinkRecordsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  toId: string | number;
  remove: boolean;
}>;


export type LinkRecordsMutation = { recordsLink: { records: Array<
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
    >, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type BinRecordsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  restore: boolean;
}>;


export type BinRecordsMutation = { recordsDelete: { records: Array<
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
      | { id: string, version: number }
    >, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChangeContactsMutationVariables = Exact<{
  changes: Array<ContactChangeInput> | ContactChangeInput;
}>;


export type ChangeContactsMutation = { contactsChange: { contacts: Array<{ id: string, version: number }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type BinContactsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  restore: boolean;
}>;


export type BinContactsMutation = { contactsDelete: { contacts: Array<{ id: string, version: number }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ContactFactsFragment = { id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> };

export type PropertyLineFragment = { id: string, version: number, label: string, type: PropertyType, options: Array<string>, inAbout: boolean };

export type ContactPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ContactPageQuery = { node:
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
    | { __typename: 'Contact', hiddenConversations: number, id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, merges: Array<{ id: string, loserName: string | null, byName: string, createdAt: string }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
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
   | null, contactProperties: Array<{ id: string, version: number, label: string, type: PropertyType, options: Array<string>, inAbout: boolean }> };

export type PropertiesQueryVariables = Exact<{ [key: string]: never; }>;


export type PropertiesQuery = { contactProperties: Array<{ id: string, version: number, label: string, type: PropertyType, options: Array<string>, inAbout: boolean }> };

export type ContactListQueryVariables = Exact<{
  search?: string | null | undefined;
  ownerId?: string | number | null | undefined;
  deleted?: boolean | null | undefined;
  fact?: FactInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContactListQuery = { contacts: { position: string, nodes: Array<{ id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ContactTimelineQueryVariables = Exact<{
  id: string | number;
  kinds?: Array<TimelineKind> | TimelineKind | null | undefined;
  first: number;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type ContactTimelineQuery = { node:
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
    | { __typename: 'Contact', id: string, timeline: { position: string, nodes: Array<{ at: string, change: { id: string, what: ContactChangeKind, label: string | null, was: string | null, became: string | null, byName: string } | null, node:
            | { __typename: 'Agent', id: string }
            | { __typename: 'Alarm', id: string }
            | { __typename: 'ApiToken', id: string }
            | { __typename: 'Attachment', id: string }
            | { __typename: 'AuditEntry', id: string }
            | { __typename: 'AutomationRule', id: string }
            | { __typename: 'Backup', id: string }
            | { __typename: 'Bot', id: string }
            | { __typename: 'BulkChange', id: string }
            | { __typename: 'Call', body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
            | { __typename: 'Channel', id: string }
            | { __typename: 'Company', body: string | null, domain: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
            | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
            | { __typename: 'ContactErasure', id: string }
            | { __typename: 'ContactExport', id: string }
            | { __typename: 'ContactMerge', id: string }
            | { __typename: 'ContactProperty', id: string }
            | { __typename: 'Conversation', preview: string, lastMessageAt: string, number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
            | { __typename: 'ConversationMerge', id: string }
            | { __typename: 'DeadJob', id: string }
            | { __typename: 'Deal', amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
            | { __typename: 'Delivery', id: string }
            | { __typename: 'Draft', id: string }
            | { __typename: 'Event', id: string }
            | { __typename: 'InboundItem', id: string }
            | { __typename: 'Inbox', id: string }
            | { __typename: 'LinkedAccount', id: string }
            | { __typename: 'ListImport', id: string }
            | { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
            | { __typename: 'Mention', id: string }
            | { __typename: 'Message', id: string }
            | { __typename: 'Note', body: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
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
            | { __typename: 'Task', body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
            | { __typename: 'Team', id: string }
            | { __typename: 'Ticket', number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
            | { __typename: 'Webhook', id: string }
           | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
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

export type SaveFactsMutationVariables = Exact<{
  input: ContactSaveInput;
}>;


export type SaveFactsMutation = { contactSave: { contact: { id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteContactsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  restore: boolean;
}>;


export type DeleteContactsMutation = { contactsDelete: { contacts: Array<{ id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetContactMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  contactId?: string | number | null | undefined;
  expectedVersions?: Array<number> | number | null | undefined;
}>;


export type SetContactMutation = { conversationSetContact: { conversations: Array<{ id: string, version: number, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SavePropertyMutationVariables = Exact<{
  input: ContactPropertyInput;
}>;


export type SavePropertyMutation = { contactPropertySave: { contactProperty: { id: string, version: number, label: string, type: PropertyType, options: Array<string>, inAbout: boolean } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemovePropertyMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePropertyMutation = { contactPropertyRemove: { id: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MergePreviewQueryVariables = Exact<{
  winnerId: string | number;
  loserId: string | number;
}>;


export type MergePreviewQuery = { contactMergePreview: { verifiedDiffer: boolean, conversations: number, records: number, winner: { id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> }, loser: { id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> } } | null, contactProperties: Array<{ id: string, version: number, label: string, type: PropertyType, options: Array<string>, inAbout: boolean }> };

export type MergeContactsMutationVariables = Exact<{
  input: ContactMergeInput;
}>;


export type MergeContactsMutation = { contactMerge: { merge: { id: string } | null, contact: { id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UndoMergeMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoMergeMutation = { contactMergeUndo: { merge: { id: string, undoneAt: string | null } | null, contact: { id: string, version: number, createdAt: string, deletedAt: string | null, fields: unknown, fullName: string | null, contactCan: Array<ContactAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ErasePreviewQueryVariables = Exact<{
  contactId: string | number;
}>;


export type ErasePreviewQuery = { contactErasePreview: { name: string, conversations: number, withOthers: number, records: number } | null };

export type EraseContactMutationVariables = Exact<{
  input: ContactEraseInput;
}>;


export type EraseContactMutation = { contactErase: { erasure: { id: string, total: number } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type StageNameFragment = { id: string, name: string, outcome: StageOutcome, pipelineId: string };

type RecordLine_Call_Fragment = { __typename: 'Call', body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

type RecordLine_Company_Fragment = { __typename: 'Company', body: string | null, domain: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

type RecordLine_Deal_Fragment = { __typename: 'Deal', amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

type RecordLine_Meeting_Fragment = { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

type RecordLine_Note_Fragment = { __typename: 'Note', body: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

type RecordLine_Task_Fragment = { __typename: 'Task', body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

type RecordLine_Ticket_Fragment = { __typename: 'Ticket', number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null };

export type RecordLineFragment =
  | RecordLine_Call_Fragment
  | RecordLine_Company_Fragment
  | RecordLine_Deal_Fragment
  | RecordLine_Meeting_Fragment
  | RecordLine_Note_Fragment
  | RecordLine_Task_Fragment
  | RecordLine_Ticket_Fragment
;

type LinkedTo_Agent_Fragment = { __typename: 'Agent', id: string };

type LinkedTo_Alarm_Fragment = { __typename: 'Alarm', id: string };

type LinkedTo_ApiToken_Fragment = { __typename: 'ApiToken', id: string };

type LinkedTo_Attachment_Fragment = { __typename: 'Attachment', id: string };

type LinkedTo_AuditEntry_Fragment = { __typename: 'AuditEntry', id: string };

type LinkedTo_AutomationRule_Fragment = { __typename: 'AutomationRule', id: string };

type LinkedTo_Backup_Fragment = { __typename: 'Backup', id: string };

type LinkedTo_Bot_Fragment = { __typename: 'Bot', id: string };

type LinkedTo_BulkChange_Fragment = { __typename: 'BulkChange', id: string };

type LinkedTo_Call_Fragment = { __typename: 'Call', title: string, id: string };

type LinkedTo_Channel_Fragment = { __typename: 'Channel', id: string };

type LinkedTo_Company_Fragment = { __typename: 'Company', title: string, id: string };

type LinkedTo_Contact_Fragment = { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> };

type LinkedTo_ContactErasure_Fragment = { __typename: 'ContactErasure', id: string };

type LinkedTo_ContactExport_Fragment = { __typename: 'ContactExport', id: string };

type LinkedTo_ContactMerge_Fragment = { __typename: 'ContactMerge', id: string };

type LinkedTo_ContactProperty_Fragment = { __typename: 'ContactProperty', id: string };

type LinkedTo_Conversation_Fragment = { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } };

type LinkedTo_ConversationMerge_Fragment = { __typename: 'ConversationMerge', id: string };

type LinkedTo_DeadJob_Fragment = { __typename: 'DeadJob', id: string };

type LinkedTo_Deal_Fragment = { __typename: 'Deal', title: string, id: string };

type LinkedTo_Delivery_Fragment = { __typename: 'Delivery', id: string };

type LinkedTo_Draft_Fragment = { __typename: 'Draft', id: string };

type LinkedTo_Event_Fragment = { __typename: 'Event', id: string };

type LinkedTo_InboundItem_Fragment = { __typename: 'InboundItem', id: string };

type LinkedTo_Inbox_Fragment = { __typename: 'Inbox', id: string };

type LinkedTo_LinkedAccount_Fragment = { __typename: 'LinkedAccount', id: string };

type LinkedTo_ListImport_Fragment = { __typename: 'ListImport', id: string };

type LinkedTo_Meeting_Fragment = { __typename: 'Meeting', title: string, id: string };

type LinkedTo_Mention_Fragment = { __typename: 'Mention', id: string };

type LinkedTo_Message_Fragment = { __typename: 'Message', id: string };

type LinkedTo_Note_Fragment = { __typename: 'Note', title: string, id: string };

type LinkedTo_Notification_Fragment = { __typename: 'Notification', id: string };

type LinkedTo_Passkey_Fragment = { __typename: 'Passkey', id: string };

type LinkedTo_PersonalToken_Fragment = { __typename: 'PersonalToken', id: string };

type LinkedTo_Pipeline_Fragment = { __typename: 'Pipeline', id: string };

type LinkedTo_Plugin_Fragment = { __typename: 'Plugin', id: string };

type LinkedTo_PushSubscription_Fragment = { __typename: 'PushSubscription', id: string };

type LinkedTo_Responder_Fragment = { __typename: 'Responder', id: string };

type LinkedTo_SavedView_Fragment = { __typename: 'SavedView', id: string };

type LinkedTo_SenderRule_Fragment = { __typename: 'SenderRule', id: string };

type LinkedTo_Session_Fragment = { __typename: 'Session', id: string };

type LinkedTo_SignInIdentity_Fragment = { __typename: 'SignInIdentity', id: string };

type LinkedTo_Snippet_Fragment = { __typename: 'Snippet', id: string };

type LinkedTo_Tag_Fragment = { __typename: 'Tag', id: string };

type LinkedTo_Task_Fragment = { __typename: 'Task', title: string, id: string };

type LinkedTo_Team_Fragment = { __typename: 'Team', id: string };

type LinkedTo_Ticket_Fragment = { __typename: 'Ticket', title: string, id: string };

type LinkedTo_Webhook_Fragment = { __typename: 'Webhook', id: string };

export type LinkedToFragment =
  | LinkedTo_Agent_Fragment
  | LinkedTo_Alarm_Fragment
  | LinkedTo_ApiToken_Fragment
  | LinkedTo_Attachment_Fragment
  | LinkedTo_AuditEntry_Fragment
  | LinkedTo_AutomationRule_Fragment
  | LinkedTo_Backup_Fragment
  | LinkedTo_Bot_Fragment
  | LinkedTo_BulkChange_Fragment
  | LinkedTo_Call_Fragment
  | LinkedTo_Channel_Fragment
  | LinkedTo_Company_Fragment
  | LinkedTo_Contact_Fragment
  | LinkedTo_ContactErasure_Fragment
  | LinkedTo_ContactExport_Fragment
  | LinkedTo_ContactMerge_Fragment
  | LinkedTo_ContactProperty_Fragment
  | LinkedTo_Conversation_Fragment
  | LinkedTo_ConversationMerge_Fragment
  | LinkedTo_DeadJob_Fragment
  | LinkedTo_Deal_Fragment
  | LinkedTo_Delivery_Fragment
  | LinkedTo_Draft_Fragment
  | LinkedTo_Event_Fragment
  | LinkedTo_InboundItem_Fragment
  | LinkedTo_Inbox_Fragment
  | LinkedTo_LinkedAccount_Fragment
  | LinkedTo_ListImport_Fragment
  | LinkedTo_Meeting_Fragment
  | LinkedTo_Mention_Fragment
  | LinkedTo_Message_Fragment
  | LinkedTo_Note_Fragment
  | LinkedTo_Notification_Fragment
  | LinkedTo_Passkey_Fragment
  | LinkedTo_PersonalToken_Fragment
  | LinkedTo_Pipeline_Fragment
  | LinkedTo_Plugin_Fragment
  | LinkedTo_PushSubscription_Fragment
  | LinkedTo_Responder_Fragment
  | LinkedTo_SavedView_Fragment
  | LinkedTo_SenderRule_Fragment
  | LinkedTo_Session_Fragment
  | LinkedTo_SignInIdentity_Fragment
  | LinkedTo_Snippet_Fragment
  | LinkedTo_Tag_Fragment
  | LinkedTo_Task_Fragment
  | LinkedTo_Team_Fragment
  | LinkedTo_Ticket_Fragment
  | LinkedTo_Webhook_Fragment
;

export type RecordPageQueryVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type RecordPageQuery = { node:
    | { __typename: 'Agent', id: string }
    | { __typename: 'Alarm', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'AutomationRule', id: string }
    | { __typename: 'Backup', id: string }
    | { __typename: 'Bot', id: string }
    | { __typename: 'BulkChange', id: string }
    | { __typename: 'Call', id: string, body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    | { __typename: 'Channel', id: string }
    | { __typename: 'Company', id: string, body: string | null, domain: string | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, contacts: { position: string, nodes: Array<{ __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    | { __typename: 'Contact', id: string }
    | { __typename: 'ContactErasure', id: string }
    | { __typename: 'ContactExport', id: string }
    | { __typename: 'ContactMerge', id: string }
    | { __typename: 'ContactProperty', id: string }
    | { __typename: 'Conversation', id: string }
    | { __typename: 'ConversationMerge', id: string }
    | { __typename: 'DeadJob', id: string }
    | { __typename: 'Deal', id: string, amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    | { __typename: 'Delivery', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Event', id: string }
    | { __typename: 'InboundItem', id: string }
    | { __typename: 'Inbox', id: string }
    | { __typename: 'LinkedAccount', id: string }
    | { __typename: 'ListImport', id: string }
    | { __typename: 'Meeting', id: string, body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    | { __typename: 'Mention', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Note', id: string, body: string | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
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
    | { __typename: 'Task', id: string, body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string, number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
        | { __typename: 'Agent', id: string }
        | { __typename: 'Alarm', id: string }
        | { __typename: 'ApiToken', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'AutomationRule', id: string }
        | { __typename: 'Backup', id: string }
        | { __typename: 'Bot', id: string }
        | { __typename: 'BulkChange', id: string }
        | { __typename: 'Call', title: string, id: string }
        | { __typename: 'Channel', id: string }
        | { __typename: 'Company', title: string, id: string }
        | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
        | { __typename: 'ContactErasure', id: string }
        | { __typename: 'ContactExport', id: string }
        | { __typename: 'ContactMerge', id: string }
        | { __typename: 'ContactProperty', id: string }
        | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
        | { __typename: 'ConversationMerge', id: string }
        | { __typename: 'DeadJob', id: string }
        | { __typename: 'Deal', title: string, id: string }
        | { __typename: 'Delivery', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Event', id: string }
        | { __typename: 'InboundItem', id: string }
        | { __typename: 'Inbox', id: string }
        | { __typename: 'LinkedAccount', id: string }
        | { __typename: 'ListImport', id: string }
        | { __typename: 'Meeting', title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Message', id: string }
        | { __typename: 'Note', title: string, id: string }
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
        | { __typename: 'Task', title: string, id: string }
        | { __typename: 'Team', id: string }
        | { __typename: 'Ticket', title: string, id: string }
        | { __typename: 'Webhook', id: string }
      >, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    | { __typename: 'Webhook', id: string }
   | null };

export type RecordListQueryVariables = Exact<{
  filter: RecordFilter;
  order: RecordOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type RecordListQuery = { records: { nodes: Array<
      | { __typename: 'Call', body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Company', body: string | null, domain: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Deal', amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Note', body: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Task', body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Ticket', number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    >, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RecordCountsQueryVariables = Exact<{
  id: string | number;
}>;


export type RecordCountsQuery = { node:
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
    | { __typename: 'Contact', id: string, recordCounts: Array<{ type: RecordType, total: number, open: number }>, companies: Array<{ id: string, title: string, domain: string | null }> }
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

export type PipelinesQueryVariables = Exact<{
  type?: PipelineType | null | undefined;
  language?: string | null | undefined;
}>;


export type PipelinesQuery = { pipelines: Array<{ id: string, version: number, type: PipelineType, name: string, stages: Array<{ count: number, id: string, name: string, outcome: StageOutcome, pipelineId: string, sums: Array<{ currency: string, amount: number }> | null }> }> };

export type DealCurrencyQueryVariables = Exact<{ [key: string]: never; }>;


export type DealCurrencyQuery = { dealCurrency: string };

export type SetDealCurrencyMutationVariables = Exact<{
  currency: string;
}>;


export type SetDealCurrencyMutation = { dealCurrencySet: { currency: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveRecordMutationVariables = Exact<{
  input: RecordSaveInput;
  language?: string | null | undefined;
}>;


export type SaveRecordMutation = { recordSave: { record:
      | { __typename: 'Call', body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Company', body: string | null, domain: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Deal', amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Note', body: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Task', body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Ticket', number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
     | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CallersQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type CallersQuery = { callers: Array<{ instanceId: string, action: string, name: string, title: string, icon: string }> };

export type StartCallMutationVariables = Exact<{
  input: CallStartInput;
}>;


export type StartCallMutation = { callStart: { userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type LinkRecordMutationVariables = Exact<{
  id: string | number;
  toId: string | number;
  remove: boolean;
  language?: string | null | undefined;
}>;


export type LinkRecordMutation = { recordLink: { record:
      | { __typename: 'Call', body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Company', body: string | null, domain: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Deal', amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Note', body: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Task', body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Ticket', number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, links: Array<
          | { __typename: 'Agent', id: string }
          | { __typename: 'Alarm', id: string }
          | { __typename: 'ApiToken', id: string }
          | { __typename: 'Attachment', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'AutomationRule', id: string }
          | { __typename: 'Backup', id: string }
          | { __typename: 'Bot', id: string }
          | { __typename: 'BulkChange', id: string }
          | { __typename: 'Call', title: string, id: string }
          | { __typename: 'Channel', id: string }
          | { __typename: 'Company', title: string, id: string }
          | { __typename: 'Contact', id: string, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> }
          | { __typename: 'ContactErasure', id: string }
          | { __typename: 'ContactExport', id: string }
          | { __typename: 'ContactMerge', id: string }
          | { __typename: 'ContactProperty', id: string }
          | { __typename: 'Conversation', number: number, subject: string, channelView: string | null, status: ConversationStatus, id: string, contact: { id: string, version: number, fullName: string | null, identities: Array<{ kind: string, value: string, verified: boolean }> } | null, inbox: { id: string, name: string } }
          | { __typename: 'ConversationMerge', id: string }
          | { __typename: 'DeadJob', id: string }
          | { __typename: 'Deal', title: string, id: string }
          | { __typename: 'Delivery', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'InboundItem', id: string }
          | { __typename: 'Inbox', id: string }
          | { __typename: 'LinkedAccount', id: string }
          | { __typename: 'ListImport', id: string }
          | { __typename: 'Meeting', title: string, id: string }
          | { __typename: 'Mention', id: string }
          | { __typename: 'Message', id: string }
          | { __typename: 'Note', title: string, id: string }
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
          | { __typename: 'Task', title: string, id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'Ticket', title: string, id: string }
          | { __typename: 'Webhook', id: string }
        >, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
     | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteRecordsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  restore: boolean;
  language?: string | null | undefined;
}>;


export type DeleteRecordsMutation = { recordsDelete: { records: Array<
      | { __typename: 'Call', body: string | null, phone: string | null, direction: CallDirection, seconds: number | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, callOutcome: CallOutcome | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Company', body: string | null, domain: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Deal', amount: number | null, currency: string | null, body: string | null, dueAt: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Note', body: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, mentions: Array<{ agentId: string, name: string, told: boolean, team: string | null }>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Task', body: string | null, dueAt: string | null, remindAt: string | null, doneAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
      | { __typename: 'Ticket', number: number, priority: Priority | null, source: string | null, body: string | null, closedAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, stage: { id: string, name: string, outcome: StageOutcome, pipelineId: string }, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null }
    >, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SavePipelineMutationVariables = Exact<{
  input: PipelineSaveInput;
  language?: string | null | undefined;
}>;


export type SavePipelineMutation = { pipelineSave: { pipeline: { id: string, version: number, type: PipelineType, name: string, stages: Array<{ count: number, id: string, name: string, outcome: StageOutcome, pipelineId: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SentMeetingFragment = { meeting: { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null } | null, message: { id: string, version: number, heldUntil: string | null, conversation: { id: string, version: number } } | null, userErrors: Array<
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
  > };

export type SaveMeetingMutationVariables = Exact<{
  input: MeetingSaveInput;
  language?: string | null | undefined;
}>;


export type SaveMeetingMutation = { meetingSave: { meeting: { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null } | null, message: { id: string, version: number, heldUntil: string | null, conversation: { id: string, version: number } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CancelMeetingMutationVariables = Exact<{
  input: MeetingCancelInput;
  language?: string | null | undefined;
}>;


export type CancelMeetingMutation = { meetingCancel: { meeting: { __typename: 'Meeting', body: string | null, startAt: string, endAt: string, timeZone: string, otherTimeZone: string | null, location: string | null, cancelledAt: string | null, id: string, version: number, createdAt: string, updatedAt: string, title: string, createdByName: string, deletedAt: string | null, recordCan: Array<RecordAction>, attendees: Array<{ address: string, name: string | null, answer: MeetingAnswer, comment: string | null, proposal: { startAt: string | null, endAt: string | null } | null }>, invitation: { id: string, version: number, deliveryStatus: DeliveryStatus | null } | null, owner: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } | null } | null, message: { id: string, version: number, heldUntil: string | null, conversation: { id: string, version: number } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type StopInvitationMutationVariables = Exact<{
  id: string | number;
  operationId: string | number;
}>;


export type StopInvitationMutation = { messageCancel: { message: { id: string, version: number } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type MeetingFromQueryVariables = Exact<{ [key: string]: never; }>;


export type MeetingFromQuery = { viewer: { id: string, timeZone: string | null } | null, inboxes: Array<{ id: string, version: number, name: string, inboxCan: Array<InboxAction>, composeFrom: Array<{ id: string, capabilities: { calendar: string } }> }> };

export type ContactZoneQueryVariables = Exact<{
  id: string | number;
}>;


export type ContactZoneQuery = { node:
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
    | { __typename: 'Contact', id: string, told: Array<{ name: string, value: unknown }> }
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
const ContactFacts = 'fragment ContactFacts on Contact{id version createdAt fullName:name deletedAt contactCan:viewerCan owner{...AgentName}fields identities{kind value verified}}';
const LinkedTo = 'fragment LinkedTo on Node{__typename id ...on Contact{fullName:name identities{kind value verified}}...on Conversation{number subject channelView contact{id version fullName:name identities{kind value verified}}status inbox{id name}}...on Record{title}}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const PropertyLine = 'fragment PropertyLine on ContactProperty{id version label type options inAbout}';
const RecordLine = 'fragment RecordLine on Record{__typename id version createdAt updatedAt title owner{...AgentName}createdByName deletedAt recordCan:viewerCan ...on Ticket{number stage{...StageName}priority source body closedAt}...on Deal{stage{...StageName}amount currency body dueAt closedAt}...on Task{body dueAt remindAt doneAt}...on Note{body mentions{agentId name told team}}...on Call{body phone direction callOutcome:outcome seconds}...on Meeting{body startAt endAt timeZone otherTimeZone location attendees{address name answer comment proposal{startAt endAt}}cancelledAt invitation{id version deliveryStatus}}...on Company{body domain}}';
const SentMeeting = 'fragment SentMeeting on MeetingPayload{meeting{...RecordLine}message{id version heldUntil conversation{id version}}userErrors{...Problem}}';
const StageName = 'fragment StageName on Stage{id name(language:$language)outcome pipelineId}';
export const ChangeRecordsDocument = ('mutation ChangeRecords($changes:[RecordChangeInput!]!){recordsChange(changes:$changes){records{id version}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ChangeRecordsMutation, ChangeRecordsMutationVariables>;
export const LinkRecordsDocument = ('mutation LinkRecords($ids:[ID!]!$toId:ID!$remove:Boolean!){recordsLink(ids:$ids toId:$toId remove:$remove){records{id version}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<LinkRecordsMutation, LinkRecordsMutationVariables>;
export const BinRecordsDocument = ('mutation BinRecords($ids:[ID!]!$restore:Boolean!){recordsDelete(ids:$ids restore:$restore){records{id version}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<BinRecordsMutation, BinRecordsMutationVariables>;
export const ChangeContactsDocument = ('mutation ChangeContacts($changes:[ContactChangeInput!]!){contactsChange(changes:$changes){contacts{id version}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ChangeContactsMutation, ChangeContactsMutationVariables>;
export const BinContactsDocument = ('mutation BinContacts($ids:[ID!]!$restore:Boolean!){contactsDelete(ids:$ids restore:$restore){contacts{id version}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<BinContactsMutation, BinContactsMutationVariables>;
export const ContactPageDocument = ('query ContactPage($id:ID!){node(id:$id){__typename id ...on Contact{...ContactFacts hiddenConversations merges{id loserName byName createdAt}}}contactProperties{...PropertyLine}}' + AgentName + ContactFacts + PropertyLine) as unknown as TypedDocumentNode<ContactPageQuery, ContactPageQueryVariables>;
export const PropertiesDocument = ('query Properties{contactProperties{...PropertyLine}}' + PropertyLine) as unknown as TypedDocumentNode<PropertiesQuery, PropertiesQueryVariables>;
export const ContactListDocument = ('query ContactList($search:String$ownerId:ID$deleted:Boolean$fact:FactInput$first:Int$after:String){contacts(search:$search ownerId:$ownerId deleted:$deleted fact:$fact first:$first after:$after){position nodes{...ContactFacts}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}' + AgentName + ContactFacts) as unknown as TypedDocumentNode<ContactListQuery, ContactListQueryVariables>;
export const ContactTimelineDocument = ('query ContactTimeline($id:ID!$kinds:[TimelineKind!]$first:Int!$after:String$language:String){node(id:$id){__typename id ...on Contact{timeline(kinds:$kinds first:$first after:$after){position nodes{at change{id what label was became byName}node{...LinkedTo ...on Conversation{preview lastMessageAt}...on Record{...RecordLine}}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}}' + AgentName + LinkedTo + RecordLine + StageName) as unknown as TypedDocumentNode<ContactTimelineQuery, ContactTimelineQueryVariables>;
export const SaveFactsDocument = ('mutation SaveFacts($input:ContactSaveInput!){contactSave(input:$input){contact{...ContactFacts}userErrors{...Problem}}}' + AgentName + ContactFacts + Problem) as unknown as TypedDocumentNode<SaveFactsMutation, SaveFactsMutationVariables>;
export const DeleteContactsDocument = ('mutation DeleteContacts($ids:[ID!]!$restore:Boolean!){contactsDelete(ids:$ids restore:$restore){contacts{...ContactFacts}userErrors{...Problem}}}' + AgentName + ContactFacts + Problem) as unknown as TypedDocumentNode<DeleteContactsMutation, DeleteContactsMutationVariables>;
export const SetContactDocument = ('mutation SetContact($ids:[ID!]!$contactId:ID$expectedVersions:[Int!]){conversationSetContact(ids:$ids contactId:$contactId expectedVersions:$expectedVersions){conversations{id version contact{id version fullName:name identities{kind value verified}}}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SetContactMutation, SetContactMutationVariables>;
export const SavePropertyDocument = ('mutation SaveProperty($input:ContactPropertyInput!){contactPropertySave(input:$input){contactProperty{...PropertyLine}userErrors{...Problem}}}' + Problem + PropertyLine) as unknown as TypedDocumentNode<SavePropertyMutation, SavePropertyMutationVariables>;
export const RemovePropertyDocument = ('mutation RemoveProperty($id:ID!){contactPropertyRemove(id:$id){id userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemovePropertyMutation, RemovePropertyMutationVariables>;
export const MergePreviewDocument = ('query MergePreview($winnerId:ID!$loserId:ID!){contactMergePreview(winnerId:$winnerId loserId:$loserId){winner{...ContactFacts}loser{...ContactFacts}verifiedDiffer conversations records}contactProperties{...PropertyLine}}' + AgentName + ContactFacts + PropertyLine) as unknown as TypedDocumentNode<MergePreviewQuery, MergePreviewQueryVariables>;
export const MergeContactsDocument = ('mutation MergeContacts($input:ContactMergeInput!){contactMerge(input:$input){merge{id}contact{...ContactFacts}userErrors{...Problem}}}' + AgentName + ContactFacts + Problem) as unknown as TypedDocumentNode<MergeContactsMutation, MergeContactsMutationVariables>;
export const UndoMergeDocument = ('mutation UndoMerge($id:ID!){contactMergeUndo(id:$id){merge{id undoneAt}contact{...ContactFacts}userErrors{...Problem}}}' + AgentName + ContactFacts + Problem) as unknown as TypedDocumentNode<UndoMergeMutation, UndoMergeMutationVariables>;
export const ErasePreviewDocument = ('query ErasePreview($contactId:ID!){contactErasePreview(contactId:$contactId){name conversations withOthers records}}') as unknown as TypedDocumentNode<ErasePreviewQuery, ErasePreviewQueryVariables>;
export const EraseContactDocument = ('mutation EraseContact($input:ContactEraseInput!){contactErase(input:$input){erasure{id total}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<EraseContactMutation, EraseContactMutationVariables>;
export const RecordPageDocument = ('query RecordPage($id:ID!$language:String){node(id:$id){__typename id ...on Record{...RecordLine links{...LinkedTo}}...on Company{contacts(first:50){position nodes{...LinkedTo}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}}}' + AgentName + LinkedTo + RecordLine + StageName) as unknown as TypedDocumentNode<RecordPageQuery, RecordPageQueryVariables>;
export const RecordListDocument = ('query RecordList($filter:RecordFilter!$order:RecordOrder!$first:Int$after:String$language:String){records(filter:$filter order:$order first:$first after:$after){nodes{...RecordLine links{...LinkedTo}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}' + AgentName + LinkedTo + RecordLine + StageName) as unknown as TypedDocumentNode<RecordListQuery, RecordListQueryVariables>;
export const RecordCountsDocument = ('query RecordCounts($id:ID!){node(id:$id){__typename id ...on Contact{recordCounts{type total open}companies{id title domain}}}}') as unknown as TypedDocumentNode<RecordCountsQuery, RecordCountsQueryVariables>;
export const PipelinesDocument = ('query Pipelines($type:PipelineType$language:String){pipelines(type:$type){id version type name(language:$language)stages{...StageName count sums{currency amount}}}}' + StageName) as unknown as TypedDocumentNode<PipelinesQuery, PipelinesQueryVariables>;
export const DealCurrencyDocument = ('query DealCurrency{dealCurrency}') as unknown as TypedDocumentNode<DealCurrencyQuery, DealCurrencyQueryVariables>;
export const SetDealCurrencyDocument = ('mutation SetDealCurrency($currency:String!){dealCurrencySet(currency:$currency){currency userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SetDealCurrencyMutation, SetDealCurrencyMutationVariables>;
export const SaveRecordDocument = ('mutation SaveRecord($input:RecordSaveInput!$language:String){recordSave(input:$input){record{...RecordLine}userErrors{...Problem}}}' + AgentName + Problem + RecordLine + StageName) as unknown as TypedDocumentNode<SaveRecordMutation, SaveRecordMutationVariables>;
export const CallersDocument = ('query Callers($language:String){callers{instanceId action name title(language:$language)icon}}') as unknown as TypedDocumentNode<CallersQuery, CallersQueryVariables>;
export const StartCallDocument = ('mutation StartCall($input:CallStartInput!){callStart(input:$input){userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<StartCallMutation, StartCallMutationVariables>;
export const LinkRecordDocument = ('mutation LinkRecord($id:ID!$toId:ID!$remove:Boolean!$language:String){recordLink(id:$id toId:$toId remove:$remove){record{...RecordLine links{...LinkedTo}}userErrors{...Problem}}}' + AgentName + LinkedTo + Problem + RecordLine + StageName) as unknown as TypedDocumentNode<LinkRecordMutation, LinkRecordMutationVariables>;
export const DeleteRecordsDocument = ('mutation DeleteRecords($ids:[ID!]!$restore:Boolean!$language:String){recordsDelete(ids:$ids restore:$restore){records{...RecordLine}userErrors{...Problem}}}' + AgentName + Problem + RecordLine + StageName) as unknown as TypedDocumentNode<DeleteRecordsMutation, DeleteRecordsMutationVariables>;
export const SavePipelineDocument = ('mutation SavePipeline($input:PipelineSaveInput!$language:String){pipelineSave(input:$input){pipeline{id version type name(language:$language)stages{...StageName count}}userErrors{...Problem}}}' + Problem + StageName) as unknown as TypedDocumentNode<SavePipelineMutation, SavePipelineMutationVariables>;
export const SaveMeetingDocument = ('mutation SaveMeeting($input:MeetingSaveInput!$language:String){meetingSave(input:$input){...SentMeeting}}' + AgentName + Problem + RecordLine + SentMeeting + StageName) as unknown as TypedDocumentNode<SaveMeetingMutation, SaveMeetingMutationVariables>;
export const CancelMeetingDocument = ('mutation CancelMeeting($input:MeetingCancelInput!$language:String){meetingCancel(input:$input){...SentMeeting}}' + AgentName + Problem + RecordLine + SentMeeting + StageName) as unknown as TypedDocumentNode<CancelMeetingMutation, CancelMeetingMutationVariables>;
export const StopInvitationDocument = ('mutation StopInvitation($id:ID!$operationId:ID!){messageCancel(id:$id operationId:$operationId){message{id version}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<StopInvitationMutation, StopInvitationMutationVariables>;
export const MeetingFromDocument = ('query MeetingFrom{viewer{id timeZone}inboxes{id version name inboxCan:viewerCan composeFrom{id capabilities{calendar}}}}') as unknown as TypedDocumentNode<MeetingFromQuery, MeetingFromQueryVariables>;
export const ContactZoneDocument = ('query ContactZone($id:ID!){node(id:$id){__typename id ...on Contact{told{name value}}}}') as unknown as TypedDocumentNode<ContactZoneQuery, ContactZoneQueryVariables>;