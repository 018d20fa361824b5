/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export type AutomationActionInput = {
  /** For ASSIGN_AGENT. */
  agentId?: string | number | null | undefined;
  /** For SNOOZE: 1 to 672. */
  hours?: number | null | undefined;
  kind: AutomationActionKind;
  /** For REPLY: one that is shared. */
  snippetId?: string | number | null | undefined;
  /** For ADD_TAG and REMOVE_TAG. */
  tagId?: string | number | null | undefined;
  /** For ASSIGN_TEAM. */
  teamId?: string | number | null | undefined;
  /** For COMMENT; at most 5,000 characters. */
  text?: string | null | undefined;
  /** For WEBHOOK. */
  webhookId?: string | number | null | undefined;
};

export type AutomationActionKind =
  | 'ADD_TAG'
  | 'ASSIGN_AGENT'
  | 'ASSIGN_TEAM'
  | 'CLOSE'
  | 'COMMENT'
  | 'REMOVE_TAG'
  | 'REOPEN'
  /** Sent as the inbox, marked as automatic, to who wrote last; never to a machine, and at most once a day to one sender (RFC 3834). */
  | 'REPLY'
  | 'SNOOZE'
  | 'SPAM'
  | 'UNASSIGN'
  /** Tells one webhook, whatever else it hears, with an event `automation.told`; it must be switched on and hear of the inbox. */
  | 'WEBHOOK';

export type AutomationActionOutcome =
  | 'DONE'
  | 'FAILED'
  /** It was so already. */
  | 'UNCHANGED';

export type AutomationConditionInput = {
  field: AutomationField;
  operator: AutomationOperator;
  /** At most 20, of at most 200 characters each. */
  values?: Array<string>;
};

export type AutomationField =
  | 'ASSIGNEE'
  /** The kind of channel that it came by, as the views of an inbox have them, such as `mail`. */
  | 'CHANNEL'
  /** The customer's addresses; a value that begins with @ stands for all of a domain. */
  | 'CUSTOMER'
  | 'INBOX'
  /** OPEN, SNOOZED or CLOSED. */
  | 'STATUS'
  | 'SUBJECT'
  /** IS: any of them; IS_NOT: none of them. */
  | 'TAGS'
  | 'TEAM'
  /** IS: within; IS_NOT: outside. No values. An inbox without hours is always within. */
  | 'WORKING_HOURS';

export type AutomationOperator =
  /** A part of it, whatever the case. */
  | 'CONTAINS'
  /** Any of the values. */
  | 'IS'
  | 'IS_EMPTY'
  /** None of the values. */
  | 'IS_NOT'
  | 'IS_NOT_EMPTY';

export type AutomationPart =
  | 'ACTION'
  | 'CONDITION'
  | 'RULE';

/** Why something was not done. More will come: keep a default branch. */
export type AutomationReason =
  /** The address is known not to take mail. */
  | 'ADDRESS_TROUBLE'
  | 'AGENT_GONE'
  /** He does not work in the inbox. */
  | 'AGENT_OUTSIDE'
  /** Three answers by itself are enough for one conversation. */
  | 'ANSWERED_ENOUGH'
  /** The sender was answered by itself within the last day. */
  | 'ANSWERED_LATELY'
  /** A machine wrote it (R-LOOP). */
  | 'AUTOMATIC_MAIL'
  | 'INBOX_GONE'
  /** Something went wrong with us; the server's log says more. */
  | 'INTERNAL'
  /** There is no message of a customer that could be answered. */
  | 'NOTHING_TO_ANSWER'
  /** It does not lie in the inbox any more. */
  | 'NOT_IN_INBOX'
  /** No channel takes an answer now. */
  | 'NO_REPLY_ROUTE'
  /** Whose inboxes are meant is not there any more, or manages none. */
  | 'OWNER_GONE'
  /** Guard: the rule itself has caused the event. */
  | 'OWN_EFFECT'
  /** It is deleted, or not shared in the inbox. */
  | 'SNIPPET_GONE'
  | 'TAG_GONE'
  | 'TEAM_GONE'
  /** Nobody of the team works in the inbox. */
  | 'TEAM_OUTSIDE'
  /** Guard: four rules have set off each other already. */
  | 'TOO_DEEP'
  /** It happened more than a day ago. */
  | 'TOO_LATE'
  /** Guard: ten times for this conversation within an hour. */
  | 'TOO_OFTEN'
  /** The channel does not take this text. */
  | 'UNFIT'
  /** It is deleted, switched off, or does not hear of the inbox. */
  | 'WEBHOOK_GONE';

