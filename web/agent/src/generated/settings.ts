/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export type AcknowledgementMode =
  | 'OFF'
  /** Whenever a conversation begins. */
  | 'ON_RECEIPT'
  /** Only outside the working hours of the inbox. */
  | 'OUTSIDE_HOURS';

export type AcknowledgementSaveInput = {
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: number | null | undefined;
  inboxId: string | number;
  /** OUTSIDE_HOURS needs the working hours of the inbox. */
  mode: AcknowledgementMode;
  operationId?: string | number | null | undefined;
  /** One line of at most 200 characters. `{number}` is the number of the conversation, `{inbox}` the name of the inbox. */
  subject: string;
  /** At most 5,000 characters, with the same placeholders and no others. */
  text: string;
};

export type AgentDeactivateInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  /** Gets what is open, where he works in its inbox; the rest, and all when this is null, goes back to nobody. */
  reassignToId?: string | number | null | undefined;
};

export type AgentHoursSaveInput = {
  /** Oneself when not given. */
  agentId?: string | number | null | undefined;
  /** Refuses when they were changed meanwhile. */
  expectedVersion?: number | null | undefined;
  /** Null takes hours and days off away. */
  hours?: HoursInput | null | undefined;
  operationId?: string | number | null | undefined;
};

export type AgentInviteInput = {
  email: string;
  /** Client-made, `usr_` and a UUIDv7. */
  id?: string | number | null | undefined;
  /** Sends the link by system mail, where there is a channel for it. */
  mail?: boolean;
  /** What he is called until he says it himself; the address when not given. */
  name?: string | null | undefined;
  role?: WorkspaceRole;
  seat?: Seat;
};

export type AgentState =
  | 'ACTIVE'
  /** Left, or was let go; what he did stays under his name. */
  | 'DEACTIVATED'
  /** Has not joined yet. */
  | 'INVITED';

export type AgentUpdateInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  role?: WorkspaceRole | null | undefined;
  seat?: Seat | null | undefined;
};

/** What was done. More will come: keep a default branch. */
export type AuditAction =
  | 'ACCOUNT_LINKED'
  | 'ACCOUNT_UNLINKED'
  | 'AGENT_CREATED'
  | 'AGENT_DEACTIVATED'
  | 'AGENT_INVITED'
  | 'AGENT_JOINED'
  | 'AGENT_REACTIVATED'
  | 'AGENT_ROLE_CHANGED'
  | 'AGENT_SEAT_CHANGED'
  | 'API_SETTINGS_CHANGED'
  | 'AUTOMATION_RULES_ORDERED'
  | 'AUTOMATION_RULE_ADDED'
  | 'AUTOMATION_RULE_CHANGED'
  | 'AUTOMATION_RULE_REMOVED'
  | 'CHANNEL_ADDED'
  | 'CHANNEL_ATTACHED'
  | 'CHANNEL_CHANGED'
  | 'CHANNEL_REMOVED'
  | 'CHANNEL_SWITCHED'
  /** A whole list of them. */
  | 'CONTACTS_CHANGED'
  | 'CONTACTS_IMPORTED'
  | 'CONTACT_ERASED'
  | 'CONTACT_EXPORTED'
  | 'CONTACT_EXPORT_FETCHED'
  | 'CONVERSATIONS_CHANGED'
  | 'CONVERSATIONS_REASSIGNED'
  | 'CONVERSATION_DELETED_FOREVER'
  | 'CONVERSATION_MERGED'
  | 'CONVERSATION_MOVED'
  | 'INBOX_CREATED'
  | 'INBOX_DEFAULT_CHANGED'
  | 'INBOX_DELETED'
  | 'INBOX_MEMBERS_CHANGED'
  | 'INBOX_UPDATED'
  | 'INVITATION_REVOKED'
  | 'KEYS_ROTATED'
  | 'LIST_EXPORTED'
  | 'PASSKEY_ADDED'
  | 'PASSKEY_REMOVED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET_STARTED'
  | 'PERSONAL_TOKEN_CREATED'
  | 'PERSONAL_TOKEN_REVOKED'
  | 'PLUGIN_INSTALLED'
  | 'PLUGIN_PUBLISHER_REMOVED'
  | 'PLUGIN_PUBLISHER_TRUSTED'
  | 'PLUGIN_REMOVED'
  | 'PLUGIN_ROLLED_BACK'
  | 'PLUGIN_SWITCHED'
  /** A whole list of them. */
  | 'RECORDS_CHANGED'
  | 'RECORDS_IMPORTED'
  | 'RECOVERY_CODES_MADE'
  | 'RECOVERY_CODE_USED'
  | 'SECOND_FACTOR_OFF'
  | 'SECOND_FACTOR_ON'
  | 'SECOND_FACTOR_RESET'
  /** By hand or by blocking; whose address it was is not kept, a domain is. */
  | 'SENDER_RULE_ADDED'
  | 'SENDER_RULE_REMOVED'
  | 'SENDING_PAUSED'
  | 'SENDING_RESUMED'
  | 'SESSIONS_ENDED'
  | 'SIGN_IN_PROVIDER_CHANGED'
  | 'SIGN_IN_RULES_CHANGED'
  | 'SIGN_IN_TIED'
  | 'SIGN_IN_UNTIED'
  | 'SLA_CHANGED'
  | 'SYSTEM_MAIL_CHANGED'
  | 'TEAM_CREATED'
  | 'TEAM_DELETED'
  | 'TEAM_UPDATED'
  | 'TOKEN_CREATED'
  | 'TOKEN_REVOKED'
  | 'WEBHOOK_ADDED'
  | 'WEBHOOK_CHANGED'
  | 'WEBHOOK_REMOVED'
  /** Of an inbox or a person. */
  | 'WORKING_HOURS_CHANGED';

export type AuditActorKind =
  | 'INTEGRATION'
  | 'SYSTEM'
  | 'USER';