/** What a rule says. */
export type AutomationRuleInput = {
  /** 1 to 10. */
  actions: Array<AutomationActionInput>;
  /** At most 20; all must hold. */
  conditions?: Array<AutomationConditionInput>;
  /** Empty: all that the one who saves it manages. */
  inboxIds?: Array<string | number>;
  when: AutomationTrigger;
};

export type AutomationRuleSaveInput = {
  active?: boolean | null | undefined;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: number | null | undefined;
  /** Client-made for a new one, `aru_` and a UUIDv7. */
  id: string | number;
  /** At most 80 characters; needed for a new one. What is not given stays as it is. */
  name?: string | null | undefined;
  operationId?: string | number | null | undefined;
  /** Needed for a new one. */
  rule?: AutomationRuleInput | null | undefined;
};

export type AutomationRunOutcome =
  /** At least one action was not done. */
  | 'FAILED'
  | 'RAN'
  /** By the guard against loops; nothing was done. */
  | 'STOPPED';

/** What a rule begins with. */
export type AutomationTrigger =
  | 'ASSIGNED'
  | 'CONVERSATION_CREATED'
  /** The customer's own words, also of a machine; not those of a side thread. */
  | 'MESSAGE_RECEIVED'
  /** The time for our answer is over (D37). */
  | 'REPLY_OVERDUE'
  /** By a person or a bot; not what is sent by itself. */
  | 'REPLY_SENT'
  /** Closed, reopened, snoozed or woken. */
  | 'STATUS_CHANGED'
  | 'TAG_ADDED'
  | 'UNASSIGNED';

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

export type RuleLineFragment = { id: string, version: number, name: string, active: boolean, inboxIds: Array<string>, when: AutomationTrigger, conditions: Array<{ field: AutomationField, operator: AutomationOperator, values: Array<string> }>, actions: Array<{ kind: AutomationActionKind, tagId: string | null, agentId: string | null, teamId: string | null, snippetId: string | null, webhookId: string | null, hours: number | null, text: string | null }>, issues: Array<{ part: AutomationPart, index: number | null, reason: AutomationReason }> };

export type RunLineFragment = { id: string, at: string, event: AutomationTrigger, outcome: AutomationRunOutcome, reason: AutomationReason | null, conversation: { id: string, number: number, subject: string, inbox: { id: string } } | null, results: Array<{ kind: AutomationActionKind, outcome: AutomationActionOutcome, reason: AutomationReason | null }> };