/** All that is given must fit. */
export type AuditFilter = {
  actions?: Array<AuditAction> | null | undefined;
  /** Who did it; an agent who left too. */
  actorId?: string | number | null | undefined;
  from?: string | null | undefined;
  /** What it was done to, by its id. */
  objectId?: string | number | null | undefined;
  /** A part of the name of who did it or of what it was done to, whatever its case. */
  text?: string | null | undefined;
  /** Up to, without, this instant. */
  until?: string | null | undefined;
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

export type ChannelPreviewInput = {
  /** An existing channel, whose secrets are used where `settings` has none. */
  channelId?: string | number | null | undefined;
  /** As the settings name it in `x-preview`. */
  route: string;
  settings: unknown;
  type: string;
};

export type ChannelSetupInput = {
  data?: unknown;
  /** Client-made for a new one, `chn_` and a UUIDv7. */
  id?: string | number | null | undefined;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
  /** Sign in again to the account of an existing channel; its place is kept. */
  reauth?: boolean;
  /** The step that `data` answers; absent to begin. */
  step?: string | null | undefined;
  type: string;
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

export type ChannelTestInput = {
  /** An existing channel, whose secrets are used where `settings` has none. */
  channelId?: string | number | null | undefined;
  settings: unknown;
  type: string;
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

export type DayOffInput = {
  from: string;
  name?: string;
  until: string;
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

export type FileState =
  | 'FETCHING'
  /** Could not be fetched, or was refused. */
  | 'GONE'
  | 'READY';

export type HoursInput = {
  /** At most 200; those that are there stay when it is not given. */
  daysOff?: Array<DayOffInput> | null | undefined;
  /** At most 6 a day, none within another. */
  slots: Array<WorkingSlotInput>;
  timeZone: string;
};

/** The state of an item that came in: RECEIVED while it waits, then one of the five. */
export type InboundState =
  | 'DELIVERED'
  | 'DUPLICATE'
  | 'FAILED'
  | 'FILTERED'
  | 'QUARANTINED'
  | 'RECEIVED';

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

export type InboxDeleteInput = {
  conversations: InboxDeleteMode;
  expectedVersion?: number | null | undefined;
  id: string | number;
  /** For MOVE. */
  moveToId?: string | number | null | undefined;
  /** As it stands there, to the letter (S82). */
  name: string;
};

export type InboxDeleteMode =
  /** Everything goes to another inbox; who does not work there is unassigned. */
  | 'MOVE'
  /** Everything lies in the trash for 30 days, where admins see it. */
  | 'TRASH';

/** Exactly one of `agentId` and `teamId`. */
export type InboxMemberInput = {
  agentId?: string | number | null | undefined;
  role?: InboxRole;
  teamId?: string | number | null | undefined;
};

export type InboxReassignInput = {
  /** A member who works in it; null: back to nobody. */
  toId?: string | number | null | undefined;
};

/** MANAGER: its settings, too. AGENT: works in it. VIEWER: reads and comments. */
export type InboxRole =
  | 'AGENT'
  | 'MANAGER'
  | 'VIEWER';

export type InboxSaveInput = {
  audience?: InboxAudience | null | undefined;
  /** 1 to 36500; 0 keeps what was closed for good. */
  closedKeptDays?: number | null | undefined;
  expectedVersion?: number | null | undefined;
  /** Client-made for a new one, `inb_` and a UUIDv7. */
  id?: string | number | null | undefined;
  joinBySubject?: boolean | null | undefined;
  /** Replaces the list of members. */
  members?: Array<InboxMemberInput> | null | undefined;
  /** Trimmed; unique in the workspace whatever its case (S74). */
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  /** Hands on what those have open here who no longer work in it (S84). */
  reassign?: InboxReassignInput | null | undefined;
  /** 1 to 3650; 0 reopens always. */
  reopenDays?: number | null | undefined;
  /** An empty text takes it away. */
  signature?: SignatureInput | null | undefined;
  /** 0 to 60. */
  undoSeconds?: number | null | undefined;
};

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

export type MailCheckLegKey =
  | 'ARRIVED'
  | 'CLOCK'
  | 'DKIM'
  | 'DMARC'
  | 'LEFT'
  | 'SPF';

export type MailCheckState =
  | 'BAD'
  | 'GOOD'
  | 'RUNNING';

export type MailCheckVerdict =
  | 'BAD'
  | 'GOOD'
  /** Nobody has said, so it counts neither way. */
  | 'UNKNOWN'
  | 'WAITING';

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

export type PluginSignature =
  | 'NONE'
  /** By a publisher of `pluginPublishers`. */
  | 'TRUSTED'
  /** By somebody else, or the package was changed after it was signed. */
  | 'UNKNOWN';

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

export type ProfileSaveInput = {
  /** An https address; empty text takes it away. */
  avatarUrl?: string | null | undefined;
  /** A BCP 47 tag such as `nl`. */
  locale?: string | null | undefined;
  /** As `avatarUrl`. */
  meetingUrl?: string | null | undefined;
  name?: string | null | undefined;
  /** A name of the IANA time zone database. */
  timeZone?: string | null | undefined;
};

export type ResponderChoicesInput = {
  /** An existing one, whose secrets and connection stand where none are given. */
  id?: string | number | null | undefined;
  inboxIds: Array<string | number>;
  /** What `x-choicesFrom` says. */
  name: string;
  /** As far as they are filled in; what is not right yet is left out. */
  settings: unknown;
  type: string;
};

export type ResponderSaveInput = {
  active?: boolean;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: number | null | undefined;
  /** Client-made for a new one, `rsp_` and a UUIDv7. */
  id?: string | number | null | undefined;
  inboxIds: Array<string | number>;
  name: string;
  operationId?: string | number | null | undefined;
  settings: unknown;
  type: string;
};

export type ResponderTestInput = {
  /** An existing one, whose secrets stand where none are given. */
  id?: string | number | null | undefined;
  inboxIds: Array<string | number>;
  settings: unknown;
  type: string;
};

export type ResponderTryInput = {
  /** An existing one, whose secrets stand where none are given. */
  id?: string | number | null | undefined;
  inboxIds: Array<string | number>;
  operationId?: string | number | null | undefined;
  settings: unknown;
  /** Of the turn before. */
  state?: unknown;
  /** What the one who tries has written; null to begin. */
  text?: string | null | undefined;
  type: string;
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

export type SenderRuleInput = {
  identityKind?: string;
  inboxId: string | number;
  kind: SenderRuleKind;
  value: string;
};

/** ALLOW: no rule filters him. DENY: always filtered. BLOCK: filtered whatever else speaks for him. */
export type SenderRuleKind =
  | 'ALLOW'
  | 'BLOCK'
  | 'DENY';

export type SignatureInput = {
  /** At most 20,000 characters; sanitised before it is shown or sent. */
  html?: string | null | undefined;
  /** The same as plain text, at most 2,000 characters. */
  text: string;
};

/** Which time counts. */
export type SlaCounts =
  | 'ALWAYS'
  /** Only the working hours of the inbox, without its days off. */
  | 'WORKING';

export type SlaKind =
  /** It is not closed yet. */
  | 'CLOSING'
  /** Nobody of ours has written to the customer yet. */
  | 'FIRST'
  | 'NEXT';

export type SlaPolicyRemoveInput = {
  /** As with saving, by the limits of the inbox. */
  applyToOpen?: boolean;
  channelId: string | number;
  /** Refuses when they were changed meanwhile. */
  expectedVersion?: number | null | undefined;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
};

export type SlaPolicySaveInput = {
  /**
   * Sets the clocks of what is open by these limits, too: what they have run counts, who waits without a clock is counted from since when he
   * does, and what was missed stays missed.
   */
  applyToOpen?: boolean;
  /** For what begins by this channel of the inbox; null for all that have no limits of their own. */
  channelId?: string | number | null | undefined;
  closingMinutes?: number | null | undefined;
  /** WORKING needs the working hours of the inbox. */
  counts: SlaCounts;
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: number | null | undefined;
  /** 1 to 43,200, which are 30 days; null for no limit. */
  firstMinutes?: number | null | undefined;
  inboxId: string | number;
  nextMinutes?: number | null | undefined;
  operationId?: string | number | null | undefined;
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

export type TeamMemberInput = {
  agentId: string | number;
  membership?: TeamMembership;
};

/** Everybody has at most one MAIN team and any number of EXTRA ones; both give the same rights. */
export type TeamMembership =
  | 'EXTRA'
  | 'MAIN';

export type TeamSaveInput = {
  expectedVersion?: number | null | undefined;
  /** Client-made for a new one, `tea_` and a UUIDv7. */
  id?: string | number | null | undefined;
  /** Replaces the list. Who gets it as MAIN keeps the one that was his main team as EXTRA. */
  members?: Array<TeamMemberInput> | null | undefined;
  /** Trimmed; unique in the workspace whatever its case. */
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
};

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WorkingHoursSaveInput = {
  /** At most 200; those that are there stay when it is not given. */
  daysOff?: Array<DayOffInput> | null | undefined;
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: number | null | undefined;
  inboxId: string | number;
  operationId?: string | number | null | undefined;
  /** At most 6 a day, none within another. */
  slots: Array<WorkingSlotInput>;
  timeZone: string;
};

export type WorkingSlotInput = {
  from: string;
  until: string;
  weekday: Weekday;
};

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';

export type AuditLineFragment = { id: string, at: string, action: AuditAction, objectId: string | null, objectName: string | null, ip: string | null, actor: { kind: AuditActorKind, id: string | null, name: string }, changes: Array<{ field: string, before: unknown, after: unknown }> };

export type AuditQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditQuery = { auditEntries: { nodes: Array<{ id: string, at: string, action: AuditAction, objectId: string | null, objectName: string | null, ip: string | null, actor: { kind: AuditActorKind, id: string | null, name: string }, changes: Array<{ field: string, before: unknown, after: unknown }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AutoAnswerInboxFragment = { id: string, version: number, name: string, inboxCan: Array<InboxAction>, acknowledgement: { version: number, mode: AcknowledgementMode, subject: string, text: string }, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }> } | null };

export type AutoAnswersQueryVariables = Exact<{ [key: string]: never; }>;


export type AutoAnswersQuery = { inboxes: Array<{ id: string, version: number, name: string, inboxCan: Array<InboxAction>, acknowledgement: { version: number, mode: AcknowledgementMode, subject: string, text: string }, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }> } | null }> };

export type SaveAutoAnswerMutationVariables = Exact<{
  hours: WorkingHoursSaveInput;
  withHours: boolean;
  answer: AcknowledgementSaveInput;
}>;


export type SaveAutoAnswerMutation = { workingHoursSave?: { inbox: { id: string, version: number, name: string, inboxCan: Array<InboxAction>, acknowledgement: { version: number, mode: AcknowledgementMode, subject: string, text: string }, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > }, acknowledgementSave: { inbox: { id: string, version: number, name: string, inboxCan: Array<InboxAction>, acknowledgement: { version: number, mode: AcknowledgementMode, subject: string, text: string }, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SenderRuleLineFragment = { id: string, kind: SenderRuleKind, value: string, createdByName: string, createdAt: string, contact: { id: string, version: number, fullName: string | null } | null };

export type SenderRulesQueryVariables = Exact<{
  inboxId: string | number;
  kind: SenderRuleKind;
  after?: string | null | undefined;
}>;


export type SenderRulesQuery = { senderRules: { position: string, nodes: Array<{ id: string, kind: SenderRuleKind, value: string, createdByName: string, createdAt: string, contact: { id: string, version: number, fullName: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SaveSenderRuleMutationVariables = Exact<{
  input: SenderRuleInput;
}>;


export type SaveSenderRuleMutation = { senderRuleSave: { senderRule: { id: string, kind: SenderRuleKind, value: string, createdByName: string, createdAt: string, contact: { id: string, version: number, fullName: string | null } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemoveSenderRuleMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveSenderRuleMutation = { senderRuleRemove: { id: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type FilterRulesFragment = { id: string, version: number, filterRules: Array<{ key: string, title: string, to: Placement, strict: boolean, on: boolean }> };

export type FilterSettingsQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type FilterSettingsQuery = { inboxes: Array<{ id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ name: string, account: string, id: string, version: number, kind: { type: string, icon: string } | null, filterRules: Array<{ key: string, title: string, to: Placement, strict: boolean, on: boolean }> }> }> };

export type SetFilterRuleMutationVariables = Exact<{
  channelId: string | number;
  key: string;
  on: boolean;
  language?: string | null | undefined;
}>;


export type SetFilterRuleMutation = { channelFilterRuleSet: { channel: { id: string, version: number, filterRules: Array<{ key: string, title: string, to: Placement, strict: boolean, on: boolean }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type AgentHoursFragment = { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } };

export type AgentHoursQueryVariables = Exact<{ [key: string]: never; }>;


export type AgentHoursQuery = { viewer: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null };

export type SaveAgentHoursMutationVariables = Exact<{
  input: AgentHoursSaveInput;
}>;


export type SaveAgentHoursMutation = { agentHoursSave: { agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type InboxDeletionsQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxDeletionsQuery = { inboxLimit: number, inboxDeletions: Array<{ id: string, name: string, total: number, done: number }> };

export type InboxSizeQueryVariables = Exact<{
  id: string | number;
}>;


export type InboxSizeQuery = { node:
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
    | { __typename: 'Inbox', conversationCount: number | null, id: string }
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

export type DeleteInboxMutationVariables = Exact<{
  input: InboxDeleteInput;
}>;


export type DeleteInboxMutation = { inboxDelete: { deletion: { id: string, total: number } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetDefaultInboxMutationVariables = Exact<{
  id: string | number;
}>;


export type SetDefaultInboxMutation = { inboxSetDefault: { inbox: { id: string, version: number, isDefault: boolean } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DisconnectedChannelsQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type DisconnectedChannelsQuery = { disconnectedChannels: Array<{ id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } }> };

export type AttachChannelMutationVariables = Exact<{
  id: string | number;
  inboxId: string | number;
  language?: string | null | undefined;
}>;


export type AttachChannelMutation = { channelAttach: { channel: { id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CameInQueryVariables = Exact<{
  state?: Array<InboundState> | InboundState | null | undefined;
  channelId?: string | number | null | undefined;
  after?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type CameInQuery = { inboundItems: { position: string, nodes: Array<{ id: string, receivedAt: string, state: InboundState, reason: string | null, from: string | null, importable: boolean, unparsed: boolean, rawUrl: string | null, mailSubject: string | null, channel: { id: string, version: number, name: string, account: string } | null, conversation: { id: string, version: number, number: number, subject: string, placement: Placement } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CameInLineFragment = { id: string, receivedAt: string, state: InboundState, reason: string | null, from: string | null, importable: boolean, unparsed: boolean, rawUrl: string | null, mailSubject: string | null, channel: { id: string, version: number, name: string, account: string } | null, conversation: { id: string, version: number, number: number, subject: string, placement: Placement } | null };

export type LedgerChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerChannelsQuery = { inboxes: Array<{ id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ id: string, version: number, name: string, account: string }> }> };

export type CameInByIdQueryVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type CameInByIdQuery = { node:
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
    | { __typename: 'InboundItem', id: string, receivedAt: string, state: InboundState, reason: string | null, from: string | null, importable: boolean, unparsed: boolean, rawUrl: string | null, mailSubject: string | null, channel: { id: string, version: number, name: string, account: string } | null, conversation: { id: string, version: number, number: number, subject: string, placement: Placement } | null }
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

export type ReplayItemMutationVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type ReplayItemMutation = { inboundItemReplay: { inboundItem: { id: string, receivedAt: string, state: InboundState, reason: string | null, from: string | null, importable: boolean, unparsed: boolean, rawUrl: string | null, mailSubject: string | null, channel: { id: string, version: number, name: string, account: string } | null, conversation: { id: string, version: number, number: number, subject: string, placement: Placement } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ImportItemMutationVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type ImportItemMutation = { inboundItemImport: { inboundItem: { id: string, receivedAt: string, state: InboundState, reason: string | null, from: string | null, importable: boolean, unparsed: boolean, rawUrl: string | null, mailSubject: string | null, channel: { id: string, version: number, name: string, account: string } | null, conversation: { id: string, version: number, number: number, subject: string, placement: Placement } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type LinkedAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type LinkedAccountsQuery = { linkedAccounts: Array<{ id: string, name: string, through: string }> };

export type AccountOfferQueryVariables = Exact<{
  offer: string;
}>;


export type AccountOfferQuery = { accountOffer: { name: string, through: string } | null };

export type LinkAccountMutationVariables = Exact<{
  offer: string;
}>;


export type LinkAccountMutation = { accountLink: { account: { id: string } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UnlinkAccountMutationVariables = Exact<{
  id: string | number;
}>;


export type UnlinkAccountMutation = { accountUnlink: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type PersonLineFragment = { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } };

export type MailChannelFragment = { id: string, name: string, account: string };

export type SystemMailFieldsFragment = { channel: { id: string, name: string, account: string } | null, candidates: Array<{ id: string, name: string, account: string }> };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { people: Array<{ seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } }>, systemMail: { channel: { id: string, name: string, account: string } | null, candidates: Array<{ id: string, name: string, account: string }> } };

export type AccessLinkFieldsFragment = { link: string | null, expiresAt: string | null, mailed: boolean, agent: { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
  > };

export type InviteAgentMutationVariables = Exact<{
  input: AgentInviteInput;
}>;


export type InviteAgentMutation = { agentInvite: { link: string | null, expiresAt: string | null, mailed: boolean, agent: { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateAccessLinkMutationVariables = Exact<{
  id: string | number;
  mail: boolean;
}>;


export type CreateAccessLinkMutation = { agentLinkCreate: { link: string | null, expiresAt: string | null, mailed: boolean, agent: { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RevokeInviteMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInviteMutation = { agentInviteRevoke: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type UpdateAgentMutationVariables = Exact<{
  input: AgentUpdateInput;
}>;


export type UpdateAgentMutation = { agentUpdate: { agent: { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeactivateAgentMutationVariables = Exact<{
  input: AgentDeactivateInput;
}>;


export type DeactivateAgentMutation = { agentDeactivate: { agent: { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReactivateAgentMutationVariables = Exact<{
  id: string | number;
}>;


export type ReactivateAgentMutation = { agentReactivate: { agent: { seat: Seat, state: AgentState, version: number, invitedUntil: string | null, openCount: number | null, hasSecondFactor: boolean | null, signsInWithProvider: boolean | null, hasPasskey: boolean | null, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability, teams: Array<{ team: { id: string, name: string } }>, presence: { version: number, status: Availability, source: PresenceSource, reassignReplies: boolean, until: string | null, setByName: string | null, viewerCanSet: boolean } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveProfileMutationVariables = Exact<{
  input: ProfileSaveInput;
}>;


export type SaveProfileMutation = { profileSave: { agent: { id: string, name: string, locale: string | null, timeZone: string | null, avatarUrl: string | null, meetingUrl: string | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChangePasswordMutationVariables = Exact<{
  current: string;
  password: string;
}>;


export type ChangePasswordMutation = { passwordChange: { userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveSystemMailMutationVariables = Exact<{
  channelId?: string | number | null | undefined;
}>;


export type SaveSystemMailMutation = { systemMailSave: { systemMail: { channel: { id: string, name: string, account: string } | null, candidates: Array<{ id: string, name: string, account: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type OwnProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnProfileQuery = { viewer: { id: string, name: string, locale: string | null, timeZone: string | null, avatarUrl: string | null, meetingUrl: string | null } | null };

export type ResponderLineFragment = { id: string, version: number, name: string, type: string, inboxIds: Array<string>, active: boolean, stateMessage: string | null, settings: unknown, secretsSet: Array<string> };

export type RespondersQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type RespondersQuery = { responders: Array<{ id: string, version: number, name: string, type: string, inboxIds: Array<string>, active: boolean, stateMessage: string | null, settings: unknown, secretsSet: Array<string> }>, responderTypes: Array<{ type: string, title: string, icon: string, page: boolean, canTry: boolean }>, inboxes: Array<{ id: string, name: string }> };

export type ResponderPagesQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type ResponderPagesQuery = { responderTypes: Array<{ type: string, title: string, icon: string, page: boolean }>, responders: Array<{ id: string, type: string, inboxIds: Array<string>, active: boolean }> };

export type ResponderFormQueryVariables = Exact<{
  id: string | number;
}>;


export type ResponderFormQuery = { responderTypes: Array<{ type: string, settingsSchema: unknown }> };

export type ResponderPicksQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type ResponderPicksQuery = { agents: Array<{ id: string, name: string }>, teams: Array<{ id: string, name: string }>, contactProperties: Array<{ id: string, label: string }>, pipelines: Array<{ id: string, name: string, stages: Array<{ id: string, name: string }> }>, plugins: Array<{ id: string, name: string, actions: Array<{ instanceId: string, name: string, title: string }> }> };

export type ResponderChoicesQueryVariables = Exact<{
  input: ResponderChoicesInput;
  language?: string | null | undefined;
}>;


export type ResponderChoicesQuery = { responderChoices: { note: string | null, choices: Array<{ value: string, label: string, help: string | null }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveResponderMutationVariables = Exact<{
  input: ResponderSaveInput;
}>;


export type SaveResponderMutation = { responderSave: { responder: { id: string, version: number, name: string, type: string, inboxIds: Array<string>, active: boolean, stateMessage: string | null, settings: unknown, secretsSet: Array<string> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TestResponderMutationVariables = Exact<{
  input: ResponderTestInput;
}>;


export type TestResponderMutation = { responderTest: { ok: boolean, account: string | null, checks: Array<{ title: string, ok: boolean, message: string | null, fix: unknown }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteResponderMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteResponderMutation = { responderDelete: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TryResponderMutationVariables = Exact<{
  input: ResponderTryInput;
}>;


export type TryResponderMutation = { responderTry: { turn: { state: unknown, over: boolean, lines: Array<{ from: string, text: string, options: Array<string> | null }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SecondFactorQueryVariables = Exact<{ [key: string]: never; }>;


export type SecondFactorQuery = { secondFactor: { on: boolean, since: string | null, recoveryCodesLeft: number, required: boolean } };

export type BeginSecondFactorMutationVariables = Exact<{
  password: string;
}>;


export type BeginSecondFactorMutation = { secondFactorBegin: { key: string | null, uri: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ConfirmSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmSecondFactorMutation = { secondFactorConfirm: { recoveryCodes: Array<string> | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemoveSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type RemoveSecondFactorMutation = { secondFactorRemove: { userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RenewRecoveryCodesMutationVariables = Exact<{
  code: string;
}>;


export type RenewRecoveryCodesMutation = { recoveryCodesRenew: { recoveryCodes: Array<string> | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RequireSecondFactorMutationVariables = Exact<{
  required: boolean;
}>;


export type RequireSecondFactorMutation = { secondFactorRequire: { secondFactor: { on: boolean, since: string | null, recoveryCodesLeft: number, required: boolean } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ResetSecondFactorMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetSecondFactorMutation = { agentSecondFactorReset: { agent: { id: string, hasSecondFactor: boolean | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ResetSignInMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetSignInMutation = { agentSignInReset: { agent: { id: string, signsInWithProvider: boolean | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemovePasskeysMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePasskeysMutation = { agentPasskeysRemove: { agent: { id: string, hasPasskey: boolean | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CheckLineFragment = { title: string, ok: boolean, message: string | null, fix: unknown };

export type InboxSettingsQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type InboxSettingsQuery = { inboxes: Array<{ id: string, version: number, name: string, audience: InboxAudience, isDefault: boolean, undoSeconds: number, reopenDays: number | null, joinBySubject: boolean, closedKeptDays: number | null, inboxCan: Array<InboxAction>, signature: { html: string, text: string } | null, members: Array<{ role: InboxRole, agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, grants: Array<{ role: InboxRole, agent: { id: string, name: string } | null, team: { id: string, name: string } | null }>, channels: Array<{ id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } }> }>, agents: Array<{ seat: Seat, id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability }>, teams: Array<{ id: string, name: string }> };

export type SaveInboxMutationVariables = Exact<{
  input: InboxSaveInput;
  language?: string | null | undefined;
}>;


export type SaveInboxMutation = { inboxSave: { inbox: { id: string, version: number, name: string, audience: InboxAudience, isDefault: boolean, viewerRole: InboxRole | null, undoSeconds: number, inboxCan: Array<InboxAction>, signature: { html: string, text: string } | null, members: Array<{ role: InboxRole, agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, views: Array<{ key: string, group: InboxViewGroup, title: string | null, icon: string | null, count: number | null }>, channels: Array<{ id: string, version: number, name: string, account: string, state: ChannelState, stateMessage: string | null, active: boolean }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ChannelTypesQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type ChannelTypesQuery = { channelTypes: Array<{ type: string, title: string, icon: string, settingsSchema: unknown, hasSetup: boolean, capabilities: { outbound: Outbound, maxTextLength: number | null, formats: Array<string>, compose: Array<string>, files: unknown, replyWindowHours: number | null } }> };

export type ChannelSettingsQueryVariables = Exact<{
  id: string | number;
  language?: string | null | undefined;
}>;


export type ChannelSettingsQuery = { node:
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
    | { __typename: 'Channel', settings: unknown, secretsSet: Array<string>, id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } }
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
    | { __typename: 'Webhook', id: string }
   | null };

export type TestChannelMutationVariables = Exact<{
  input: ChannelTestInput;
}>;


export type TestChannelMutation = { channelTest: { ok: boolean, account: string | null, checks: Array<{ title: string, ok: boolean, message: string | null, fix: unknown }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type PreviewChannelMutationVariables = Exact<{
  input: ChannelPreviewInput;
}>;


export type PreviewChannelMutation = { channelPreview: { page: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetupAnswerFragment = { step: string | null, form: unknown, redirectUrl: string | null, display: unknown, place: { channelId: string, inboxId: string, type: string, reauth: boolean } | null, channel: { id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } } | null, checks: Array<{ title: string, ok: boolean, message: string | null, fix: unknown }>, userErrors: Array<
    | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
  > };

export type SetupChannelMutationVariables = Exact<{
  input: ChannelSetupInput;
  language?: string | null | undefined;
}>;


export type SetupChannelMutation = { channelSetup: { step: string | null, form: unknown, redirectUrl: string | null, display: unknown, place: { channelId: string, inboxId: string, type: string, reauth: boolean } | null, channel: { id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } } | null, checks: Array<{ title: string, ok: boolean, message: string | null, fix: unknown }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReturnToSetupMutationVariables = Exact<{
  state: string;
  data: unknown;
  language?: string | null | undefined;
}>;


export type ReturnToSetupMutation = { channelSetupReturn: { step: string | null, form: unknown, redirectUrl: string | null, display: unknown, place: { channelId: string, inboxId: string, type: string, reauth: boolean } | null, channel: { id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } } | null, checks: Array<{ title: string, ok: boolean, message: string | null, fix: unknown }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetChannelActiveMutationVariables = Exact<{
  id: string | number;
  active: boolean;
  language?: string | null | undefined;
}>;


export type SetChannelActiveMutation = { channelSetActive: { channel: { id: string, version: number, createdAt: string, name: string, account: string, active: boolean, authorized: boolean, state: ChannelState, stateMessage: string | null, lastInboundAt: string | null, lastOutboundAt: string | null, lastSuccessAt: string | null, lagSeconds: number | null, kind: { type: string, title: string, icon: string } | null, inbox: { id: string, name: string } } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemoveChannelMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveChannelMutation = { channelRemove: { channel: { id: string, removedAt: string | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type PluginsQueryVariables = Exact<{
  language: string;
}>;


export type PluginsQuery = { plugins: Array<{ title: string, id: string, name: string, apiVersion: number, bundled: boolean, stateMessage: string | null, signedBy: string | null, previousVersion: string | null, channelTypes: Array<string>, running: boolean, restarts: number, memoryBytes: number | null, release: string, pluginState: PluginState, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, issues: Array<{ id: string, severity: IssueSeverity, title: string, learnMore: string | null }> }>, pluginSources: { npm: boolean, publishers: Array<string>, signedOnly: boolean } };

export type InstallPluginMutationVariables = Exact<{
  source: string;
  approve: boolean;
}>;


export type InstallPluginMutation = { pluginInstall: { name: string | null, version: string | null, signature: PluginSignature | null, signedBy: string | null, plugin: { id: string, name: string, apiVersion: number, bundled: boolean, stateMessage: string | null, signedBy: string | null, previousVersion: string | null, channelTypes: Array<string>, running: boolean, restarts: number, memoryBytes: number | null, release: string, pluginState: PluginState, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, issues: Array<{ id: string, severity: IssueSeverity, title: string, learnMore: string | null }> } | null, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetPluginEnabledMutationVariables = Exact<{
  id: string | number;
  enabled: boolean;
}>;


export type SetPluginEnabledMutation = { pluginSetEnabled: { plugin: { id: string, name: string, apiVersion: number, bundled: boolean, stateMessage: string | null, signedBy: string | null, previousVersion: string | null, channelTypes: Array<string>, running: boolean, restarts: number, memoryBytes: number | null, release: string, pluginState: PluginState, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, issues: Array<{ id: string, severity: IssueSeverity, title: string, learnMore: string | null }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RollBackPluginMutationVariables = Exact<{
  id: string | number;
}>;


export type RollBackPluginMutation = { pluginRollBack: { plugin: { id: string, name: string, apiVersion: number, bundled: boolean, stateMessage: string | null, signedBy: string | null, previousVersion: string | null, channelTypes: Array<string>, running: boolean, restarts: number, memoryBytes: number | null, release: string, pluginState: PluginState, grants: Array<{ kind: PluginGrantKind, values: Array<string> }>, issues: Array<{ id: string, severity: IssueSeverity, title: string, learnMore: string | null }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemovePluginMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePluginMutation = { pluginRemove: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TokensQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensQuery = { apiTokens: Array<{ id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, deprecatedUses: Array<{ part: string, reason: string, uses: number, lastAt: string }> }> };

export type CreateTokenMutationVariables = Exact<{
  name: string;
  scopes: Array<Scope> | Scope;
  expiresAt?: string | null | undefined;
}>;


export type CreateTokenMutation = { apiTokenCreate: { token: string | null, apiToken: { id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RevokeTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeTokenMutation = { apiTokenRevoke: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { sessions: Array<{ id: string, createdAt: string, lastSeenAt: string, expiresAt: string, ip: string | null, userAgent: string | null, current: boolean }> };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { sessionRevoke: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { sessionsRevokeOthers: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SignOutAgentMutationVariables = Exact<{
  id: string | number;
}>;


export type SignOutAgentMutation = { agentSignOut: { userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SignOutEverybodyMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverybodyMutation = { everybodySignOut: { ended: number, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeadJobsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DeadJobsQuery = { deadJobs: { position: string, nodes: Array<{ id: string, name: string, attempts: number, error: string, failedAt: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type RetryJobMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryJobMutation = { jobRetry: { id: string | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SystemChecksQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemChecksQuery = { sendingPaused: boolean, systemCheck: Array<{ key: string, ok: boolean, message: string }> };

export type MailCheckFieldsFragment = { channel: { id: string, name: string }, last: { address: string, startedAt: string, state: MailCheckState, legs: Array<{ key: MailCheckLegKey, verdict: MailCheckVerdict, message: string }> } | null };

export type MailChecksQueryVariables = Exact<{ [key: string]: never; }>;


export type MailChecksQuery = { mailChecks: Array<{ channel: { id: string, name: string }, last: { address: string, startedAt: string, state: MailCheckState, legs: Array<{ key: MailCheckLegKey, verdict: MailCheckVerdict, message: string }> } | null }> };

export type StartMailCheckMutationVariables = Exact<{
  channelId: string | number;
}>;


export type StartMailCheckMutation = { mailCheckStart: { mailCheck: { channel: { id: string, name: string }, last: { address: string, startedAt: string, state: MailCheckState, legs: Array<{ key: MailCheckLegKey, verdict: MailCheckVerdict, message: string }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type AlarmsQueryVariables = Exact<{ [key: string]: never; }>;


export type AlarmsQuery = { alarms: { nodes: Array<{ id: string, key: string, message: string, raisedAt: string, clearedAt: string | null }> } };

export type PauseSendingMutationVariables = Exact<{
  paused: boolean;
}>;


export type PauseSendingMutation = { sendingPause: { paused: boolean | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetDemoMutationVariables = Exact<{
  present: boolean;
}>;


export type SetDemoMutation = { demoSet: { present: boolean, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type ExplorerOnQueryVariables = Exact<{ [key: string]: never; }>;


export type ExplorerOnQuery = { apiExplorer: boolean };

export type SlaLimitsFragment = { version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts };

export type SlaInboxFragment = { id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ id: string, name: string }>, slaPolicy: { version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts }, slaPolicies: Array<{ version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts, channel: { id: string } | null }>, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null };

export type SlaPoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type SlaPoliciesQuery = { inboxes: Array<{ id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ id: string, name: string }>, slaPolicy: { version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts }, slaPolicies: Array<{ version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts, channel: { id: string } | null }>, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null }> };

export type SaveSlaPolicyMutationVariables = Exact<{
  hours: WorkingHoursSaveInput;
  withHours: boolean;
  policy: SlaPolicySaveInput;
}>;


export type SaveSlaPolicyMutation = { workingHoursSave?: { inbox: { id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ id: string, name: string }>, slaPolicy: { version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts }, slaPolicies: Array<{ version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts, channel: { id: string } | null }>, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > }, slaPolicySave: { inbox: { id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ id: string, name: string }>, slaPolicy: { version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts }, slaPolicies: Array<{ version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts, channel: { id: string } | null }>, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type RemoveSlaPolicyMutationVariables = Exact<{
  input: SlaPolicyRemoveInput;
}>;


export type RemoveSlaPolicyMutation = { slaPolicyRemove: { inbox: { id: string, version: number, name: string, inboxCan: Array<InboxAction>, channels: Array<{ id: string, name: string }>, slaPolicy: { version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts }, slaPolicies: Array<{ version: number, firstMinutes: number | null, nextMinutes: number | null, closingMinutes: number | null, counts: SlaCounts, channel: { id: string } | null }>, workingHours: { version: number, timeZone: string, slots: Array<{ weekday: Weekday, from: string, until: string }>, daysOff: Array<{ from: string, until: string, name: string }> } | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type TeamLineFragment = { id: string, version: number, name: string, members: Array<{ membership: TeamMembership, agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, inboxes: Array<{ id: string, name: string }> };

export type TeamsQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamsQuery = { teams: Array<{ id: string, version: number, name: string, members: Array<{ membership: TeamMembership, agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, inboxes: Array<{ id: string, name: string }> }>, agents: Array<{ id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability }> };

export type SaveTeamMutationVariables = Exact<{
  input: TeamSaveInput;
}>;


export type SaveTeamMutation = { teamSave: { team: { id: string, version: number, name: string, members: Array<{ membership: TeamMembership, agent: { id: string, name: string, email: string, avatarUrl: string | null, role: WorkspaceRole, availability: Availability } }>, inboxes: Array<{ id: string, name: string }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteTeamMutationVariables = Exact<{
  id: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type DeleteTeamMutation = { teamDelete: { deletedIds: Array<string>, userErrors: Array<
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

const AccessLinkFields = 'fragment AccessLinkFields on AccessLinkPayload{agent{...PersonLine}link expiresAt mailed userErrors{...Problem}}';
const AgentHours = 'fragment AgentHours on Agent{...AgentPresent workingHours{version timeZone slots{weekday from until}daysOff{from until name}}}';
const AgentName = 'fragment AgentName on Agent{id name email avatarUrl role availability}';
const AgentPresent = 'fragment AgentPresent on Agent{...AgentName presence{...Presence}}';
const AuditLine = 'fragment AuditLine on AuditEntry{id at actor{kind id name}action objectId objectName changes{field before after}ip}';
const AutoAnswerInbox = 'fragment AutoAnswerInbox on Inbox{id version name inboxCan:viewerCan acknowledgement{version mode subject text}workingHours{version timeZone slots{weekday from until}}}';
const CameInLine = 'fragment CameInLine on InboundItem{id receivedAt state reason(language:$language)from mailSubject:subject importable unparsed rawUrl channel{id version name account}conversation{id version number subject placement}}';
const CapabilityFields = 'fragment CapabilityFields on Capabilities{outbound maxTextLength formats compose files replyWindowHours}';
const ChannelLine = 'fragment ChannelLine on Channel{id version createdAt name account kind:type{type title(language:$language)icon}inbox{id name}active authorized state stateMessage lastInboundAt lastOutboundAt lastSuccessAt lagSeconds}';
const CheckLine = 'fragment CheckLine on ChannelCheck{title ok message fix}';
const FilterRules = 'fragment FilterRules on Channel{id version filterRules{key title(language:$language)to strict on}}';
const InboxHead = 'fragment InboxHead on Inbox{id version name audience isDefault viewerRole undoSeconds inboxCan:viewerCan views{key group title(language:$language)icon count}channels{id version name account state stateMessage active}}';
const MailChannel = 'fragment MailChannel on Channel{id name account}';
const MailCheckFields = 'fragment MailCheckFields on ChannelMailCheck{channel{id name}last{address startedAt state legs{key verdict message}}}';
const PersonLine = 'fragment PersonLine on Agent{...AgentName ...AgentPresent seat state version invitedUntil openCount hasSecondFactor signsInWithProvider hasPasskey teams{team{id name}}}';
const PluginLine = 'fragment PluginLine on Plugin{id name release:version apiVersion bundled pluginState:state stateMessage grants{kind values}signedBy previousVersion channelTypes running restarts memoryBytes issues{id severity title learnMore}}';
const Presence = 'fragment Presence on AgentPresence{version status source reassignReplies until setByName viewerCanSet}';
const Problem = 'fragment Problem on UserError{__typename code message path}';
const ResponderLine = 'fragment ResponderLine on Responder{id version name type inboxIds active stateMessage settings secretsSet}';
const SenderRuleLine = 'fragment SenderRuleLine on SenderRule{id kind value contact{id version fullName:name}createdByName createdAt}';
const SetupAnswer = 'fragment SetupAnswer on ChannelSetupPayload{place{channelId inboxId type reauth}step form redirectUrl display channel{...ChannelLine}checks{...CheckLine}userErrors{...Problem}}';
const SlaInbox = 'fragment SlaInbox on Inbox{id version name inboxCan:viewerCan channels{id name}slaPolicy{...SlaLimits}slaPolicies{channel{id}...SlaLimits}workingHours{version timeZone slots{weekday from until}daysOff{from until name}}}';
const SlaLimits = 'fragment SlaLimits on SlaPolicy{version firstMinutes nextMinutes closingMinutes counts}';
const SystemMailFields = 'fragment SystemMailFields on SystemMail{channel{...MailChannel}candidates{...MailChannel}}';
const TeamLine = 'fragment TeamLine on Team{id version name members{agent{...AgentName}membership}inboxes{id name}}';
export const AuditDocument = ('query Audit($filter:AuditFilter$after:String){auditEntries(filter:$filter first:50 after:$after){nodes{...AuditLine}pageInfo{hasNextPage endCursor}}}' + AuditLine) as unknown as TypedDocumentNode<AuditQuery, AuditQueryVariables>;
export const AutoAnswersDocument = ('query AutoAnswers{inboxes{...AutoAnswerInbox}}' + AutoAnswerInbox) as unknown as TypedDocumentNode<AutoAnswersQuery, AutoAnswersQueryVariables>;
export const SaveAutoAnswerDocument = ('mutation SaveAutoAnswer($hours:WorkingHoursSaveInput!$withHours:Boolean!$answer:AcknowledgementSaveInput!){workingHoursSave(input:$hours)@include(if:$withHours){inbox{...AutoAnswerInbox}userErrors{...Problem}}acknowledgementSave(input:$answer){inbox{...AutoAnswerInbox}userErrors{...Problem}}}' + AutoAnswerInbox + Problem) as unknown as TypedDocumentNode<SaveAutoAnswerMutation, SaveAutoAnswerMutationVariables>;
export const SenderRulesDocument = ('query SenderRules($inboxId:ID!$kind:SenderRuleKind!$after:String){senderRules(inboxId:$inboxId kind:$kind first:50 after:$after){position nodes{...SenderRuleLine}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}' + SenderRuleLine) as unknown as TypedDocumentNode<SenderRulesQuery, SenderRulesQueryVariables>;
export const SaveSenderRuleDocument = ('mutation SaveSenderRule($input:SenderRuleInput!){senderRuleSave(input:$input){senderRule{...SenderRuleLine}userErrors{...Problem}}}' + Problem + SenderRuleLine) as unknown as TypedDocumentNode<SaveSenderRuleMutation, SaveSenderRuleMutationVariables>;
export const RemoveSenderRuleDocument = ('mutation RemoveSenderRule($id:ID!){senderRuleRemove(id:$id){id userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemoveSenderRuleMutation, RemoveSenderRuleMutationVariables>;
export const FilterSettingsDocument = ('query FilterSettings($language:String){inboxes{id version name inboxCan:viewerCan channels{name account kind:type{type icon}...FilterRules}}}' + FilterRules) as unknown as TypedDocumentNode<FilterSettingsQuery, FilterSettingsQueryVariables>;
export const SetFilterRuleDocument = ('mutation SetFilterRule($channelId:ID!$key:String!$on:Boolean!$language:String){channelFilterRuleSet(channelId:$channelId key:$key on:$on){channel{...FilterRules}userErrors{...Problem}}}' + FilterRules + Problem) as unknown as TypedDocumentNode<SetFilterRuleMutation, SetFilterRuleMutationVariables>;
export const AgentHoursDocument = ('query AgentHours{viewer{...AgentHours}}' + AgentHours + AgentName + AgentPresent + Presence) as unknown as TypedDocumentNode<AgentHoursQuery, AgentHoursQueryVariables>;
export const SaveAgentHoursDocument = ('mutation SaveAgentHours($input:AgentHoursSaveInput!){agentHoursSave(input:$input){agent{...AgentHours}userErrors{...Problem}}}' + AgentHours + AgentName + AgentPresent + Presence + Problem) as unknown as TypedDocumentNode<SaveAgentHoursMutation, SaveAgentHoursMutationVariables>;
export const InboxDeletionsDocument = ('query InboxDeletions{inboxDeletions{id name total done}inboxLimit}') as unknown as TypedDocumentNode<InboxDeletionsQuery, InboxDeletionsQueryVariables>;
export const InboxSizeDocument = ('query InboxSize($id:ID!){node(id:$id){__typename id ...on Inbox{conversationCount}}}') as unknown as TypedDocumentNode<InboxSizeQuery, InboxSizeQueryVariables>;
export const DeleteInboxDocument = ('mutation DeleteInbox($input:InboxDeleteInput!){inboxDelete(input:$input){deletion{id total}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteInboxMutation, DeleteInboxMutationVariables>;
export const SetDefaultInboxDocument = ('mutation SetDefaultInbox($id:ID!){inboxSetDefault(id:$id){inbox{id version isDefault}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SetDefaultInboxMutation, SetDefaultInboxMutationVariables>;
export const DisconnectedChannelsDocument = ('query DisconnectedChannels($language:String){disconnectedChannels{...ChannelLine}}' + ChannelLine) as unknown as TypedDocumentNode<DisconnectedChannelsQuery, DisconnectedChannelsQueryVariables>;
export const AttachChannelDocument = ('mutation AttachChannel($id:ID!$inboxId:ID!$language:String){channelAttach(id:$id inboxId:$inboxId){channel{...ChannelLine}userErrors{...Problem}}}' + ChannelLine + Problem) as unknown as TypedDocumentNode<AttachChannelMutation, AttachChannelMutationVariables>;
export const CameInDocument = ('query CameIn($state:[InboundState!]$channelId:ID$after:String$language:String){inboundItems(state:$state channelId:$channelId first:50 after:$after){position nodes{...CameInLine}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}' + CameInLine) as unknown as TypedDocumentNode<CameInQuery, CameInQueryVariables>;
export const LedgerChannelsDocument = ('query LedgerChannels{inboxes{id version name inboxCan:viewerCan channels{id version name account}}}') as unknown as TypedDocumentNode<LedgerChannelsQuery, LedgerChannelsQueryVariables>;
export const CameInByIdDocument = ('query CameInById($id:ID!$language:String){node(id:$id){__typename id ...on InboundItem{...CameInLine}}}' + CameInLine) as unknown as TypedDocumentNode<CameInByIdQuery, CameInByIdQueryVariables>;
export const ReplayItemDocument = ('mutation ReplayItem($id:ID!$language:String){inboundItemReplay(id:$id){inboundItem{...CameInLine}userErrors{...Problem}}}' + CameInLine + Problem) as unknown as TypedDocumentNode<ReplayItemMutation, ReplayItemMutationVariables>;
export const ImportItemDocument = ('mutation ImportItem($id:ID!$language:String){inboundItemImport(id:$id){inboundItem{...CameInLine}userErrors{...Problem}}}' + CameInLine + Problem) as unknown as TypedDocumentNode<ImportItemMutation, ImportItemMutationVariables>;
export const LinkedAccountsDocument = ('query LinkedAccounts{linkedAccounts{id name through}}') as unknown as TypedDocumentNode<LinkedAccountsQuery, LinkedAccountsQueryVariables>;
export const AccountOfferDocument = ('query AccountOffer($offer:String!){accountOffer(offer:$offer){name through}}') as unknown as TypedDocumentNode<AccountOfferQuery, AccountOfferQueryVariables>;
export const LinkAccountDocument = ('mutation LinkAccount($offer:String!){accountLink(offer:$offer){account{id}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<LinkAccountMutation, LinkAccountMutationVariables>;
export const UnlinkAccountDocument = ('mutation UnlinkAccount($id:ID!){accountUnlink(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<UnlinkAccountMutation, UnlinkAccountMutationVariables>;
export const PeopleDocument = ('query People{people{...PersonLine}systemMail{...SystemMailFields}}' + AgentName + AgentPresent + MailChannel + PersonLine + Presence + SystemMailFields) as unknown as TypedDocumentNode<PeopleQuery, PeopleQueryVariables>;
export const InviteAgentDocument = ('mutation InviteAgent($input:AgentInviteInput!){agentInvite(input:$input){...AccessLinkFields}}' + AccessLinkFields + AgentName + AgentPresent + PersonLine + Presence + Problem) as unknown as TypedDocumentNode<InviteAgentMutation, InviteAgentMutationVariables>;
export const CreateAccessLinkDocument = ('mutation CreateAccessLink($id:ID!$mail:Boolean!){agentLinkCreate(id:$id mail:$mail){...AccessLinkFields}}' + AccessLinkFields + AgentName + AgentPresent + PersonLine + Presence + Problem) as unknown as TypedDocumentNode<CreateAccessLinkMutation, CreateAccessLinkMutationVariables>;
export const RevokeInviteDocument = ('mutation RevokeInvite($id:ID!){agentInviteRevoke(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RevokeInviteMutation, RevokeInviteMutationVariables>;
export const UpdateAgentDocument = ('mutation UpdateAgent($input:AgentUpdateInput!){agentUpdate(input:$input){agent{...PersonLine}userErrors{...Problem}}}' + AgentName + AgentPresent + PersonLine + Presence + Problem) as unknown as TypedDocumentNode<UpdateAgentMutation, UpdateAgentMutationVariables>;
export const DeactivateAgentDocument = ('mutation DeactivateAgent($input:AgentDeactivateInput!){agentDeactivate(input:$input){agent{...PersonLine}userErrors{...Problem}}}' + AgentName + AgentPresent + PersonLine + Presence + Problem) as unknown as TypedDocumentNode<DeactivateAgentMutation, DeactivateAgentMutationVariables>;
export const ReactivateAgentDocument = ('mutation ReactivateAgent($id:ID!){agentReactivate(id:$id){agent{...PersonLine}userErrors{...Problem}}}' + AgentName + AgentPresent + PersonLine + Presence + Problem) as unknown as TypedDocumentNode<ReactivateAgentMutation, ReactivateAgentMutationVariables>;
export const SaveProfileDocument = ('mutation SaveProfile($input:ProfileSaveInput!){profileSave(input:$input){agent{id name locale timeZone avatarUrl meetingUrl}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SaveProfileMutation, SaveProfileMutationVariables>;
export const ChangePasswordDocument = ('mutation ChangePassword($current:String!$password:String!){passwordChange(current:$current password:$password){userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SaveSystemMailDocument = ('mutation SaveSystemMail($channelId:ID){systemMailSave(channelId:$channelId){systemMail{...SystemMailFields}userErrors{...Problem}}}' + MailChannel + Problem + SystemMailFields) as unknown as TypedDocumentNode<SaveSystemMailMutation, SaveSystemMailMutationVariables>;
export const OwnProfileDocument = ('query OwnProfile{viewer{id name locale timeZone avatarUrl meetingUrl}}') as unknown as TypedDocumentNode<OwnProfileQuery, OwnProfileQueryVariables>;
export const RespondersDocument = ('query Responders($language:String){responders{...ResponderLine}responderTypes{type title(language:$language)icon page canTry}inboxes{id name}}' + ResponderLine) as unknown as TypedDocumentNode<RespondersQuery, RespondersQueryVariables>;
export const ResponderPagesDocument = ('query ResponderPages($language:String){responderTypes{type title(language:$language)icon page}responders{id type inboxIds active}}') as unknown as TypedDocumentNode<ResponderPagesQuery, ResponderPagesQueryVariables>;
export const ResponderFormDocument = ('query ResponderForm($id:ID!){responderTypes{type settingsSchema(responderId:$id)}}') as unknown as TypedDocumentNode<ResponderFormQuery, ResponderFormQueryVariables>;
export const ResponderPicksDocument = ('query ResponderPicks($language:String){agents{id name}teams{id name}contactProperties{id label}pipelines(type:TICKET){id name stages{id name}}plugins{id name actions{instanceId name title(language:$language)}}}') as unknown as TypedDocumentNode<ResponderPicksQuery, ResponderPicksQueryVariables>;
export const ResponderChoicesDocument = ('query ResponderChoices($input:ResponderChoicesInput!$language:String){responderChoices(input:$input){choices{value label help(language:$language)}note(language:$language)userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ResponderChoicesQuery, ResponderChoicesQueryVariables>;
export const SaveResponderDocument = ('mutation SaveResponder($input:ResponderSaveInput!){responderSave(input:$input){responder{...ResponderLine}userErrors{...Problem}}}' + Problem + ResponderLine) as unknown as TypedDocumentNode<SaveResponderMutation, SaveResponderMutationVariables>;
export const TestResponderDocument = ('mutation TestResponder($input:ResponderTestInput!){responderTest(input:$input){ok account checks{...CheckLine}userErrors{...Problem}}}' + CheckLine + Problem) as unknown as TypedDocumentNode<TestResponderMutation, TestResponderMutationVariables>;
export const DeleteResponderDocument = ('mutation DeleteResponder($id:ID!){responderDelete(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteResponderMutation, DeleteResponderMutationVariables>;
export const TryResponderDocument = ('mutation TryResponder($input:ResponderTryInput!){responderTry(input:$input){turn{lines{from text options}state over}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<TryResponderMutation, TryResponderMutationVariables>;
export const SecondFactorDocument = ('query SecondFactor{secondFactor{on since recoveryCodesLeft required}}') as unknown as TypedDocumentNode<SecondFactorQuery, SecondFactorQueryVariables>;
export const BeginSecondFactorDocument = ('mutation BeginSecondFactor($password:String!){secondFactorBegin(password:$password){key uri userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<BeginSecondFactorMutation, BeginSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = ('mutation ConfirmSecondFactor($code:String!){secondFactorConfirm(code:$code){recoveryCodes userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const RemoveSecondFactorDocument = ('mutation RemoveSecondFactor($code:String!){secondFactorRemove(code:$code){userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemoveSecondFactorMutation, RemoveSecondFactorMutationVariables>;
export const RenewRecoveryCodesDocument = ('mutation RenewRecoveryCodes($code:String!){recoveryCodesRenew(code:$code){recoveryCodes userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const RequireSecondFactorDocument = ('mutation RequireSecondFactor($required:Boolean!){secondFactorRequire(required:$required){secondFactor{on since recoveryCodesLeft required}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RequireSecondFactorMutation, RequireSecondFactorMutationVariables>;
export const ResetSecondFactorDocument = ('mutation ResetSecondFactor($id:ID!){agentSecondFactorReset(id:$id){agent{id hasSecondFactor}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const ResetSignInDocument = ('mutation ResetSignIn($id:ID!){agentSignInReset(id:$id){agent{id signsInWithProvider}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<ResetSignInMutation, ResetSignInMutationVariables>;
export const RemovePasskeysDocument = ('mutation RemovePasskeys($id:ID!){agentPasskeysRemove(id:$id){agent{id hasPasskey}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemovePasskeysMutation, RemovePasskeysMutationVariables>;
export const InboxSettingsDocument = ('query InboxSettings($language:String){inboxes{id version name audience isDefault undoSeconds reopenDays joinBySubject closedKeptDays signature{html text}inboxCan:viewerCan members{agent{...AgentName}role}grants{agent{id name}team{id name}role}channels{...ChannelLine}}agents{...AgentName seat}teams{id name}}' + AgentName + ChannelLine) as unknown as TypedDocumentNode<InboxSettingsQuery, InboxSettingsQueryVariables>;
export const SaveInboxDocument = ('mutation SaveInbox($input:InboxSaveInput!$language:String){inboxSave(input:$input){inbox{...InboxHead signature{html text}members{agent{...AgentName}role}}userErrors{...Problem}}}' + AgentName + InboxHead + Problem) as unknown as TypedDocumentNode<SaveInboxMutation, SaveInboxMutationVariables>;
export const ChannelTypesDocument = ('query ChannelTypes($language:String){channelTypes{type title(language:$language)icon settingsSchema hasSetup capabilities{...CapabilityFields}}}' + CapabilityFields) as unknown as TypedDocumentNode<ChannelTypesQuery, ChannelTypesQueryVariables>;
export const ChannelSettingsDocument = ('query ChannelSettings($id:ID!$language:String){node(id:$id){__typename id ...on Channel{...ChannelLine settings secretsSet}}}' + ChannelLine) as unknown as TypedDocumentNode<ChannelSettingsQuery, ChannelSettingsQueryVariables>;
export const TestChannelDocument = ('mutation TestChannel($input:ChannelTestInput!){channelTest(input:$input){ok account checks{...CheckLine}userErrors{...Problem}}}' + CheckLine + Problem) as unknown as TypedDocumentNode<TestChannelMutation, TestChannelMutationVariables>;
export const PreviewChannelDocument = ('mutation PreviewChannel($input:ChannelPreviewInput!){channelPreview(input:$input){page userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<PreviewChannelMutation, PreviewChannelMutationVariables>;
export const SetupChannelDocument = ('mutation SetupChannel($input:ChannelSetupInput!$language:String){channelSetup(input:$input){...SetupAnswer}}' + ChannelLine + CheckLine + Problem + SetupAnswer) as unknown as TypedDocumentNode<SetupChannelMutation, SetupChannelMutationVariables>;
export const ReturnToSetupDocument = ('mutation ReturnToSetup($state:String!$data:JSON!$language:String){channelSetupReturn(state:$state data:$data){...SetupAnswer}}' + ChannelLine + CheckLine + Problem + SetupAnswer) as unknown as TypedDocumentNode<ReturnToSetupMutation, ReturnToSetupMutationVariables>;
export const SetChannelActiveDocument = ('mutation SetChannelActive($id:ID!$active:Boolean!$language:String){channelSetActive(id:$id active:$active){channel{...ChannelLine}userErrors{...Problem}}}' + ChannelLine + Problem) as unknown as TypedDocumentNode<SetChannelActiveMutation, SetChannelActiveMutationVariables>;
export const RemoveChannelDocument = ('mutation RemoveChannel($id:ID!){channelRemove(id:$id){channel{id removedAt}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemoveChannelMutation, RemoveChannelMutationVariables>;
export const PluginsDocument = ('query Plugins($language:String!){plugins{title(language:$language)...PluginLine}pluginSources{npm publishers signedOnly}}' + PluginLine) as unknown as TypedDocumentNode<PluginsQuery, PluginsQueryVariables>;
export const InstallPluginDocument = ('mutation InstallPlugin($source:String!$approve:Boolean!){pluginInstall(source:$source approve:$approve){plugin{...PluginLine}grants{kind values}name version signature signedBy userErrors{...Problem}}}' + PluginLine + Problem) as unknown as TypedDocumentNode<InstallPluginMutation, InstallPluginMutationVariables>;
export const SetPluginEnabledDocument = ('mutation SetPluginEnabled($id:ID!$enabled:Boolean!){pluginSetEnabled(id:$id enabled:$enabled){plugin{...PluginLine}userErrors{...Problem}}}' + PluginLine + Problem) as unknown as TypedDocumentNode<SetPluginEnabledMutation, SetPluginEnabledMutationVariables>;
export const RollBackPluginDocument = ('mutation RollBackPlugin($id:ID!){pluginRollBack(id:$id){plugin{...PluginLine}userErrors{...Problem}}}' + PluginLine + Problem) as unknown as TypedDocumentNode<RollBackPluginMutation, RollBackPluginMutationVariables>;
export const RemovePluginDocument = ('mutation RemovePlugin($id:ID!){pluginRemove(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RemovePluginMutation, RemovePluginMutationVariables>;
export const TokensDocument = ('query Tokens{apiTokens{id name scopes createdAt expiresAt lastUsedAt deprecatedUses{part reason uses lastAt}}}') as unknown as TypedDocumentNode<TokensQuery, TokensQueryVariables>;
export const CreateTokenDocument = ('mutation CreateToken($name:String!$scopes:[Scope!]!$expiresAt:DateTime){apiTokenCreate(name:$name scopes:$scopes expiresAt:$expiresAt){apiToken{id name scopes createdAt expiresAt lastUsedAt}token userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<CreateTokenMutation, CreateTokenMutationVariables>;
export const RevokeTokenDocument = ('mutation RevokeToken($id:ID!){apiTokenRevoke(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const SessionsDocument = ('query Sessions{sessions{id createdAt lastSeenAt expiresAt ip userAgent current}}') as unknown as TypedDocumentNode<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = ('mutation RevokeSession($id:ID!){sessionRevoke(id:$id){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RevokeOtherSessionsDocument = ('mutation RevokeOtherSessions{sessionsRevokeOthers{deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const SignOutAgentDocument = ('mutation SignOutAgent($id:ID!){agentSignOut(id:$id){userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SignOutAgentMutation, SignOutAgentMutationVariables>;
export const SignOutEverybodyDocument = ('mutation SignOutEverybody{everybodySignOut{ended userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SignOutEverybodyMutation, SignOutEverybodyMutationVariables>;
export const DeadJobsDocument = ('query DeadJobs($after:String){deadJobs(first:50 after:$after){position nodes{id name attempts error failedAt}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}') as unknown as TypedDocumentNode<DeadJobsQuery, DeadJobsQueryVariables>;
export const RetryJobDocument = ('mutation RetryJob($id:ID!){jobRetry(id:$id){id userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<RetryJobMutation, RetryJobMutationVariables>;
export const SystemChecksDocument = ('query SystemChecks{systemCheck{key ok message}sendingPaused}') as unknown as TypedDocumentNode<SystemChecksQuery, SystemChecksQueryVariables>;
export const MailChecksDocument = ('query MailChecks{mailChecks{...MailCheckFields}}' + MailCheckFields) as unknown as TypedDocumentNode<MailChecksQuery, MailChecksQueryVariables>;
export const StartMailCheckDocument = ('mutation StartMailCheck($channelId:ID!){mailCheckStart(channelId:$channelId){mailCheck{...MailCheckFields}userErrors{...Problem}}}' + MailCheckFields + Problem) as unknown as TypedDocumentNode<StartMailCheckMutation, StartMailCheckMutationVariables>;
export const AlarmsDocument = ('query Alarms{alarms(first:20){nodes{id key message raisedAt clearedAt}}}') as unknown as TypedDocumentNode<AlarmsQuery, AlarmsQueryVariables>;
export const PauseSendingDocument = ('mutation PauseSending($paused:Boolean!){sendingPause(paused:$paused){paused userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<PauseSendingMutation, PauseSendingMutationVariables>;
export const SetDemoDocument = ('mutation SetDemo($present:Boolean!){demoSet(present:$present){present userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<SetDemoMutation, SetDemoMutationVariables>;
export const ExplorerOnDocument = ('query ExplorerOn{apiExplorer}') as unknown as TypedDocumentNode<ExplorerOnQuery, ExplorerOnQueryVariables>;
export const SlaPoliciesDocument = ('query SlaPolicies{inboxes{...SlaInbox}}' + SlaInbox + SlaLimits) as unknown as TypedDocumentNode<SlaPoliciesQuery, SlaPoliciesQueryVariables>;
export const SaveSlaPolicyDocument = ('mutation SaveSlaPolicy($hours:WorkingHoursSaveInput!$withHours:Boolean!$policy:SlaPolicySaveInput!){workingHoursSave(input:$hours)@include(if:$withHours){inbox{...SlaInbox}userErrors{...Problem}}slaPolicySave(input:$policy){inbox{...SlaInbox}userErrors{...Problem}}}' + Problem + SlaInbox + SlaLimits) as unknown as TypedDocumentNode<SaveSlaPolicyMutation, SaveSlaPolicyMutationVariables>;
export const RemoveSlaPolicyDocument = ('mutation RemoveSlaPolicy($input:SlaPolicyRemoveInput!){slaPolicyRemove(input:$input){inbox{...SlaInbox}userErrors{...Problem}}}' + Problem + SlaInbox + SlaLimits) as unknown as TypedDocumentNode<RemoveSlaPolicyMutation, RemoveSlaPolicyMutationVariables>;
export const TeamsDocument = ('query Teams{teams{...TeamLine}agents{...AgentName}}' + AgentName + TeamLine) as unknown as TypedDocumentNode<TeamsQuery, TeamsQueryVariables>;
export const SaveTeamDocument = ('mutation SaveTeam($input:TeamSaveInput!){teamSave(input:$input){team{...TeamLine}userErrors{...Problem}}}' + AgentName + Problem + TeamLine) as unknown as TypedDocumentNode<SaveTeamMutation, SaveTeamMutationVariables>;
export const DeleteTeamDocument = ('mutation DeleteTeam($id:ID!$expectedVersion:Int){teamDelete(id:$id expectedVersion:$expectedVersion){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteTeamMutation, DeleteTeamMutationVariables>;