export type AutomationRulesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AutomationRulesQuery = { automationRules: { nodes: Array<{ id: string, version: number, name: string, active: boolean, inboxIds: Array<string>, when: AutomationTrigger, conditions: Array<{ field: AutomationField, operator: AutomationOperator, values: Array<string> }>, actions: Array<{ kind: AutomationActionKind, tagId: string | null, agentId: string | null, teamId: string | null, snippetId: string | null, webhookId: string | null, hours: number | null, text: string | null }>, issues: Array<{ part: AutomationPart, index: number | null, reason: AutomationReason }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AutomationWordsQueryVariables = Exact<{
  admin: boolean;
}>;


export type AutomationWordsQuery = { tags: Array<{ id: string, name: string }>, teams: Array<{ id: string, name: string }>, snippets: Array<{ id: string, name: string, shared: boolean }>, webhooks?: Array<{ id: string, name: string, active: boolean }> };

export type AutomationRunsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type AutomationRunsQuery = { node:
    | { __typename: 'Agent', id: string }
    | { __typename: 'Alarm', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'AutomationRule', id: string, runs: { nodes: Array<{ id: string, at: string, event: AutomationTrigger, outcome: AutomationRunOutcome, reason: AutomationReason | null, conversation: { id: string, number: number, subject: string, inbox: { id: string } } | null, results: Array<{ kind: AutomationActionKind, outcome: AutomationActionOutcome, reason: AutomationReason | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
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
    | { __typename: 'Webhook', id: string }
   | null };

export type ConversationToTryQueryVariables = Exact<{
  number: number;
}>;


export type ConversationToTryQuery = { conversationByNumber: { id: string, number: number, subject: string } | null };

export type TryRuleQueryVariables = Exact<{
  rule: AutomationRuleInput;
  conversationId: string | number;
}>;


export type TryRuleQuery = { automationTry: { trial: { inScope: boolean, conditions: Array<boolean>, met: boolean, actions: Array<{ kind: AutomationActionKind, outcome: AutomationActionOutcome, reason: AutomationReason | null }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveRuleMutationVariables = Exact<{
  input: AutomationRuleSaveInput;
}>;


export type SaveRuleMutation = { automationRuleSave: { automationRule: { id: string, version: number, name: string, active: boolean, inboxIds: Array<string>, when: AutomationTrigger, conditions: Array<{ field: AutomationField, operator: AutomationOperator, values: Array<string> }>, actions: Array<{ kind: AutomationActionKind, tagId: string | null, agentId: string | null, teamId: string | null, snippetId: string | null, webhookId: string | null, hours: number | null, text: string | null }>, issues: Array<{ part: AutomationPart, index: number | null, reason: AutomationReason }> } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeleteRuleMutationVariables = Exact<{
  id: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type DeleteRuleMutation = { automationRuleDelete: { deletedIds: Array<string>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type OrderRulesMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type OrderRulesMutation = { automationRulesOrder: { automationRules: Array<{ id: string, version: number, name: string, active: boolean, inboxIds: Array<string>, when: AutomationTrigger, conditions: Array<{ field: AutomationField, operator: AutomationOperator, values: Array<string> }>, actions: Array<{ kind: AutomationActionKind, tagId: string | null, agentId: string | null, teamId: string | null, snippetId: string | null, webhookId: string | null, hours: number | null, text: string | null }>, issues: Array<{ part: AutomationPart, index: number | null, reason: AutomationReason }> }>, userErrors: Array<
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

const Problem = 'fragment Problem on UserError{__typename code message path}';
const RuleLine = 'fragment RuleLine on AutomationRule{id version name active inboxIds when conditions{field operator values}actions{kind tagId agentId teamId snippetId webhookId hours text}issues{part index reason}}';
const RunLine = 'fragment RunLine on AutomationRun{id at event conversation{id number subject inbox{id}}outcome reason results{kind outcome reason}}';
export const AutomationRulesDocument = ('query AutomationRules($after:String){automationRules(first:100 after:$after){nodes{...RuleLine}pageInfo{hasNextPage endCursor}}}' + RuleLine) as unknown as TypedDocumentNode<AutomationRulesQuery, AutomationRulesQueryVariables>;
export const AutomationWordsDocument = ('query AutomationWords($admin:Boolean!){tags{id name}teams{id name}snippets{id name shared}webhooks@include(if:$admin){id name active}}') as unknown as TypedDocumentNode<AutomationWordsQuery, AutomationWordsQueryVariables>;
export const AutomationRunsDocument = ('query AutomationRuns($id:ID!$after:String){node(id:$id){__typename id ...on AutomationRule{runs(first:20 after:$after){nodes{...RunLine}pageInfo{hasNextPage endCursor}}}}}' + RunLine) as unknown as TypedDocumentNode<AutomationRunsQuery, AutomationRunsQueryVariables>;
export const ConversationToTryDocument = ('query ConversationToTry($number:Int!){conversationByNumber(number:$number){id number subject}}') as unknown as TypedDocumentNode<ConversationToTryQuery, ConversationToTryQueryVariables>;
export const TryRuleDocument = ('query TryRule($rule:AutomationRuleInput!$conversationId:ID!){automationTry(rule:$rule conversationId:$conversationId){trial{inScope conditions met actions{kind outcome reason}}userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<TryRuleQuery, TryRuleQueryVariables>;
export const SaveRuleDocument = ('mutation SaveRule($input:AutomationRuleSaveInput!){automationRuleSave(input:$input){automationRule{...RuleLine}userErrors{...Problem}}}' + Problem + RuleLine) as unknown as TypedDocumentNode<SaveRuleMutation, SaveRuleMutationVariables>;
export const DeleteRuleDocument = ('mutation DeleteRule($id:ID!$expectedVersion:Int){automationRuleDelete(id:$id expectedVersion:$expectedVersion){deletedIds userErrors{...Problem}}}' + Problem) as unknown as TypedDocumentNode<DeleteRuleMutation, DeleteRuleMutationVariables>;
export const OrderRulesDocument = ('mutation OrderRules($ids:[ID!]!){automationRulesOrder(ids:$ids){automationRules{...RuleLine}userErrors{...Problem}}}' + Problem + RuleLine) as unknown as TypedDocumentNode<OrderRulesMutation, OrderRulesMutationVariables>;