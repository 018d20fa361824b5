export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC with milliseconds. */
  DateTime: { input: string; output: string; }
  /** Any JSON value; where a plugin or a user defined its shape, it is checked on the server by JSON Schema. */
  JSON: { input: unknown; output: unknown; }
};

export type AccessLinkPayload = {
  __typename?: 'AccessLinkPayload';
  agent?: Maybe<Agent>;
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Below the address of the app, such as `/join#…`; whoever has it may use it. */
  link?: Maybe<Scalars['String']['output']>;
  /** It was given to system mail. */
  mailed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

/** An account that a plugin has seen, to be said to be one's own. */
export type AccountOffer = {
  __typename?: 'AccountOffer';
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Name of the responder that offers it. */
  through: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

/**
 * One automatic answer to the first message of a person: never to a machine, never twice to one sender within a day, never with
 * a word of his in it (RFC 3834).
 */
export type Acknowledgement = {
  __typename?: 'Acknowledgement';
  mode: AcknowledgementMode;
  subject: Scalars['String']['output'];
  text: Scalars['String']['output'];
  /** 0 as long as nobody has saved one; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

export type AcknowledgementMode =
  | 'OFF'
  /** Whenever a conversation begins. */
  | 'ON_RECEIPT'
  /** Only outside the working hours of the inbox. */
  | 'OUTSIDE_HOURS';

export type AcknowledgementSaveInput = {
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  inboxId: Scalars['ID']['input'];
  /** OUTSIDE_HOURS needs the working hours of the inbox. */
  mode: AcknowledgementMode;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** One line of at most 200 characters. `{number}` is the number of the conversation, `{inbox}` the name of the inbox. */
  subject: Scalars['String']['input'];
  /** At most 5,000 characters, with the same placeholders and no others. */
  text: Scalars['String']['input'];
};

export type Actor = Agent | Bot | Contact | System;

export type AddressTrouble = {
  __typename?: 'AddressTrouble';
  at: Scalars['DateTime']['output'];
  /** In the far side's words. */
  reason?: Maybe<Scalars['String']['output']>;
  trouble: AddressTroubleKind;
};

export type AddressTroubleKind =
  /** Whoever reads it has called a message of ours spam. */
  | 'COMPLAINED'
  /** The address is gone for good; whoever writes from it is there again. */
  | 'UNREACHABLE';

export type Agent = Node & {
  __typename?: 'Agent';
  availability: Availability;
  /** Address of a picture; visitors of a chat see it, too (D43). */
  avatarUrl?: Maybe<Scalars['String']['output']>;
  email: Scalars['String']['output'];
  /** Has a passkey; null where who asks is neither he nor an admin. */
  hasPasskey?: Maybe<Scalars['Boolean']['output']>;
  /** Signs in with a second step; null where who asks is neither he nor an admin. */
  hasSecondFactor?: Maybe<Scalars['Boolean']['output']>;
  id: Scalars['ID']['output'];
  /** When the last link of who was invited ends; null for others, and where who asks is no admin. */
  invitedUntil?: Maybe<Scalars['DateTime']['output']>;
  locale?: Maybe<Scalars['String']['output']>;
  /** Where a meeting with him can be booked; visitors who talk with him in a chat see it (D43). */
  meetingUrl?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** Open conversations that are assigned to him, up to 1,000; null where who asks is no admin. */
  openCount?: Maybe<Scalars['Int']['output']>;
  /** Only of oneself; null for others. */
  preferences?: Maybe<Scalars['JSON']['output']>;
  /** Whether he is there, and why (S66 to S69, D20, D21). */
  presence: AgentPresence;
  role: WorkspaceRole;
  /** Only of oneself; empty for others. */
  scopes: Array<Scope>;
  seat: Seat;
  /** Has signed in with the company's provider; null where who asks is neither he nor an admin. */
  signsInWithProvider?: Maybe<Scalars['Boolean']['output']>;
  state: AgentState;
  /** By name. */
  teams: Array<AgentTeam>;
  timeZone?: Maybe<Scalars['String']['output']>;
  /** Counts up with each change; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
  /** When he works; null as long as he has not said so, which counts as always. */
  workingHours?: Maybe<WorkingHours>;
};

export type AgentCreateInput = {
  email: Scalars['String']['input'];
  /** Client-made, `usr_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  /** At least 10 characters. */
  password: Scalars['String']['input'];
  role?: WorkspaceRole;
  seat?: Seat;
};

export type AgentDeactivateInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  /** Gets what is open, where he works in its inbox; the rest, and all when this is null, goes back to nobody. */
  reassignToId?: InputMaybe<Scalars['ID']['input']>;
};

export type AgentHoursSaveInput = {
  /** Oneself when not given. */
  agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Refuses when they were changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Null takes hours and days off away. */
  hours?: InputMaybe<HoursInput>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type AgentInviteInput = {
  email: Scalars['String']['input'];
  /** Client-made, `usr_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Sends the link by system mail, where there is a channel for it. */
  mail?: Scalars['Boolean']['input'];
  /** What he is called until he says it himself; the address when not given. */
  name?: InputMaybe<Scalars['String']['input']>;
  role?: WorkspaceRole;
  seat?: Seat;
};

export type AgentPayload = {
  __typename?: 'AgentPayload';
  agent?: Maybe<Agent>;
  userErrors: Array<UserError>;
};

export type AgentPresence = {
  __typename?: 'AgentPresence';
  /** While away, a new message in a conversation of his goes to others, by the rule of the inbox (S69). */
  reassignReplies: Scalars['Boolean']['output'];
  /** The agent who set him (D21); null for oneself, the hours, and where it was no agent. */
  setBy?: Maybe<Agent>;
  setByName?: Maybe<Scalars['String']['output']>;
  /** Since when it is this; null as long as nothing was decided. */
  since?: Maybe<Scalars['DateTime']['output']>;
  source: PresenceSource;
  status: Availability;
  /** When the choice ends and the hours count again; null is until further notice. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Counts up with each change; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  viewerCanSet: Scalars['Boolean']['output'];
};

export type AgentState =
  | 'ACTIVE'
  /** Left, or was let go; what he did stays under his name. */
  | 'DEACTIVATED'
  /** Has not joined yet. */
  | 'INVITED';

export type AgentTeam = {
  __typename?: 'AgentTeam';
  membership: TeamMembership;
  team: Team;
};

export type AgentUpdateInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<WorkspaceRole>;
  seat?: InputMaybe<Seat>;
};

export type Alarm = Node & {
  __typename?: 'Alarm';
  /** Null while it fails. */
  clearedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Which line of `systemCheck`. */
  key: Scalars['String']['output'];
  /** What it said. */
  message: Scalars['String']['output'];
  raisedAt: Scalars['DateTime']['output'];
};

export type AlarmConnection = {
  __typename?: 'AlarmConnection';
  edges: Array<AlarmEdge>;
  nodes: Array<Alarm>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type AlarmEdge = {
  __typename?: 'AlarmEdge';
  cursor: Scalars['String']['output'];
  node: Alarm;
};

/** What a question wants to hear. */
export type AnswerKind =
  | 'DATE'
  | 'EMAIL'
  | 'NUMBER'
  | 'PHONE';

export type ApiSettings = {
  __typename?: 'ApiSettings';
  /** Sites whose scripts may call this API and read its answers, with a token and never with a cookie: exact origins such as `https://app.example.com`. */
  allowedOrigins: Array<Scalars['String']['output']>;
  /** Whether the schema can be explored: the page of the app for it, and introspection. `/schema.graphql` is there either way. */
  explorer: Scalars['Boolean']['output'];
  /** The points that a session, an integration, or all tokens of a person together may spend in a minute. */
  pointsPerMinute: Scalars['Int']['output'];
  /** Counts up with each change; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

export type ApiSettingsPayload = {
  __typename?: 'ApiSettingsPayload';
  apiSettings?: Maybe<ApiSettings>;
  userErrors: Array<UserError>;
};

export type ApiSettingsSaveInput = {
  /** At most 50; scheme, host and port, without a path. `*` is refused. */
  allowedOrigins?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  explorer?: InputMaybe<Scalars['Boolean']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type ApiToken = Node & {
  __typename?: 'ApiToken';
  createdAt: Scalars['DateTime']['output'];
  /** What of the schema it uses that will go, most used first. */
  deprecatedUses: Array<DeprecatedUse>;
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  scopes: Array<Scope>;
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type ApiTokenPayload = {
  __typename?: 'ApiTokenPayload';
  apiToken?: Maybe<ApiToken>;
  /** Send it as `Authorization: Bearer …`. */
  token?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type AssignActionInput = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  teamId?: InputMaybe<Scalars['ID']['input']>;
};

export type Attachment = Node & {
  __typename?: 'Attachment';
  /** Null as long as it is not fetched. */
  bytes?: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  /** Shown inside the text rather than in the list of files. */
  inline: Scalars['Boolean']['output'];
  mime: Scalars['String']['output'];
  name: Scalars['String']['output'];
  state: FileState;
  /** Needs the session; always answered as a download unless it is an image of a safe type. */
  url?: Maybe<Scalars['String']['output']>;
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

export type AuditActor = {
  __typename?: 'AuditActor';
  id?: Maybe<Scalars['ID']['output']>;
  kind: AuditActorKind;
  name: Scalars['String']['output'];
};

export type AuditActorKind =
  | 'INTEGRATION'
  | 'SYSTEM'
  | 'USER';

export type AuditChange = {
  __typename?: 'AuditChange';
  after?: Maybe<Scalars['JSON']['output']>;
  before?: Maybe<Scalars['JSON']['output']>;
  field: Scalars['String']['output'];
};

/** One thing that was done, by whom and when; each holds the hash of the one before, so that nothing can be taken out or changed unseen. */
export type AuditEntry = Node & {
  __typename?: 'AuditEntry';
  action: AuditAction;
  actor: AuditActor;
  at: Scalars['DateTime']['output'];
  /** What changed: by name of the setting, as it was and as it became. */
  changes: Array<AuditChange>;
  id: Scalars['ID']['output'];
  /** From where, if it came by the network. */
  ip?: Maybe<Scalars['String']['output']>;
  /** What it was done to, as it was called then. */
  objectId?: Maybe<Scalars['ID']['output']>;
  objectName?: Maybe<Scalars['String']['output']>;
};

export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

/** All that is given must fit. */
export type AuditFilter = {
  actions?: InputMaybe<Array<AuditAction>>;
  /** Who did it; an agent who left too. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it was done to, by its id. */
  objectId?: InputMaybe<Scalars['ID']['input']>;
  /** A part of the name of who did it or of what it was done to, whatever its case. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Up to, without, this instant. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type AutomationAction = {
  __typename?: 'AutomationAction';
  agentId?: Maybe<Scalars['ID']['output']>;
  hours?: Maybe<Scalars['Int']['output']>;
  kind: AutomationActionKind;
  snippetId?: Maybe<Scalars['ID']['output']>;
  tagId?: Maybe<Scalars['ID']['output']>;
  teamId?: Maybe<Scalars['ID']['output']>;
  text?: Maybe<Scalars['String']['output']>;
  webhookId?: Maybe<Scalars['ID']['output']>;
};

export type AutomationActionInput = {
  /** For ASSIGN_AGENT. */
  agentId?: InputMaybe<Scalars['ID']['input']>;
  /** For SNOOZE: 1 to 672. */
  hours?: InputMaybe<Scalars['Int']['input']>;
  kind: AutomationActionKind;
  /** For REPLY: one that is shared. */
  snippetId?: InputMaybe<Scalars['ID']['input']>;
  /** For ADD_TAG and REMOVE_TAG. */
  tagId?: InputMaybe<Scalars['ID']['input']>;
  /** For ASSIGN_TEAM. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
  /** For COMMENT; at most 5,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** For WEBHOOK. */
  webhookId?: InputMaybe<Scalars['ID']['input']>;
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

/** What became of one action, or would. */
export type AutomationActionResult = {
  __typename?: 'AutomationActionResult';
  kind: AutomationActionKind;
  outcome: AutomationActionOutcome;
  reason?: Maybe<AutomationReason>;
};

export type AutomationCondition = {
  __typename?: 'AutomationCondition';
  field: AutomationField;
  operator: AutomationOperator;
  /** Ids, words or addresses, as `field` says. */
  values: Array<Scalars['String']['output']>;
};

export type AutomationConditionInput = {
  field: AutomationField;
  operator: AutomationOperator;
  /** At most 20, of at most 200 characters each. */
  values?: Array<Scalars['String']['input']>;
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

export type AutomationIssue = {
  __typename?: 'AutomationIssue';
  /** Which condition or action, from 0; null for the rule. */
  index?: Maybe<Scalars['Int']['output']>;
  part: AutomationPart;
  reason: AutomationReason;
};

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

/**
 * When something happens to a conversation in one of its inboxes, if all conditions hold, then the actions are done in their order. It runs for
 * each such event exactly once, never on what it caused itself, at most four rules deep, and at most ten times an hour for one conversation.
 * Only what lies in the inbox counts: nothing that was filtered, spam, or in the trash.
 */
export type AutomationRule = Node & Versioned & {
  __typename?: 'AutomationRule';
  actions: Array<AutomationAction>;
  active: Scalars['Boolean']['output'];
  conditions: Array<AutomationCondition>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Where it acts; empty: in all inboxes that `owner` manages. */
  inboxIds: Array<Scalars['ID']['output']>;
  /** What it names and is not there any more, or can't be done: the action fails, and the others are done. */
  issues: Array<AutomationIssue>;
  name: Scalars['String']['output'];
  /** Whose inboxes are meant where none is named; null for a program's, which means all. */
  owner?: Maybe<Agent>;
  /** What it did, newest first; kept for 30 days. */
  runs: AutomationRunConnection;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
  when: AutomationTrigger;
};


/**
 * When something happens to a conversation in one of its inboxes, if all conditions hold, then the actions are done in their order. It runs for
 * each such event exactly once, never on what it caused itself, at most four rules deep, and at most ten times an hour for one conversation.
 * Only what lies in the inbox counts: nothing that was filtered, spam, or in the trash.
 */
export type AutomationRuleRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type AutomationRuleConnection = {
  __typename?: 'AutomationRuleConnection';
  edges: Array<AutomationRuleEdge>;
  nodes: Array<AutomationRule>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type AutomationRuleEdge = {
  __typename?: 'AutomationRuleEdge';
  cursor: Scalars['String']['output'];
  node: AutomationRule;
};

/** What a rule says. */
export type AutomationRuleInput = {
  /** 1 to 10. */
  actions: Array<AutomationActionInput>;
  /** At most 20; all must hold. */
  conditions?: Array<AutomationConditionInput>;
  /** Empty: all that the one who saves it manages. */
  inboxIds?: Array<Scalars['ID']['input']>;
  when: AutomationTrigger;
};

export type AutomationRulePayload = {
  __typename?: 'AutomationRulePayload';
  automationRule?: Maybe<AutomationRule>;
  userErrors: Array<UserError>;
};

export type AutomationRuleSaveInput = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `aru_` and a UUIDv7. */
  id: Scalars['ID']['input'];
  /** At most 80 characters; needed for a new one. What is not given stays as it is. */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Needed for a new one. */
  rule?: InputMaybe<AutomationRuleInput>;
};

export type AutomationRulesPayload = {
  __typename?: 'AutomationRulesPayload';
  automationRules: Array<AutomationRule>;
  userErrors: Array<UserError>;
};

/** One run of a rule. What did not meet the conditions is not kept. */
export type AutomationRun = {
  __typename?: 'AutomationRun';
  at: Scalars['DateTime']['output'];
  /** Null when the viewer may not see it any more. */
  conversation?: Maybe<Conversation>;
  /** How many rules one after the other led to it, this one too. */
  depth: Scalars['Int']['output'];
  event: AutomationTrigger;
  id: Scalars['ID']['output'];
  outcome: AutomationRunOutcome;
  /** Why the guard stopped it, or why none of it was done. */
  reason?: Maybe<AutomationReason>;
  results: Array<AutomationActionResult>;
};

export type AutomationRunConnection = {
  __typename?: 'AutomationRunConnection';
  edges: Array<AutomationRunEdge>;
  nodes: Array<AutomationRun>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type AutomationRunEdge = {
  __typename?: 'AutomationRunEdge';
  cursor: Scalars['String']['output'];
  node: AutomationRun;
};

export type AutomationRunOutcome =
  /** At least one action was not done. */
  | 'FAILED'
  | 'RAN'
  /** By the guard against loops; nothing was done. */
  | 'STOPPED';

/** What a dry run found. */
export type AutomationTrial = {
  __typename?: 'AutomationTrial';
  /** What would become of each action, each by itself. */
  actions: Array<AutomationActionResult>;
  /** For each condition, in their order, whether it holds. */
  conditions: Array<Scalars['Boolean']['output']>;
  /** Whether the conversation lies in one of the rule's inboxes, and is not set aside. */
  inScope: Scalars['Boolean']['output'];
  /** In scope, and all conditions hold. */
  met: Scalars['Boolean']['output'];
};

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

export type AutomationTryPayload = {
  __typename?: 'AutomationTryPayload';
  trial?: Maybe<AutomationTrial>;
  userErrors: Array<UserError>;
};

export type Availability =
  | 'AVAILABLE'
  | 'AWAY';

export type AvailabilitySetInput = {
  /** Oneself when not given. */
  agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** For AWAY (S69). */
  reassignReplies?: Scalars['Boolean']['input'];
  /** Null follows the working hours again. */
  status?: InputMaybe<Availability>;
  /** To come, within a year; then the working hours count again. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Backup = Node & {
  __typename?: 'Backup';
  /** Of the archive; null while it is made, and when it failed. */
  bytes?: Maybe<Scalars['Float']['output']>;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed, in words. */
  error?: Maybe<Scalars['String']['output']>;
  /** The name of its archive in the folder of the settings; it is removed there after so many newer ones as the settings keep. */
  file: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  startedAt: Scalars['DateTime']['output'];
  state: BackupState;
};

export type BackupConnection = {
  __typename?: 'BackupConnection';
  edges: Array<BackupEdge>;
  nodes: Array<Backup>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type BackupEdge = {
  __typename?: 'BackupEdge';
  cursor: Scalars['String']['output'];
  node: Backup;
};

export type BackupState =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING';

export type Bot = Node & {
  __typename?: 'Bot';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

/** Who has the word in a conversation. */
export type BotControl =
  | 'BOT_ACTIVE'
  /** The bot has asked for a person, and none has answered yet. */
  | 'HANDOFF_REQUESTED'
  | 'HUMAN_ACTIVE'
  /** No bot has had to do with it. */
  | 'NONE';

/** One thing that is done to all that a filter finds; only who began it knows of it. */
export type BulkChange = Node & {
  __typename?: 'BulkChange';
  /** Those that are otherwise since; what was so already is not among them. */
  changed: Scalars['Int']['output'];
  /** Those that it has come by. */
  done: Scalars['Int']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Those that could not be changed or, once it is being taken back, that could not be taken back. */
  failed: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: BulkChangeKind;
  /** The first five of these. */
  problems: Array<BulkChangeProblem>;
  /** Why it failed, or why some were not taken back. */
  reason?: Maybe<BulkChangeReason>;
  startedAt: Scalars['DateTime']['output'];
  state: BulkChangeState;
  /** How many it is about, exact to 100,000; null as long as they are not counted. */
  total?: Maybe<Scalars['Int']['output']>;
  /** Until when it can be taken back; null when there is nothing to take back, and while it is under way. */
  undoUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Those that were taken back. */
  undone: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type BulkChangeKind =
  | 'CONTACTS'
  | 'CONVERSATIONS'
  /** Tickets, deals, tasks and companies. */
  | 'RECORDS';

export type BulkChangePayload = {
  __typename?: 'BulkChangePayload';
  bulkChange?: Maybe<BulkChange>;
  userErrors: Array<UserError>;
};

export type BulkChangeProblem = {
  __typename?: 'BulkChangeProblem';
  code: ErrorCode;
  message: Scalars['String']['output'];
  /** Of the contact or the record. */
  name?: Maybe<Scalars['String']['output']>;
  /** Of the conversation or the ticket. */
  number?: Maybe<Scalars['Int']['output']>;
};

export type BulkChangeReason = {
  __typename?: 'BulkChangeReason';
  code: ErrorCode;
  message: Scalars['String']['output'];
};

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

export type Call = Node & Record & Versioned & {
  __typename?: 'Call';
  body?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  direction: CallDirection;
  id: Scalars['ID']['output'];
  links: Array<Node>;
  outcome?: Maybe<CallOutcome>;
  owner?: Maybe<Agent>;
  phone?: Maybe<Scalars['String']['output']>;
  /** How long it took. */
  seconds?: Maybe<Scalars['Int']['output']>;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

export type CallDirection =
  | 'INBOUND'
  | 'OUTBOUND';

export type CallInput = {
  direction: CallDirection;
  outcome?: InputMaybe<CallOutcome>;
  phone?: InputMaybe<Scalars['String']['input']>;
  seconds?: InputMaybe<Scalars['Int']['input']>;
};

export type CallOutcome =
  | 'BUSY'
  | 'CONNECTED'
  | 'LEFT_MESSAGE'
  | 'NO_ANSWER'
  | 'WRONG_NUMBER';

export type CallStartInput = {
  action: Scalars['String']['input'];
  /** Whom it reaches. */
  contactId?: InputMaybe<Scalars['ID']['input']>;
  /** Client-made, `cll_` and a UUIDv7: the plugin logs the call as the `Call` of this id, and asked twice for one it calls once. */
  id: Scalars['ID']['input'];
  instanceId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  phone: Scalars['String']['input'];
};

export type CallStartPayload = {
  __typename?: 'CallStartPayload';
  userErrors: Array<UserError>;
};

/** A channel or responder of a plugin that calls a number when it is asked. */
export type Caller = {
  __typename?: 'Caller';
  action: Scalars['String']['output'];
  icon: Scalars['String']['output'];
  instanceId: Scalars['ID']['output'];
  /** Of the channel or responder. */
  name: Scalars['String']['output'];
  /** What the action is called. */
  title: Scalars['String']['output'];
};


/** A channel or responder of a plugin that calls a number when it is asked. */
export type CallerTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** What a channel can do: data, so that no client and no core asks for its name. */
export type Capabilities = {
  __typename?: 'Capabilities';
  /** Whether invitations to meetings go out here and their answers come back: `full` or `none`. */
  calendar: Scalars['String']['output'];
  choices: Scalars['String']['output'];
  /** Fields of the composer: subject, to, cc, bcc. */
  compose: Array<Scalars['String']['output']>;
  continuity: Scalars['String']['output'];
  delete: Scalars['String']['output'];
  edit: Scalars['String']['output'];
  /** `maxBytes`, `maxCount`, `mime`; null when it takes no files. */
  files?: Maybe<Scalars['JSON']['output']>;
  formats: Array<Scalars['String']['output']>;
  maxTextLength?: Maybe<Scalars['Int']['output']>;
  outbound: Outbound;
  reaction: Scalars['String']['output'];
  receipts: Array<Scalars['String']['output']>;
  replyWindowHours?: Maybe<Scalars['Int']['output']>;
};

/** `node` is loaded for each subscriber under his own rights, so that a normalising cache just merges it; `operationId` echoes the client's own mutation. */
export type Change = {
  __typename?: 'Change';
  at: Scalars['DateTime']['output'];
  conversationId?: Maybe<Scalars['ID']['output']>;
  /** Pass it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** What happened, such as `message.received`; for logs and rules, not needed to keep a cache. */
  event: Scalars['String']['output'];
  inboxId?: Maybe<Scalars['ID']['output']>;
  node?: Maybe<Node>;
  nodeId?: Maybe<Scalars['ID']['output']>;
  operationId?: Maybe<Scalars['ID']['output']>;
  type: ChangeType;
};

export type ChangePage = {
  __typename?: 'ChangePage';
  changes: Array<Change>;
  hasMore: Scalars['Boolean']['output'];
  /** Where to go on, even when there was nothing for you. */
  position: Scalars['String']['output'];
};

/** Exactly one. `workspace`: inboxes, channels, plugins and agents, as far as the viewer may see them. `all`: everything that he may see. */
export type ChangeScope =
  { all: Scalars['Boolean']['input']; conversationId?: never; inboxIds?: never; workspace?: never; }
  |  { all?: never; conversationId: Scalars['ID']['input']; inboxIds?: never; workspace?: never; }
  |  { all?: never; conversationId?: never; inboxIds: Array<Scalars['ID']['input']>; workspace?: never; }
  |  { all?: never; conversationId?: never; inboxIds?: never; workspace: Scalars['Boolean']['input']; };

export type ChangeType =
  | 'CREATED'
  /** Gone, or no longer yours to see. */
  | 'DELETED'
  | 'RESYNC'
  | 'UPDATED';

/** A configured channel. Secrets are never returned; `secretsSet` names the ones that have a value. */
export type Channel = Node & Versioned & {
  __typename?: 'Channel';
  /** The address or account that people know it by, such as support@example.com. */
  account: Scalars['String']['output'];
  /** Switched on by us. */
  active: Scalars['Boolean']['output'];
  /** Let in by the far side (D12). */
  authorized: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  filterRules: Array<FilterRuleSwitch>;
  id: Scalars['ID']['output'];
  inbox: Inbox;
  /** Seconds since then. It grows while the far side can't be reached, and while a backlog is read. */
  lagSeconds?: Maybe<Scalars['Int']['output']>;
  lastInboundAt?: Maybe<Scalars['DateTime']['output']>;
  lastOutboundAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when nothing can have been missed: when the far side was last looked through to the end. Null for channels that don't read. */
  lastSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** How far it has read, such as a folder and its last UID. */
  position?: Maybe<Scalars['String']['output']>;
  /** When it was removed: it stays for what was said through it. */
  removedAt?: Maybe<Scalars['DateTime']['output']>;
  secretsSet: Array<Scalars['String']['output']>;
  /** Only for those who manage the inbox. */
  settings?: Maybe<Scalars['JSON']['output']>;
  state: ChannelState;
  /** What is wrong and what to do, in the far side's words where it gave any. */
  stateMessage?: Maybe<Scalars['String']['output']>;
  type?: Maybe<ChannelType>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

/** One line of a test: what was tried and how it went. */
export type ChannelCheck = {
  __typename?: 'ChannelCheck';
  /** What would mend it once the admin agrees: `question`, and the `setting` and `value` to send with the next try. */
  fix?: Maybe<Scalars['JSON']['output']>;
  /** The far side's words when it failed. */
  message?: Maybe<Scalars['String']['output']>;
  ok: Scalars['Boolean']['output'];
  title: Scalars['String']['output'];
};

export type ChannelMailCheck = {
  __typename?: 'ChannelMailCheck';
  channel: Channel;
  /** Null when there was none yet. */
  last?: Maybe<MailCheck>;
};

export type ChannelPayload = {
  __typename?: 'ChannelPayload';
  channel?: Maybe<Channel>;
  userErrors: Array<UserError>;
};

export type ChannelPreviewInput = {
  /** An existing channel, whose secrets are used where `settings` has none. */
  channelId?: InputMaybe<Scalars['ID']['input']>;
  /** As the settings name it in `x-preview`. */
  route: Scalars['String']['input'];
  settings: Scalars['JSON']['input'];
  type: Scalars['String']['input'];
};

export type ChannelPreviewPayload = {
  __typename?: 'ChannelPreviewPayload';
  page?: Maybe<Scalars['String']['output']>;
  /** Settings that the plugin refuses, each with its path; nothing can be shown of them. */
  userErrors: Array<UserError>;
};

export type ChannelSetupInput = {
  data?: InputMaybe<Scalars['JSON']['input']>;
  /** Client-made for a new one, `chn_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Sign in again to the account of an existing channel; its place is kept. */
  reauth?: Scalars['Boolean']['input'];
  /** The step that `data` answers; absent to begin. */
  step?: InputMaybe<Scalars['String']['input']>;
  type: Scalars['String']['input'];
};

/** Exactly one of `form`, `redirectUrl`, `display` and `channel` is set, unless there are errors. */
export type ChannelSetupPayload = {
  __typename?: 'ChannelSetupPayload';
  channel?: Maybe<Channel>;
  /** How the test of the settings went, when they were tested. */
  checks: Array<ChannelCheck>;
  display?: Maybe<Scalars['JSON']['output']>;
  form?: Maybe<Scalars['JSON']['output']>;
  /** What is being set up; null when nothing is. */
  place?: Maybe<ChannelSetupPlace>;
  redirectUrl?: Maybe<Scalars['String']['output']>;
  step?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** A channel that is being set up, whether it is there already or not. */
export type ChannelSetupPlace = {
  __typename?: 'ChannelSetupPlace';
  channelId: Scalars['ID']['output'];
  inboxId: Scalars['ID']['output'];
  reauth: Scalars['Boolean']['output'];
  type: Scalars['String']['output'];
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
  channelId?: InputMaybe<Scalars['ID']['input']>;
  settings: Scalars['JSON']['input'];
  type: Scalars['String']['input'];
};

export type ChannelTestPayload = {
  __typename?: 'ChannelTestPayload';
  account?: Maybe<Scalars['String']['output']>;
  checks: Array<ChannelCheck>;
  ok: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type ChannelType = {
  __typename?: 'ChannelType';
  capabilities: Capabilities;
  /** How the plugin is set up: a plain form, or steps. */
  hasSetup: Scalars['Boolean']['output'];
  icon: Scalars['String']['output'];
  plugin: Plugin;
  /** JSON Schema; `x-secret` marks what is write-only, `x-advanced` what is folded away, `x-order` the order; `x-when` and `x-needed` are conditions on other settings, `x-copy` is only to be copied, `x-link` tells more; a list of objects with `x-item` is one of things in an order, `x-preview` names the route of a preview; `x-pick` is chosen out of what Balie has, `x-choicesFrom` out of `responderChoices`. */
  settingsSchema: Scalars['JSON']['output'];
  title: Scalars['String']['output'];
  type: Scalars['String']['output'];
};


export type ChannelTypeTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** An answer that is offered with a message. */
export type ChoiceInput = {
  label: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type Company = Node & Record & Versioned & {
  __typename?: 'Company';
  body?: Maybe<Scalars['String']['output']>;
  /** Those with an address of its domain, newest first. */
  contacts: ContactConnection;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of its mail addresses; contacts with one belong to it. */
  domain?: Maybe<Scalars['String']['output']>;
  /** By which another system knows it: the key of an import. */
  externalId?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  links: Array<Node>;
  owner?: Maybe<Agent>;
  /** Its name. */
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};


export type CompanyContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An address of a channel that may write first. */
export type ComposeFrom = {
  __typename?: 'ComposeFrom';
  address: Recipient;
  capabilities: Capabilities;
  channel: Channel;
  id: Scalars['ID']['output'];
};

export type ComposeInput = {
  bcc?: InputMaybe<Array<Scalars['String']['input']>>;
  cc?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Client-made, `cnv_` and a UUIDv7: the conversation that it begins. */
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** One of `composeFrom` of the inbox; its first when not given. */
  fromId?: InputMaybe<Scalars['ID']['input']>;
  html?: InputMaybe<Scalars['String']['input']>;
  /** Client-made, `msg_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  sendAt?: InputMaybe<Scalars['DateTime']['input']>;
  subject?: Scalars['String']['input'];
  text: Scalars['String']['input'];
  to: Array<Scalars['String']['input']>;
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The change was made on an old version; `current` is what is there now. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  code: ErrorCode;
  current?: Maybe<Node>;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type Contact = Node & Versioned & {
  __typename?: 'Contact';
  avatarUrl?: Maybe<Scalars['String']['output']>;
  /** Inboxes in which he is blocked, as far as the viewer may see them. */
  blockedIn: Array<Inbox>;
  /** Those to whose mail domain an address of his belongs. */
  companies: Array<Company>;
  /** Earlier conversations, newest first; only those that the viewer may see (S62). */
  conversations: ConversationConnection;
  createdAt: Scalars['DateTime']['output'];
  /** Set as long as it lies in the bin. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When he is deleted for ever: 90 days after he was put into the bin (D44); null when he was not. */
  deletedForeverAt?: Maybe<Scalars['DateTime']['output']>;
  /** By which another system knows him: the key of an import; the first that was given, where two contacts became one. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** By the id of the property (`contactProperties`). */
  fields: Scalars['JSON']['output'];
  /** How many conversations with him lie in inboxes that the viewer may not look into (S62). */
  hiddenConversations: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  identities: Array<Identity>;
  /** Merges into this contact that can still be undone, newest first. */
  merges: Array<ContactMerge>;
  name?: Maybe<Scalars['String']['output']>;
  owner?: Maybe<Agent>;
  recordCounts: Array<RecordCount>;
  /** What hangs on the contact, newest first (S61). */
  records: RecordConnection;
  /** Everything about the contact that the viewer may see, newest first: conversations by their last word, all else by when it was made. */
  timeline: TimelineConnection;
  /** What networks tell about him, such as his city or the page that he is on; by name, the newest word of each. Only of channels in inboxes that the viewer may look into. */
  told: Array<ToldFact>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<ContactAction>;
};


export type ContactConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ContactRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  type: RecordType;
};


export type ContactTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<TimelineKind>>;
};

export type ContactAction =
  | 'EDIT'
  /** For good, with all that is kept of him (`contactErase`). */
  | 'ERASE'
  /** All that is kept of him, as an archive (`contactExport`). */
  | 'EXPORT';

/** Exactly one. */
export type ContactActionInput =
  /** Into the bin, or out of it, as `contactsDelete` (D44). */
  { deleted: Scalars['Boolean']['input']; fields?: never; own?: never; }
  |  /** By the id of the property; null takes one away, what is not named stays. */
  { deleted?: never; fields: Scalars['JSON']['input']; own?: never; }
  |  { deleted?: never; fields?: never; own: OwnActionInput; };

/** What somebody changed about a contact; with the words and names of then. */
export type ContactChange = {
  __typename?: 'ContactChange';
  became?: Maybe<Scalars['String']['output']>;
  byName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The name of the fact, or of the other contact. */
  label?: Maybe<Scalars['String']['output']>;
  was?: Maybe<Scalars['String']['output']>;
  what: ContactChangeKind;
};

/** What of a contact changes; what is not given stays as it is. */
export type ContactChangeInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Facts by the id of the property; null takes one away, what is not named stays. */
  fields?: InputMaybe<Scalars['JSON']['input']>;
  id: Scalars['ID']['input'];
  ownerId?: InputMaybe<Scalars['ID']['input']>;
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

export type ContactConnection = {
  __typename?: 'ContactConnection';
  edges: Array<ContactEdge>;
  nodes: Array<Contact>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type ContactEdge = {
  __typename?: 'ContactEdge';
  cursor: Scalars['String']['output'];
  node: Contact;
};

export type ContactEraseInput = {
  contactId: Scalars['ID']['input'];
  /** As in the preview, to the letter. */
  name: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  others?: EraseOthers;
};

export type ContactErasePayload = {
  __typename?: 'ContactErasePayload';
  erasure?: Maybe<ContactErasure>;
  userErrors: Array<UserError>;
};

export type ContactErasePreview = {
  __typename?: 'ContactErasePreview';
  conversations: Scalars['Int']['output'];
  /** His name, or where he has none the first that he is known by: to be typed to the letter. */
  name: Scalars['String']['output'];
  /** Tickets, deals, tasks, notes and calls; those that hang on others as well are only untied. */
  records: Scalars['Int']['output'];
  /** Those in which other people took part. */
  withOthers: Scalars['Int']['output'];
};

export type ContactErasure = Node & {
  __typename?: 'ContactErasure';
  byName: Scalars['String']['output'];
  /** The contact that there was. */
  contactId: Scalars['ID']['output'];
  done: Scalars['Int']['output'];
  /** Null as long as something is left to do. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  others: EraseOthers;
  startedAt: Scalars['DateTime']['output'];
  /** Conversations and records. */
  total: Scalars['Int']['output'];
};

export type ContactExport = Node & {
  __typename?: 'ContactExport';
  byName: Scalars['String']['output'];
  bytes?: Maybe<Scalars['Float']['output']>;
  contactId: Scalars['ID']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is deleted. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  startedAt: Scalars['DateTime']['output'];
  state: ContactExportState;
};

export type ContactExportLinkPayload = {
  __typename?: 'ContactExportLinkPayload';
  url?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type ContactExportPayload = {
  __typename?: 'ContactExportPayload';
  contactExport?: Maybe<ContactExport>;
  userErrors: Array<UserError>;
};

export type ContactExportState =
  | 'READY'
  | 'RUNNING';

/** Which contacts, as of `contacts`. */
export type ContactFilter = {
  /** Those in the bin, instead of all others. */
  deleted?: Scalars['Boolean']['input'];
  fact?: InputMaybe<FactInput>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type ContactListChangeInput = {
  action: ContactActionInput;
  filter: ContactFilter;
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Two contacts that became one. */
export type ContactMerge = Node & {
  __typename?: 'ContactMerge';
  byName: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  loserName?: Maybe<Scalars['String']['output']>;
  undoneAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
  winner?: Maybe<Contact>;
};

export type ContactMergeInput = {
  /** Made by the client (`mrg_…`): a repeat answers with the first result. */
  id: Scalars['ID']['input'];
  loserId: Scalars['ID']['input'];
  /** Of the merged contact; without, that of the winner, else of the other. */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Needed where `verifiedDiffer`: a person has looked and knows that they are one. */
  sure?: Scalars['Boolean']['input'];
  /** Values of the other that take the place of the winner's, by the id of the property. */
  takeFields?: InputMaybe<Array<Scalars['ID']['input']>>;
  winnerId: Scalars['ID']['input'];
};

export type ContactMergePayload = {
  __typename?: 'ContactMergePayload';
  contact?: Maybe<Contact>;
  merge?: Maybe<ContactMerge>;
  userErrors: Array<UserError>;
};

export type ContactMergePreview = {
  __typename?: 'ContactMergePreview';
  /** How many conversations would go over, wherever they lie. */
  conversations: Scalars['Int']['output'];
  loser: Contact;
  records: Scalars['Int']['output'];
  /** Each is proven by a network, under different values of one kind: perhaps two people. */
  verifiedDiffer: Scalars['Boolean']['output'];
  winner: Contact;
};

export type ContactPayload = {
  __typename?: 'ContactPayload';
  contact?: Maybe<Contact>;
  userErrors: Array<UserError>;
};

/** A fact that the team keeps of each contact. */
export type ContactProperty = Node & Versioned & {
  __typename?: 'ContactProperty';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Shown beside the conversation (S60). */
  inAbout: Scalars['Boolean']['output'];
  label: Scalars['String']['output'];
  /** Of a CHOICE. */
  options: Array<Scalars['String']['output']>;
  type: PropertyType;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type ContactPropertyInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  inAbout?: Scalars['Boolean']['input'];
  label: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  options?: InputMaybe<Array<Scalars['String']['input']>>;
  type: PropertyType;
};

export type ContactPropertyPayload = {
  __typename?: 'ContactPropertyPayload';
  contactProperty?: Maybe<ContactProperty>;
  userErrors: Array<UserError>;
};

export type ContactPropertyRemovePayload = {
  __typename?: 'ContactPropertyRemovePayload';
  id?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type ContactSaveInput = {
  /** Mail addresses and phone numbers. One that is somebody else's answers CONFLICT with him. */
  addIdentities?: InputMaybe<Array<IdentityInput>>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Facts by the id of the property; null takes one away, what is not named stays. */
  fields?: InputMaybe<Scalars['JSON']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  removeIdentities?: InputMaybe<Array<IdentityInput>>;
};

export type ContactsPayload = {
  __typename?: 'ContactsPayload';
  contacts: Array<Contact>;
  userErrors: Array<UserError>;
};

export type Conversation = Node & Versioned & {
  __typename?: 'Conversation';
  assignee?: Maybe<Agent>;
  /** The team that it was given to; it stays when one of the team takes it. Without an assignee it is for whoever of the team is first. */
  assigneeTeam?: Maybe<Team>;
  /** The bot that has the word. */
  bot?: Maybe<Bot>;
  botControl: BotControl;
  /** Icon of that channel, by the plugin. */
  channelIcon?: Maybe<Scalars['String']['output']>;
  /** Name of that channel's view in the language asked for. */
  channelTitle?: Maybe<Scalars['String']['output']>;
  /** The view that its first channel belongs to, such as `email`; a plugin's own word. */
  channelView?: Maybe<Scalars['String']['output']>;
  contact?: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
  /** When it is deleted for ever: 30 days after it was put into the trash (S26), 90 after it was taken for spam (S40); null for all else. */
  deletedForeverAt?: Maybe<Scalars['DateTime']['output']>;
  /** The worst state among what we sent last; null when nothing is on its way or wrong. */
  deliveryStatus?: Maybe<DeliveryStatus>;
  /** The viewer's own unsent texts. */
  drafts: Array<Draft>;
  id: Scalars['ID']['output'];
  inbox: Inbox;
  /** One timeline of messages, comments and what happened, oldest first; without `first` or `last` the newest 50. */
  items: ItemConnection;
  /** Direction of the last message: tells whether we owe an answer (U29). */
  lastDirection?: Maybe<ItemDirection>;
  lastMessageAt: Scalars['DateTime']['output'];
  /** Whether the viewer was mentioned here, and whether he has looked since; null when he was not. */
  mentioned?: Maybe<MentionState>;
  /** The one that it has become part of, if the viewer may see that. */
  mergedInto?: Maybe<Conversation>;
  /** Merges into this one, and splits off from it, that can still be undone, newest first. */
  merges: Array<ConversationMerge>;
  /** Counts up from 1 in the workspace; what people quote. */
  number: Scalars['Int']['output'];
  /** How many people take part, agents not counted. */
  participantCount: Scalars['Int']['output'];
  placement: Placement;
  /**
   * Why it was filtered: `BLOCKED`, `DENY: …`, `BY_PERSON: name`, or the title of the filter rule that fired, in the language asked for, and
   * after a colon what it found.
   */
  placementReason?: Maybe<Scalars['String']['output']>;
  /** The first words of the last message, as plain text. */
  preview: Scalars['String']['output'];
  /** Tickets and whatever else is tied to the conversation, newest first. */
  records: RecordConnection;
  /** Others that it has to do with, such as the same mail in another inbox; only those that the viewer may see. */
  related: Array<Conversation>;
  /** Ways to answer, best first; with `replyTo` those of that message. */
  replyRoutes: Array<ReplyRoute>;
  /** Until when the network of its channel takes an answer (D39); null when it sets no time. */
  replyUntil?: Maybe<Scalars['DateTime']['output']>;
  /** How it was decided who gets it, newest first, at most 20 (N13). */
  routingDecisions: Array<RoutingDecision>;
  /** Its contact is blocked in this inbox. */
  senderBlocked: Scalars['Boolean']['output'];
  /** The clock on our next answer; null when nobody waits for one, the inbox has no limit, or the conversation is closed or lies aside. */
  sla?: Maybe<SlaClock>;
  /** The clock on closing: it runs from a customer's first question until the conversation is closed, whatever is answered in between. */
  slaClosing?: Maybe<SlaClock>;
  /** Until when it sleeps; null when it does not. */
  snoozedUntil?: Maybe<Scalars['DateTime']['output']>;
  status: ConversationStatus;
  /** Empty when the network has no subjects or the sender gave none. */
  subject: Scalars['String']['output'];
  /** By name. */
  tags: Array<Tag>;
  unread: Scalars['Boolean']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<ConversationAction>;
  /** Where on a website the other side is, or was last, where its channel tells. Only the last page is kept, and goes with the contact when he is erased. */
  visitorPage?: Maybe<VisitedPage>;
  /** Since when somebody waits for our answer; null when it is not our turn. */
  waitingSince?: Maybe<Scalars['DateTime']['output']>;
};


export type ConversationChannelTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


export type ConversationItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ConversationPlacementReasonArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


export type ConversationRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  type: RecordType;
};


export type ConversationReplyRoutesArgs = {
  replyTo?: InputMaybe<Scalars['ID']['input']>;
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
  /** As `conversationAssign`. */
  { assign: AssignActionInput; moveToId?: never; place?: never; restore?: never; snoozeUntil?: never; status?: never; tag?: never; }
  |  /** As `conversationMove`. */
  { assign?: never; moveToId: Scalars['ID']['input']; place?: never; restore?: never; snoozeUntil?: never; status?: never; tag?: never; }
  |  /** As `conversationPlace`, without a word about senders. */
  { assign?: never; moveToId?: never; place: Placement; restore?: never; snoozeUntil?: never; status?: never; tag?: never; }
  |  /** As `conversationRestore`, each to the inbox where it lay. */
  { assign?: never; moveToId?: never; place?: never; restore: Scalars['Boolean']['input']; snoozeUntil?: never; status?: never; tag?: never; }
  |  /** As `conversationSnooze`. */
  { assign?: never; moveToId?: never; place?: never; restore?: never; snoozeUntil: Scalars['DateTime']['input']; status?: never; tag?: never; }
  |  /** OPEN or CLOSED, as `conversationSetStatus`. */
  { assign?: never; moveToId?: never; place?: never; restore?: never; snoozeUntil?: never; status: ConversationStatus; tag?: never; }
  |  /** As `conversationTag`. */
  { assign?: never; moveToId?: never; place?: never; restore?: never; snoozeUntil?: never; status?: never; tag: TagActionInput; };

export type ConversationAssignInput = {
  /** An agent who works in the inbox; null or absent: none. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** As with `conversationSetStatus`. */
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** A team of which somebody works in the inbox; null: none. Absent: it stays with an agent, and goes with nobody. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
};

export type ConversationConnection = {
  __typename?: 'ConversationConnection';
  edges: Array<ConversationEdge>;
  nodes: Array<Conversation>;
  pageInfo: PageInfo;
  /** The place in the journal at which the page was read; follow it with `changes(after: position)` and nothing is missed. */
  position: Scalars['String']['output'];
};

export type ConversationEdge = {
  __typename?: 'ConversationEdge';
  cursor: Scalars['String']['output'];
  node: Conversation;
};

/** What is given must all hold. Without `placement` only INBOX is looked at. */
export type ConversationFilter = {
  /** When the last message was (S14). */
  activity?: InputMaybe<DayRange>;
  /** Ids of agents, also of those who are gone (S13), and of teams; null in the list means neither, `me` whoever asks. Any of them. */
  assigneeIds?: InputMaybe<Array<InputMaybe<Scalars['ID']['input']>>>;
  /** View of a plugin, such as `email` (S19–S22). */
  channelViews?: InputMaybe<Array<Scalars['String']['input']>>;
  contactId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether a file hangs on one of its messages or comments; pictures that stand in a text count for none (S9). */
  hasAttachment?: InputMaybe<Scalars['Boolean']['input']>;
  /** A bot has the word and nobody owns it: the view Bots (S23). */
  heldByBot?: InputMaybe<Scalars['Boolean']['input']>;
  inboxIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only those in which the viewer was mentioned. */
  mentioned?: InputMaybe<Scalars['Boolean']['input']>;
  placement?: InputMaybe<Array<Placement>>;
  /** By the clock on our next answer; any of them. */
  sla?: InputMaybe<Array<SlaState>>;
  status?: InputMaybe<Array<ConversationStatus>>;
  /** Those that have any of these tags. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Two conversations that became one, or one that became two. */
export type ConversationMerge = Node & {
  __typename?: 'ConversationMerge';
  byName: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** The one that became part of it, or was split off; null when the viewer may not know of it. */
  from?: Maybe<Conversation>;
  id: Scalars['ID']['output'];
  /** The one that goes on, or from which the other was split off; null when the viewer may not know of it. */
  into?: Maybe<Conversation>;
  kind: ConversationMergeKind;
  undoneAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type ConversationMergeInput = {
  fromId: Scalars['ID']['input'];
  /** Made by the client (`cmg_…`): a repeat answers with the first result. */
  id: Scalars['ID']['input'];
  intoId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type ConversationMergeKind =
  | 'MERGE'
  | 'SPLIT';

export type ConversationMergePayload = {
  __typename?: 'ConversationMergePayload';
  merge?: Maybe<ConversationMerge>;
  userErrors: Array<UserError>;
};

export type ConversationMoveInput = {
  /** As with `conversationSetStatus`. Who moved it last moves it back with the version that this led to, also out of an inbox that is none of his: assignee and all. */
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** At most 200. */
  ids: Array<Scalars['ID']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
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

export type ConversationPayload = {
  __typename?: 'ConversationPayload';
  conversation?: Maybe<Conversation>;
  userErrors: Array<UserError>;
};

export type ConversationPlaceInput = {
  /** As with `conversationSetStatus`. With the version that a move led to, and back to where it was moved from, the move is undone: the reason is the one of before, and what it decided about the sender is taken back. */
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** At most 200. */
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  placement: Placement;
  /** Lets the senders in, or keeps them out, from now on. */
  rememberSender?: Scalars['Boolean']['input'];
};

export type ConversationSnoozeInput = {
  /** As with `conversationSetStatus`. */
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** At most 200. */
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Still to come, and within a year. */
  until: Scalars['DateTime']['input'];
};

export type ConversationSplitInput = {
  /** Made by the client (`cnv_…`): the id that the new conversation will have. */
  conversationId: Scalars['ID']['input'];
  fromId: Scalars['ID']['input'];
  /** Made by the client (`cmg_…`): a repeat answers with the first result. */
  id: Scalars['ID']['input'];
  /** Messages and comments, at most 200, and not all messages that there are. */
  itemIds: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the new conversation; without, that of the first message. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

export type ConversationStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'SNOOZED';

export type ConversationTagInput = {
  add?: Array<Scalars['ID']['input']>;
  /** As with `conversationSetStatus`. */
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** At most 200. */
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  remove?: Array<Scalars['ID']['input']>;
};

export type ConversationsChangeInput = {
  action: ConversationActionInput;
  filter: ConversationFilter;
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type ConversationsDeletePayload = {
  __typename?: 'ConversationsDeletePayload';
  /** Those that are gone, in the order of `ids`. */
  ids: Array<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type ConversationsMovePayload = {
  __typename?: 'ConversationsMovePayload';
  /** Those that were moved and are still seen by who moved them, in the order of `ids`. */
  conversations: Array<Conversation>;
  /** Those that were moved out of his sight, with what it takes to move them back. */
  outOfSight: Array<MovedConversation>;
  userErrors: Array<UserError>;
};

export type ConversationsPayload = {
  __typename?: 'ConversationsPayload';
  /** Those that were changed, in the order of `ids`. */
  conversations: Array<Conversation>;
  userErrors: Array<UserError>;
};

/** Whole days without work, as `YYYY-MM-DD` on the calendar of the time zone; the last one counts. */
export type DayOff = {
  __typename?: 'DayOff';
  from: Scalars['String']['output'];
  name: Scalars['String']['output'];
  until: Scalars['String']['output'];
};

export type DayOffInput = {
  from: Scalars['String']['input'];
  name?: Scalars['String']['input'];
  until: Scalars['String']['input'];
};

/** Days of a calendar, both included. */
export type DayRange = {
  /** Such as 2026-11-01. */
  from?: InputMaybe<Scalars['String']['input']>;
  /** In which they begin and end, such as Europe/Amsterdam. */
  timeZone: Scalars['String']['input'];
  to?: InputMaybe<Scalars['String']['input']>;
};

export type DeadJob = Node & {
  __typename?: 'DeadJob';
  attempts: Scalars['Int']['output'];
  error: Scalars['String']['output'];
  failedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type DeadJobConnection = {
  __typename?: 'DeadJobConnection';
  edges: Array<DeadJobEdge>;
  nodes: Array<DeadJob>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type DeadJobEdge = {
  __typename?: 'DeadJobEdge';
  cursor: Scalars['String']['output'];
  node: DeadJob;
};

export type Deal = Node & Record & Versioned & {
  __typename?: 'Deal';
  /** In the smallest unit of `currency`, such as cents; a whole number. */
  amount?: Maybe<Scalars['Float']['output']>;
  body?: Maybe<Scalars['String']['output']>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  /** Three letters, ISO 4217; an amount without one is in `dealCurrency`. */
  currency?: Maybe<Scalars['String']['output']>;
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is expected to close. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** By which another system knows it: the key of an import. */
  externalId?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  links: Array<Node>;
  owner?: Maybe<Agent>;
  stage: Stage;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

export type DealCurrencyPayload = {
  __typename?: 'DealCurrencyPayload';
  currency?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type DeletePayload = {
  __typename?: 'DeletePayload';
  deletedIds: Array<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** One per recipient, with the far side's own words in `reason`. */
export type Delivery = Node & {
  __typename?: 'Delivery';
  attempts: Scalars['Int']['output'];
  degraded: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was said about it after it had been taken. */
  note?: Maybe<DeliveryNote>;
  /** What the far side calls it, such as the queue id in its 250 answer. */
  providerId?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  recipient: Recipient;
  status: DeliveryStatus;
  /** Which way it took where there are several, such as the mail server that took it. */
  transport?: Maybe<Scalars['String']['output']>;
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

export type DemoPayload = {
  __typename?: 'DemoPayload';
  present: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

/** A part of the schema that will go, and that a token has used within 90 days (N24). */
export type DeprecatedUse = {
  __typename?: 'DeprecatedUse';
  firstAt: Scalars['DateTime']['output'];
  lastAt: Scalars['DateTime']['output'];
  /** Such as `Contact.email`, `Query.contacts(order)` or `Order.NEWEST`. */
  part: Scalars['String']['output'];
  /** What to use instead, and on which day it goes. */
  reason: Scalars['String']['output'];
  /** Requests that used it. */
  uses: Scalars['Int']['output'];
};

export type Draft = Node & {
  __typename?: 'Draft';
  bcc?: Maybe<Array<Scalars['String']['output']>>;
  cc?: Maybe<Array<Scalars['String']['output']>>;
  /** For COMPOSE the id that the conversation will have. */
  conversationId: Scalars['ID']['output'];
  html?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** The inbox that it is to leave from, for COMPOSE. */
  inboxId?: Maybe<Scalars['ID']['output']>;
  /** The message that is answered or forwarded. */
  messageId?: Maybe<Scalars['ID']['output']>;
  mode: DraftMode;
  subject?: Maybe<Scalars['String']['output']>;
  text: Scalars['String']['output'];
  /** As typed; null as long as nobody has changed them. */
  to?: Maybe<Array<Scalars['String']['output']>>;
  updatedAt: Scalars['DateTime']['output'];
  uploads: Array<DraftUpload>;
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type DraftMode =
  | 'COMMENT'
  | 'COMPOSE'
  | 'FORWARD'
  | 'REPLY';

export type DraftPayload = {
  __typename?: 'DraftPayload';
  draft?: Maybe<Draft>;
  userErrors: Array<UserError>;
};

export type DraftSaveInput = {
  bcc?: InputMaybe<Array<Scalars['String']['input']>>;
  cc?: InputMaybe<Array<Scalars['String']['input']>>;
  /** For COMPOSE client-made: the id that the conversation will have. */
  conversationId: Scalars['ID']['input'];
  html?: InputMaybe<Scalars['String']['input']>;
  /** The inbox that it is to leave from; needed for COMPOSE. */
  inboxId?: InputMaybe<Scalars['ID']['input']>;
  messageId?: InputMaybe<Scalars['ID']['input']>;
  mode: DraftMode;
  subject?: InputMaybe<Scalars['String']['input']>;
  text: Scalars['String']['input'];
  to?: InputMaybe<Array<Scalars['String']['input']>>;
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A file that waits in a draft. */
export type DraftUpload = {
  __typename?: 'DraftUpload';
  bytes: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  mime: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

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

/** Something that happened to the conversation: assigned, closed, reopened, moved. */
export type Event = Node & {
  __typename?: 'Event';
  actor: Actor;
  at: Scalars['DateTime']['output'];
  /** Names and ids that the sentence about it needs. */
  data: Scalars['JSON']['output'];
  id: Scalars['ID']['output'];
  /** Such as `assigned`, `unassigned`, `closed`, `reopened`. */
  type: Scalars['String']['output'];
};

export type EverybodySignOutPayload = {
  __typename?: 'EverybodySignOutPayload';
  /** How many sessions were ended. */
  ended: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

/**
 * A part that is neither text nor a file: `fields` of a form, `choices`, `asks` (the `kind` of answer that is asked for), a `calendar` event (method, summary, start, end,
 * allDay, timeZone, recurrence, location, organizer, attendees, status), a `badge` (kind, note) about what wraps the message,
 * or `unsupported` with a note.
 */
export type ExtraPart = {
  __typename?: 'ExtraPart';
  data: Scalars['JSON']['output'];
  type: Scalars['String']['output'];
};

/**
 * A fact that the team keeps, in exactly one way: `value`, `anyOf`, `contains`, `from` with or without `to`, or `kept`. All of them are read from
 * indexes; only `kept: false` looks at contacts one by one, newest first, ten thousand at a time, until a page is full. A property that is no more finds nobody; a way that
 * its type does not have, and a bound that cannot be read, are refused as INVALID.
 */
export type FactInput = {
  /** One of these values, at most 100 (such as choices). */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of texts and links: a search of words, not of letters anywhere. All of its words stand in it, in any order and however they are written; of the last a beginning is enough. Of long texts the first 200 words are looked at. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Of numbers and days: this one or more, such as `12.5` or `2026-11-28`. Above `to` it finds nobody. */
  from?: InputMaybe<Scalars['String']['input']>;
  /** Whether anything is kept: true for those who have it, whatever it says; false for those who have none. */
  kept?: InputMaybe<Scalars['Boolean']['input']>;
  /** As of `contactProperties`. */
  propertyId: Scalars['ID']['input'];
  /** Of numbers and days: this one or less. */
  to?: InputMaybe<Scalars['String']['input']>;
  /** Just this value, however its letters are written, as text: `true` or `false`, a number with a point, a day such as `2026-11-28`. */
  value?: InputMaybe<Scalars['String']['input']>;
};

export type FileState =
  | 'FETCHING'
  /** Could not be fetched, or was refused. */
  | 'GONE'
  | 'READY';

/** One of the rules by which the plugin of a channel finds what does not belong in an inbox (S25). */
export type FilterRuleSwitch = {
  __typename?: 'FilterRuleSwitch';
  key: Scalars['String']['output'];
  on: Scalars['Boolean']['output'];
  /** It holds for known contacts, too. */
  strict: Scalars['Boolean']['output'];
  title: Scalars['String']['output'];
  /** Where it puts what it catches. */
  to: Placement;
};


/** One of the rules by which the plugin of a channel finds what does not belong in an inbox (S25). */
export type FilterRuleSwitchTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type HoursInput = {
  /** At most 200; those that are there stay when it is not given. */
  daysOff?: InputMaybe<Array<DayOffInput>>;
  /** At most 6 a day, none within another. */
  slots: Array<WorkingSlotInput>;
  timeZone: Scalars['String']['input'];
};

/** How a person is known on a network. */
export type Identity = {
  __typename?: 'Identity';
  kind: Scalars['String']['output'];
  /** What the far side has said about the address, newest first. */
  troubles: Array<AddressTrouble>;
  value: Scalars['String']['output'];
  /** Proven by the network, not just said. */
  verified: Scalars['Boolean']['output'];
};

export type IdentityInput = {
  kind: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type ImportColumnInput = {
  /** Its place in the file; the first is 0. */
  index: Scalars['Int']['input'];
  /** Of a PROPERTY. */
  propertyId?: InputMaybe<Scalars['ID']['input']>;
  target: ImportTarget;
};

/** By what a row finds what it is about: contacts by EMAIL, companies by DOMAIN or NAME, everything by EXTERNAL_ID. */
export type ImportKey =
  | 'DOMAIN'
  | 'EMAIL'
  | 'EXTERNAL_ID'
  | 'NAME';

/** What the rows of a file are. */
export type ImportKind =
  | 'COMPANY'
  | 'CONTACT'
  | 'DEAL'
  | 'TASK'
  | 'TICKET';

/** What a row does. */
export type ImportOutcome =
  /** It is not taken in. */
  | 'BAD'
  /** It makes something. */
  | 'NEW'
  /** It changes nothing. */
  | 'SAME'
  /** It changes one. */
  | 'UPDATE';

/** What a column holds; which of them there are goes by the kind. */
export type ImportTarget =
  /** In whole units, such as 1234.50 or 1.234,50. */
  | 'AMOUNT'
  /** Names of companies, parted by semicolons; those that are not there are made. */
  | 'COMPANY'
  /** Mail addresses of contacts whom a record is about, parted by semicolons or commas; they must be there. */
  | 'CONTACT'
  /** Three letters, ISO 4217. */
  | 'CURRENCY'
  /** Of the mail addresses of a company. */
  | 'DOMAIN'
  /** Yes or no, or when. */
  | 'DONE'
  /** A date, or a date and a time (ISO 8601, UTC where no zone is given). */
  | 'DUE_AT'
  /** Mail addresses, parted by semicolons or commas. */
  | 'EMAIL'
  /** An id by which another system knows it, or ours (`con_…`, `dea_…`). */
  | 'EXTERNAL_ID'
  | 'FIRST_NAME'
  | 'LAST_NAME'
  /** Of a contact or a company; the title of a ticket, deal or task. */
  | 'NAME'
  /** The mail address of a colleague. */
  | 'OWNER'
  /** Phone numbers, parted by semicolons or commas. */
  | 'PHONE'
  /** A pipeline by its name. */
  | 'PIPELINE'
  /** Low, medium, high or urgent. */
  | 'PRIORITY'
  /** A fact that the team keeps (`contactProperties`). */
  | 'PROPERTY'
  | 'REMIND_AT'
  /** Nothing that is to be kept. */
  | 'SKIP'
  | 'SOURCE'
  /** A stage by its name. */
  | 'STAGE'
  /** A description. */
  | 'TEXT';

export type InboundItem = Node & {
  __typename?: 'InboundItem';
  channel?: Maybe<Channel>;
  conversation?: Maybe<Conversation>;
  /** Who it says it is from, as far as it was understood. */
  from?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** It can be imported anyway. */
  importable: Scalars['Boolean']['output'];
  rawUrl?: Maybe<Scalars['String']['output']>;
  /** Why; the title of a filter rule in the language asked for, as `Conversation.placementReason`. */
  reason?: Maybe<Scalars['String']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  state: InboundState;
  subject?: Maybe<Scalars['String']['output']>;
  /** It became a message with the raw bytes attached. */
  unparsed: Scalars['Boolean']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};


export type InboundItemReasonArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type InboundItemConnection = {
  __typename?: 'InboundItemConnection';
  edges: Array<InboundItemEdge>;
  nodes: Array<InboundItem>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type InboundItemEdge = {
  __typename?: 'InboundItemEdge';
  cursor: Scalars['String']['output'];
  node: InboundItem;
};

export type InboundItemPayload = {
  __typename?: 'InboundItemPayload';
  inboundItem?: Maybe<InboundItem>;
  userErrors: Array<UserError>;
};

/** The state of an item that came in: RECEIVED while it waits, then one of the five. */
export type InboundState =
  | 'DELIVERED'
  | 'DUPLICATE'
  | 'FAILED'
  | 'FILTERED'
  | 'QUARANTINED'
  | 'RECEIVED';

export type Inbox = Node & Versioned & {
  __typename?: 'Inbox';
  /** What it answers by itself to the first message of a conversation. */
  acknowledgement: Acknowledgement;
  audience: InboxAudience;
  channels: Array<Channel>;
  /** What was closed more days ago than this goes to the trash by itself, and is deleted for ever 30 days later; null keeps it for good. */
  closedKeptDays?: Maybe<Scalars['Int']['output']>;
  /** Addresses from which a conversation can be begun (S30). */
  composeFrom: Array<ComposeFrom>;
  /** What lies in it, closed ones and the trash too, up to 10,000; null for those who do not manage it. */
  conversationCount?: Maybe<Scalars['Int']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** Who was named: agents and teams (S75). What is said of an agent himself counts; else the highest role of his teams; else AGENT where it is for everyone. */
  grants: Array<InboxGrant>;
  id: Scalars['ID']['output'];
  isDefault: Scalars['Boolean']['output'];
  /** The same subject of the same sender joins his open conversation; off unless chosen. */
  joinBySubject: Scalars['Boolean']['output'];
  /** Everybody who works in it, with what he may do: by himself, by a team, or because it is for everyone. */
  members: Array<InboxMember>;
  name: Scalars['String']['output'];
  /** Ids of the active agents who may see it: whom a mention tells. */
  readerIds: Array<Scalars['ID']['output']>;
  /** An answer to what was closed more days ago than this begins a new conversation, linked; null reopens always. */
  reopenDays?: Maybe<Scalars['Int']['output']>;
  /** Who gets what comes in; null for who does not manage the inbox. Without rules all is left unassigned. */
  routing?: Maybe<InboxRouting>;
  /** Stands under each mail from here, above the history. */
  signature?: Maybe<Signature>;
  /** Those that were saved: that for all channels first, then those of channels. */
  slaPolicies: Array<SlaPolicy>;
  /** Within what time it answers (D37), for all channels that have no limits of their own. */
  slaPolicy: SlaPolicy;
  /** How many seconds a mail is held, so that it can be taken back: 0 to 60 (D5). */
  undoSeconds: Scalars['Int']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<InboxAction>;
  /** The role that the viewer has in it; null for an admin who sees it without being a member. */
  viewerRole?: Maybe<InboxRole>;
  /** The built-in views of the left bar, in order, with their counts (S15–S26). */
  views: Array<InboxView>;
  /** When it works; null as long as nobody has said so, which counts as always. */
  workingHours?: Maybe<WorkingHours>;
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

export type InboxDeleteInput = {
  conversations: InboxDeleteMode;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  /** For MOVE. */
  moveToId?: InputMaybe<Scalars['ID']['input']>;
  /** As it stands there, to the letter (S82). */
  name: Scalars['String']['input'];
};

export type InboxDeleteMode =
  /** Everything goes to another inbox; who does not work there is unassigned. */
  | 'MOVE'
  /** Everything lies in the trash for 30 days, where admins see it. */
  | 'TRASH';

export type InboxDeletion = {
  __typename?: 'InboxDeletion';
  done: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  total: Scalars['Int']['output'];
};

export type InboxDeletionPayload = {
  __typename?: 'InboxDeletionPayload';
  deletion?: Maybe<InboxDeletion>;
  userErrors: Array<UserError>;
};

/** An agent or a team that is named as a member; exactly one of both is set. */
export type InboxGrant = {
  __typename?: 'InboxGrant';
  agent?: Maybe<Agent>;
  role: InboxRole;
  team?: Maybe<Team>;
};

export type InboxMember = {
  __typename?: 'InboxMember';
  agent: Agent;
  role: InboxRole;
};

/** Exactly one of `agentId` and `teamId`. */
export type InboxMemberInput = {
  agentId?: InputMaybe<Scalars['ID']['input']>;
  role?: InboxRole;
  teamId?: InputMaybe<Scalars['ID']['input']>;
};

export type InboxPayload = {
  __typename?: 'InboxPayload';
  inbox?: Maybe<Inbox>;
  userErrors: Array<UserError>;
};

export type InboxReassignInput = {
  /** A member who works in it; null: back to nobody. */
  toId?: InputMaybe<Scalars['ID']['input']>;
};

/** MANAGER: its settings, too. AGENT: works in it. VIEWER: reads and comments. */
export type InboxRole =
  | 'AGENT'
  | 'MANAGER'
  | 'VIEWER';

export type InboxRouting = {
  __typename?: 'InboxRouting';
  /** The one for the whole inbox first. */
  rules: Array<RoutingRule>;
  /** Counts up with each change; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

export type InboxSaveInput = {
  audience?: InputMaybe<InboxAudience>;
  /** 1 to 36500; 0 keeps what was closed for good. */
  closedKeptDays?: InputMaybe<Scalars['Int']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `inb_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  joinBySubject?: InputMaybe<Scalars['Boolean']['input']>;
  /** Replaces the list of members. */
  members?: InputMaybe<Array<InboxMemberInput>>;
  /** Trimmed; unique in the workspace whatever its case (S74). */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Hands on what those have open here who no longer work in it (S84). */
  reassign?: InputMaybe<InboxReassignInput>;
  /** 1 to 3650; 0 reopens always. */
  reopenDays?: InputMaybe<Scalars['Int']['input']>;
  /** An empty text takes it away. */
  signature?: InputMaybe<SignatureInput>;
  /** 0 to 60. */
  undoSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** A built-in view. Which channel views there are comes from the plugins of the connected channels, never from a list in the core. */
export type InboxView = {
  __typename?: 'InboxView';
  /** Open conversations in it; for `filtered` all that it holds; null where no count is kept (spam, trash). */
  count?: Maybe<Scalars['Int']['output']>;
  group: InboxViewGroup;
  icon?: Maybe<Scalars['String']['output']>;
  /** Stable within the workspace: `all`, `mine`, `unassigned`, `bots`, `filtered`, `spam`, `trash`, `channel-<view of the plugin>`, or `team-<id>` for each team of the viewer. */
  key: Scalars['String']['output'];
  /** Set for channel views, the plugin's words in the language asked for, and for teams, their name. */
  title?: Maybe<Scalars['String']['output']>;
};


/** A built-in view. Which channel views there are comes from the plugins of the connected channels, never from a list in the core. */
export type InboxViewTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type InboxViewGroup =
  | 'BOTS'
  | 'CHANNELS'
  | 'OTHER'
  | 'PERSONAL';

export type InputError = UserError & {
  __typename?: 'InputError';
  code: ErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type IssueSeverity =
  | 'ERROR'
  | 'WARNING';

/** One timeline: messages, comments, and what happened, in the same order for everyone. */
export type Item = Event | Message;

export type ItemConnection = {
  __typename?: 'ItemConnection';
  edges: Array<ItemEdge>;
  nodes: Array<Item>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type ItemDirection =
  | 'INBOUND'
  | 'INTERNAL'
  | 'OUTBOUND';

export type ItemEdge = {
  __typename?: 'ItemEdge';
  cursor: Scalars['String']['output'];
  node: Item;
};

export type JobPayload = {
  __typename?: 'JobPayload';
  id?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** An account elsewhere of which an agent has said that it is his. Only he sees it. */
export type LinkedAccount = Node & {
  __typename?: 'LinkedAccount';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The plugin's own word, such as `slack.user`. */
  kind: Scalars['String']['output'];
  /** As he was called there when he linked it. */
  name: Scalars['String']['output'];
  /** Name of the responder that may act in his name. */
  through: Scalars['String']['output'];
  /** How the network knows it. */
  value: Scalars['String']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type LinkedAccountPayload = {
  __typename?: 'LinkedAccountPayload';
  account?: Maybe<LinkedAccount>;
  userErrors: Array<UserError>;
};

/** A file that is being taken in, or was. */
export type ListImport = Node & {
  __typename?: 'ListImport';
  bad: Scalars['Int']['output'];
  byName: Scalars['String']['output'];
  created: Scalars['Int']['output'];
  done: Scalars['Int']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  fileName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: ImportKind;
  /** Where the rows that were not taken in are to be fetched, as CSV with line and reason; for 30 days. Null when there are none. */
  problemsUrl?: Maybe<Scalars['String']['output']>;
  /** Why it failed. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Rows that changed nothing. */
  same: Scalars['Int']['output'];
  startedAt: Scalars['DateTime']['output'];
  state: ListImportState;
  total: Scalars['Int']['output'];
  updated: Scalars['Int']['output'];
};

export type ListImportColumn = {
  __typename?: 'ListImportColumn';
  index: Scalars['Int']['output'];
  propertyId?: Maybe<Scalars['ID']['output']>;
  target: ImportTarget;
};

export type ListImportInput = {
  /** What is not named is skipped. All are guessed from their names when none are given. */
  columns?: InputMaybe<Array<ImportColumnInput>>;
  /** A comma, a semicolon, a tab or a bar. */
  delimiter?: InputMaybe<Scalars['String']['input']>;
  /** utf-8, utf-16le, utf-16be or windows-1252 (WHATWG). */
  encoding?: InputMaybe<Scalars['String']['input']>;
  key?: InputMaybe<ImportKey>;
  kind?: ImportKind;
  uploadId: Scalars['ID']['input'];
};

export type ListImportPayload = {
  __typename?: 'ListImportPayload';
  listImport?: Maybe<ListImport>;
  userErrors: Array<UserError>;
};

export type ListImportPreview = {
  __typename?: 'ListImportPreview';
  columns: Array<ListImportColumn>;
  delimiter: Scalars['String']['output'];
  encoding: Scalars['String']['output'];
  headers: Array<Scalars['String']['output']>;
  key: ImportKey;
  kind: ImportKind;
  rows: Array<ListImportRow>;
  /** How many rows there are below the first. */
  total: Scalars['Int']['output'];
};

export type ListImportPreviewPayload = {
  __typename?: 'ListImportPreviewPayload';
  preview?: Maybe<ListImportPreview>;
  userErrors: Array<UserError>;
};

export type ListImportRow = {
  __typename?: 'ListImportRow';
  cells: Array<Scalars['String']['output']>;
  /** Where it begins in the file; the first line is 1. */
  line: Scalars['Int']['output'];
  name?: Maybe<Scalars['String']['output']>;
  outcome: ImportOutcome;
  /** Of a BAD one, in words. */
  reason?: Maybe<Scalars['String']['output']>;
};


export type ListImportRowReasonArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type ListImportState =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING';

/** What a list of contacts or records shows: which of them, in which order, and which columns. */
export type ListShown = {
  /** By the names of the front end, custom properties by their ids; at most 40. Unknown ones are left out by who reads them. */
  columns?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Those in the bin, instead of all others. */
  deleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of contacts. */
  fact?: InputMaybe<FactInput>;
  order?: InputMaybe<RecordOrder>;
  /** An agent, or `me` for whoever looks. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  pipelineId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  stageId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<ListState>;
};

export type ListState =
  | 'ALL'
  | 'DONE'
  /** Under way. */
  | 'OPEN';

/** A mail that a channel sent to itself. */
export type MailCheck = {
  __typename?: 'MailCheck';
  address: Scalars['String']['output'];
  legs: Array<MailCheckLeg>;
  startedAt: Scalars['DateTime']['output'];
  state: MailCheckState;
  /** How long it is waited for. */
  until: Scalars['DateTime']['output'];
};

/** One step of the way of a mail to oneself. */
export type MailCheckLeg = {
  __typename?: 'MailCheckLeg';
  key: MailCheckLegKey;
  /** What was seen, with the words of the far side; empty while it is waited for. */
  message: Scalars['String']['output'];
  verdict: MailCheckVerdict;
};

export type MailCheckLegKey =
  | 'ARRIVED'
  | 'CLOCK'
  | 'DKIM'
  | 'DMARC'
  | 'LEFT'
  | 'SPF';

export type MailCheckPayload = {
  __typename?: 'MailCheckPayload';
  mailCheck?: Maybe<ChannelMailCheck>;
  userErrors: Array<UserError>;
};

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

/** A meeting with people outside. It was sent to them as an invitation; their answers are read when they come in. */
export type Meeting = Node & Record & Versioned & {
  __typename?: 'Meeting';
  attendees: Array<MeetingAttendee>;
  body?: Maybe<Scalars['String']['output']>;
  /** When it was called off. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  endAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The last mail about it, with how that went; null where the viewer may not see it. */
  invitation?: Maybe<Message>;
  links: Array<Node>;
  /** A place, or a link. */
  location?: Maybe<Scalars['String']['output']>;
  /** From which address it was sent; answers come back there. */
  organizerAddress: Scalars['String']['output'];
  /** That of those who are invited, where it is another one and was said. */
  otherTimeZone?: Maybe<Scalars['String']['output']>;
  /** Who made it. */
  owner?: Maybe<Agent>;
  /** How often it was changed: an answer to an earlier one counts for an earlier date. */
  sequence: Scalars['Int']['output'];
  startAt: Scalars['DateTime']['output'];
  /** In which it was planned, such as `Europe/Amsterdam`. */
  timeZone: Scalars['String']['output'];
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

/** What somebody who is invited has said. */
export type MeetingAnswer =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'NEEDS_ACTION'
  | 'TENTATIVE';

export type MeetingAttendee = {
  __typename?: 'MeetingAttendee';
  address: Scalars['String']['output'];
  answer: MeetingAnswer;
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What he wrote with his answer. */
  comment?: Maybe<Scalars['String']['output']>;
  contact?: Maybe<Contact>;
  name?: Maybe<Scalars['String']['output']>;
  /** Another time that he asks for (COUNTER), until the meeting is moved or he accepts. */
  proposal?: Maybe<MeetingProposal>;
};

export type MeetingCancelInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
  messageId?: InputMaybe<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};

export type MeetingPayload = {
  __typename?: 'MeetingPayload';
  meeting?: Maybe<Meeting>;
  /** What was sent; null when nothing had to be. It can be stopped for a moment (`messageCancel`), and the meeting is then as it was before. */
  message?: Maybe<Message>;
  userErrors: Array<UserError>;
};

export type MeetingProposal = {
  __typename?: 'MeetingProposal';
  endAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null when his calendar did not say it in a way that can be understood. */
  startAt?: Maybe<Scalars['DateTime']['output']>;
};

export type MeetingSaveInput = {
  /** Mail addresses. Further ones may come later; nobody is taken off but by calling it off. */
  attendees?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A description. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The conversation in which a new meeting is sent; else a new one begins in the inbox. */
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  endAt?: InputMaybe<Scalars['DateTime']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  inboxId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the words that Balie adds, such as `nl`. */
  language?: InputMaybe<Scalars['String']['input']>;
  location?: InputMaybe<Scalars['String']['input']>;
  /** Of the mail, made by the client. */
  messageId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the conversation that begins, made by the client. */
  newConversationId?: InputMaybe<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  otherTimeZone?: InputMaybe<Scalars['String']['input']>;
  startAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What stands above, in the mail. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Of the agent; its name as IANA has it. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody called the viewer into a conversation. */
export type Mention = Node & {
  __typename?: 'Mention';
  byName: Scalars['String']['output'];
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  message: Message;
  /** Null as long as he has not looked. */
  seenAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type MentionConnection = {
  __typename?: 'MentionConnection';
  edges: Array<MentionEdge>;
  nodes: Array<Mention>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type MentionEdge = {
  __typename?: 'MentionEdge';
  cursor: Scalars['String']['output'];
  node: Mention;
};

export type MentionState =
  | 'SEEN'
  | 'UNSEEN';

export type Message = Node & Versioned & {
  __typename?: 'Message';
  /** When it was received or written, which orders the timeline. */
  at: Scalars['DateTime']['output'];
  attachments: Array<Attachment>;
  author: Actor;
  /** Sent by a machine: out-of-office, bounce, list. */
  automatic: Scalars['Boolean']['output'];
  /** Only shown to members of the inbox. */
  bcc: Array<Recipient>;
  cc: Array<Recipient>;
  channel?: Maybe<Channel>;
  conversation: Conversation;
  createdAt: Scalars['DateTime']['output'];
  deliveries: Array<Delivery>;
  /** The worst of `deliveries`; null for inbound messages and comments. */
  deliveryStatus?: Maybe<DeliveryStatus>;
  /** INTERNAL is a comment, which the contact never sees. */
  direction: ItemDirection;
  /** The message that it passes on. */
  forwardOfId?: Maybe<Scalars['ID']['output']>;
  /** The address it came from or goes out from. */
  from?: Maybe<Recipient>;
  /** When it leaves, as long as it is HELD. */
  heldUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Address of the sanitised page to show in a sandboxed frame; null when the text is all there is. */
  htmlUrl?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Who was called by this comment. */
  mentions: Array<MessageMention>;
  parts: Array<ExtraPart>;
  /** The quoted history, hidden until asked for. */
  quotedText?: Maybe<Scalars['String']['output']>;
  /** The source as received. */
  rawUrl?: Maybe<Scalars['String']['output']>;
  /** It would load pictures from elsewhere; `htmlUrl` with `?pictures=1` shows them through our proxy. */
  remotePictures: Scalars['Boolean']['output'];
  /** The message that it answers. */
  replyToId?: Maybe<Scalars['ID']['output']>;
  /** Its author chose the time at which it leaves. */
  scheduled: Scalars['Boolean']['output'];
  /** When its sender says that it was written. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Between us and somebody else than the customer, who never sees it (G7 44). */
  side: Scalars['Boolean']['output'];
  subject?: Maybe<Scalars['String']['output']>;
  /** Plain text without the quoted history. */
  text: Scalars['String']['output'];
  to: Array<Recipient>;
  /** The raw bytes could not be understood; they are attached as they came. */
  unparsed: Scalars['Boolean']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it with `messageAmend`: only to his own, and only where the network of its channel can. */
  viewerMay: Array<MessageAmendment>;
  /** What an agent should know before he trusts it. */
  warnings: Array<MessageWarning>;
};

/** What can still be done to a message that was sent. */
export type MessageAmendment =
  | 'EDIT'
  | 'WITHDRAW';

export type MessageConnection = {
  __typename?: 'MessageConnection';
  edges: Array<MessageEdge>;
  nodes: Array<Message>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type MessageEdge = {
  __typename?: 'MessageEdge';
  cursor: Scalars['String']['output'];
  node: Message;
};

export type MessageForwardInput = {
  /** Only these of its files; the pictures in its text always stand in it. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  basedOn?: InputMaybe<Scalars['ID']['input']>;
  bcc?: InputMaybe<Array<Scalars['String']['input']>>;
  cc?: InputMaybe<Array<Scalars['String']['input']>>;
  html?: InputMaybe<Scalars['String']['input']>;
  /** Client-made, `msg_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The message that is passed on. */
  messageId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  sendAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What is said above it; may be empty. */
  text?: Scalars['String']['input'];
  to: Array<Scalars['String']['input']>;
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Its files go along. */
  withAttachments?: Scalars['Boolean']['input'];
};

/** A mention as its comment shows it. */
export type MessageMention = {
  __typename?: 'MessageMention';
  agentId: Scalars['ID']['output'];
  /** As he was called then. */
  name: Scalars['String']['output'];
  /** The name of the team by which he was called; null when he was called himself. */
  team?: Maybe<Scalars['String']['output']>;
  /** False: he may not see this inbox, so he was told nothing. */
  told: Scalars['Boolean']['output'];
};

export type MessagePayload = {
  __typename?: 'MessagePayload';
  message?: Maybe<Message>;
  userErrors: Array<UserError>;
};

export type MessageSendInput = {
  /** What kind of answer it asks for: a field that fits where the channel has one. Not together with `choices`. */
  asks?: InputMaybe<AnswerKind>;
  /** The last item that the author had seen; when there is a newer message, nothing is sent and STALE says which. */
  basedOn?: InputMaybe<Scalars['ID']['input']>;
  bcc?: InputMaybe<Array<Scalars['String']['input']>>;
  cc?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Offered below the text, at most 13: buttons where the channel has them, else a numbered list in the text. */
  choices?: InputMaybe<Array<ChoiceInput>>;
  conversationId: Scalars['ID']['input'];
  direction?: ItemDirection;
  /** A picture in it is `<img src="upload:ID">` of one of the `uploadIds`. */
  html?: InputMaybe<Scalars['String']['input']>;
  /** Client-made, `msg_` and a UUIDv7: the idempotency key and the optimistic key in one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Agents, and teams with all their people, who are called into the conversation by a comment; at most 20. Who may not see it is told nothing, and gets no access: `Message.mentions` says so (S64). */
  mentionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** The message that is answered, whose people are the recipients; the last one of the customer when not given. */
  replyTo?: InputMaybe<Scalars['ID']['input']>;
  /** One of `replyRoutes`; the best one when not given. */
  routeId?: InputMaybe<Scalars['ID']['input']>;
  /** Not before this time, at most a year ahead; without it after the undo time of the inbox (D5). */
  sendAt?: InputMaybe<Scalars['DateTime']['input']>;
  text: Scalars['String']['input'];
  thenSetStatus?: InputMaybe<ConversationStatus>;
  /** Instead of the recipients that the server would take. */
  to?: InputMaybe<Array<Scalars['String']['input']>>;
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
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

/** As much of an inbox as one must know to move something there. */
export type MoveTarget = {
  __typename?: 'MoveTarget';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

export type MovedConversation = {
  __typename?: 'MovedConversation';
  id: Scalars['ID']['output'];
  version: Scalars['Int']['output'];
};

/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type Mutation = {
  __typename?: 'Mutation';
  /** The viewer says that the account is his: what is written with it may go out in his name. Only in a session, not by a token. */
  accountLink: LinkedAccountPayload;
  /** Nothing is written in the viewer's name from there any more. */
  accountUnlink: DeletePayload;
  /** What an inbox answers by itself; off by default. Members who may manage it save it (S84). */
  acknowledgementSave: InboxPayload;
  /** Adds an agent with a first password, to be handed over by the admin (S80). */
  agentCreate: AgentPayload;
  /** Ends his sessions and tokens at once; what is open goes to `reassignToId`, or back to nobody. The last owner can't leave. */
  agentDeactivate: AgentPayload;
  /** When a person works, and his holidays and absences (D20); one's own, or as an admin those of others. They count at once. */
  agentHoursSave: AgentPayload;
  /** Invites somebody, or again whoever was invited under this id. The link holds 72 hours, once, and stands in this answer only. */
  agentInvite: AccessLinkPayload;
  /** Takes the invitation of somebody who has not joined back, with all its links. */
  agentInviteRevoke: DeletePayload;
  /** A new link: to accept the invitation, or for an active agent to set a new password. Only an owner makes one for an owner or admin. */
  agentLinkCreate: AccessLinkPayload;
  /** Takes somebody's passkeys away and ends his sessions, such as when his phone is lost. Only an owner does it for an owner or admin. */
  agentPasskeysRemove: AgentPayload;
  /** Lets an agent who left in again, with the memberships that he had. */
  agentReactivate: AgentPayload;
  /** Takes somebody's second step away and ends his sessions, such as when his phone is lost. Only an owner does it for an owner or admin. */
  agentSecondFactorReset: AgentPayload;
  /** Unties the accounts of the provider from somebody and ends his sessions, such as when he got another account there. Only an owner does it for an owner or admin. */
  agentSignInReset: AgentPayload;
  /** Signs somebody out everywhere, at once; any admin may, as it takes nothing away. Tokens go on. */
  agentSignOut: AgentPayload;
  /** Changes name, role and seat. Only an owner gives or takes the roles OWNER and ADMIN; the last owner stays one. */
  agentUpdate: AgentPayload;
  /** Changes the settings of the API; what is not given stays as it is. */
  apiSettingsSave: ApiSettingsPayload;
  /** The secret is in this answer and never again. */
  apiTokenCreate: ApiTokenPayload;
  /** The token stops to work at once. */
  apiTokenRevoke: DeletePayload;
  /** Away with a rule and its log; answers the same when it is gone already. */
  automationRuleDelete: DeletePayload;
  /** Makes a rule, or changes the one with this id; for who manages all of its inboxes. The same again answers the same. */
  automationRuleSave: AutomationRulePayload;
  /** Puts rules into this order, in the places that they have among all others. */
  automationRulesOrder: AutomationRulesPayload;
  /**
   * Sets oneself (S66), or as an admin or who manages an inbox of his somebody else (D21). A person's own AWAY is lifted by nobody else; what a
   * manager set he changes himself at once.
   */
  availabilitySet: AgentPayload;
  /** The bot asks for a person, with `assigneeId` for a certain one of the inbox or for a team of which somebody works there: the conversation is open, and leaves the bots' view at once (S23). */
  botHandOff: ConversationPayload;
  /** Gives the word in a conversation to a bot that serves its inbox; one holder at a time (S23). */
  botStart: ConversationPayload;
  /** Takes the word from a bot: it is silent from now on, and people answer. */
  botTakeOver: ConversationPayload;
  /** Stops it; what it has done stays done, and can be taken back. */
  bulkChangeStop: BulkChangePayload;
  /** Takes back all that it did, as far as nobody has changed it since; also while it is under way. For a day after its end (U6). */
  bulkChangeUndo: BulkChangePayload;
  /** Has one of `callers` call a number for the viewer. The plugin logs the call, and how it went, itself. */
  callStart: CallStartPayload;
  /** Gives a channel whose inbox was deleted to another one; it goes on where it was. */
  channelAttach: ChannelPayload;
  /** Switches a filter rule of a channel on or off, for what comes in from now on (S25). */
  channelFilterRuleSet: ChannelPayload;
  /** The page that a route of the plugin makes with these settings, which are not kept: what end users would see. It is HTML for a frame of an origin of its own, such as `/p/frame`. */
  channelPreview: ChannelPreviewPayload;
  /** Removes a channel: it reads and sends nothing any more, its settings, secrets and what its plugin kept for it are gone, and its account can be connected anew. Conversations stay; what waited to be sent through it fails, to be sent another way. Again is no error. */
  channelRemove: ChannelPayload;
  /** Switches a channel on or off; what waits to be sent is kept. */
  channelSetActive: ChannelPayload;
  /** One step of adding a channel, or of changing or re-authorising one: a form, a redirect, something to show, or done. */
  channelSetup: ChannelSetupPayload;
  /** Goes on with a set-up after its redirect: the far side has sent the browser to `/setup/callback`, and `data` holds all that the address carried. `state` is good for one return, within ten minutes, of the session or token that began it. */
  channelSetupReturn: ChannelSetupPayload;
  /** Tries the settings without keeping them, and says in the far side's words what is wrong. */
  channelTest: ChannelTestPayload;
  /** Sets aside what this contact wrote to the inbox, and all that he writes from now on: stored, but it notifies nobody (S55, S56, S59). */
  contactBlock: ContactPayload;
  /**
   * Erases a person: contact, addresses, facts, conversations, messages with files and sources, notes and all traces of him. Gone for everybody
   * at once, and from the disk as a job gets to it; it can't be undone. Copies in backups go when these are deleted. A repeat answers with the first.
   */
  contactErase: ContactErasePayload;
  /**
   * Has an archive (ZIP) made of all that is kept of a person, for him (GDPR, article 15): contact, conversations and messages with their files and
   * sources, records, and what the log says of him, with a manifest of digests (SHA-256). A job makes it; it is deleted after 7 days, and when
   * anybody is erased. While one is being made, that is the answer.
   */
  contactExport: ContactExportPayload;
  /** An address under which the archive can be fetched for ten minutes, by who is signed in and may have it; the one before ends. */
  contactExportLink: ContactExportLinkPayload;
  /**
   * Does one thing to every contact that a filter finds, by a job, batch by batch; who becomes known meanwhile is left as he is. Only for people in
   * the app. Make the id yourself (`blk_` and a UUIDv7); a repeat answers with the first result. How far it is comes by `changes` (U16).
   */
  contactListChange: BulkChangePayload;
  /** Makes two contacts one: everything of the other hangs on the winner then. Two who are both proven by their networks are never one by themselves: a person says so (G14). */
  contactMerge: ContactMergePayload;
  /** Parts two contacts that were merged in the last 30 days: what came with the other goes back to him, with what he began since from an address of his. Name, owner and each fact of the winner are as before, as far as nobody changed them since (N12). */
  contactMergeUndo: ContactMergePayload;
  contactPropertyRemove: ContactPropertyRemovePayload;
  contactPropertySave: ContactPropertyPayload;
  /** Makes or changes a contact; what is not given stays as it is. A repeat answers with the first result. */
  contactSave: ContactPayload;
  /** Lets him in again; what was set aside comes back only with `moveBack` (S57). */
  contactUnblock: ContactPayload;
  /** Changes several contacts, each as it says. Bulk: at most 200; each failure is in `userErrors` under its index. */
  contactsChange: ContactsPayload;
  /** Puts contacts into the bin, or with `restore` takes them out; they are kept for 90 days, and who writes again is back. Bulk: at most 200 ids; each failure is in `userErrors` under its index (D44). */
  contactsDelete: ContactsPayload;
  /** To an agent, to a team, or back to nobody (S37). Bulk: at most 200 ids; each failure is in `userErrors` under its index. */
  conversationAssign: ConversationsPayload;
  /** Begins a conversation with a message of ours (S30); only for agents of the inbox (S85). A repeat with the same `id` returns the first result. */
  conversationCompose: MessagePayload;
  /** Deletes for ever what lies in the trash, with its files; the same mail does not come back (S29). At most 200; who asks makes sure first. */
  conversationDeleteForever: ConversationsDeletePayload;
  /** Marks read up to an item, or with null as unread; only for the viewer. */
  conversationMarkRead: ConversationPayload;
  /**
   * Makes two conversations one (N12): what was said in `from` stands in `into` at its time, with its threads, drafts, tags and records; `from` only
   * shows the way there. Answers of the customer, on whichever of the threads, come to `into`. For those who act in both.
   */
  conversationMerge: ConversationMergePayload;
  /**
   * Parts what was merged, or joins what was split, in the last 30 days: each item is back in its place, and status, assignee, tags and placement
   * are those of before, as far as nobody changed them since. What came in meanwhile goes where its thread is.
   */
  conversationMergeUndo: ConversationMergePayload;
  /**
   * Into another inbox, for those who act in the one where it lies; the other one may be none of theirs (D3). An assignee who does not work there
   * is taken off. Threads and drafts go along, and answers of the customer find it there. Bulk as `conversationAssign`.
   */
  conversationMove: ConversationsMovePayload;
  /** Moves conversations between inbox, Filtered and Spam (S40), or into the trash (S38); out of there leads `conversationRestore`. Bulk as `conversationAssign`. */
  conversationPlace: ConversationsPayload;
  /**
   * Out of the trash: back to where it lay, with the status and the assignee that it had (S28). `inboxId` puts it into another inbox; without it,
   * what lay in an inbox that is no more answers INBOX_GONE. Bulk as `conversationAssign`.
   */
  conversationRestore: ConversationsPayload;
  /** Ties conversations to a contact, or with null to nobody: an unknown visitor, whose history stays and who can be tied again (S53). Bulk and `expectedVersions` as with `conversationSetStatus`. */
  conversationSetContact: ConversationsPayload;
  /** Closes or reopens (S41). `expectedVersions` has one for each id: what was changed since is left alone and answers CONFLICT, which is what makes an undo safe. */
  conversationSetStatus: ConversationsPayload;
  /**
   * Out of sight until a time, and then back by itself, or as soon as a person writes (G7 46); who wants it back before sets it OPEN. What closes
   * or escalates by the clock leaves it alone meanwhile. Bulk as `conversationAssign`.
   */
  conversationSnooze: ConversationsPayload;
  /** Makes a conversation of its own of some messages and comments of another, such as those about a second matter; answers to them come there. */
  conversationSplit: ConversationMergePayload;
  /** Puts tags on conversations and takes others off. Bulk as `conversationAssign`. */
  conversationTag: ConversationsPayload;
  /**
   * Does one thing to every conversation that a filter finds, by a job, batch by batch, with the rights that the viewer has at each of them;
   * what gets a new message meanwhile is left as it is. An inbox that the filter names must be one that he acts in. Only for people in the app.
   * Make the id yourself (`blk_` and a UUIDv7); a repeat answers with the first result. How far it is comes by `changes` (U16).
   */
  conversationsChange: BulkChangePayload;
  /** Sets what amounts of deals are in where nobody says; those that are there stay as they are. */
  dealCurrencySet: DealCurrencyPayload;
  /** Fills an empty instance with believable conversations, or takes them away again. */
  demoSet: DemoPayload;
  /** Keeps what the viewer is writing, one draft for each mode; empty text removes it. */
  draftSave: DraftPayload;
  /** Signs everybody out everywhere, at once, but for the session that asks. Tokens go on. */
  everybodySignOut: EverybodySignOutPayload;
  /** Import anyway: makes a message of what became none: a duplicate, a loop, something held or failed. A repeat changes nothing. */
  inboundItemImport: InboundItemPayload;
  /** Understands an item again from its raw bytes, after FAILED or `unparsed`. */
  inboundItemReplay: InboundItemPayload;
  /** Deletes an inbox, which is gone for its members at once; a job moves its conversations or puts them into the trash for 30 days (S81–S83, N11). */
  inboxDelete: InboxDeletionPayload;
  /** Creates an inbox, or updates the one with this id (S70–S76, S84). */
  inboxSave: InboxPayload;
  /** The inbox that is taken where none is named; it can't be deleted. */
  inboxSetDefault: InboxPayload;
  /** Puts a job that was given up back into the queue. */
  jobRetry: JobPayload;
  /**
   * Takes a file in, by a job, batch by batch. A row changes what its key finds, or makes it; an empty cell changes nothing, so the same file
   * twice changes nothing. Two contacts never become one by it: a row with an address of somebody else is refused.
   * Make the id yourself (`imp_` and a UUIDv7); a repeat answers with the first result.
   */
  listImport: ListImportPayload;
  /** Has a channel send a mail to its own address and looks out for it. It makes no conversation. While one is under way no other is sent. */
  mailCheckStart: MailCheckPayload;
  /** Calls a meeting off and tells all who are invited. */
  meetingCancel: MeetingPayload;
  /** Makes a meeting and invites to it by a real invitation (RFC 5545, 5546), or changes one and tells all who are invited; what is not given stays as it is. Its id, made by the client, is of the form `mtg_…`; a repeat answers with the first result, and what changes nothing sends nothing (S52). */
  meetingSave: MeetingPayload;
  /** The viewer has seen where he is mentioned in this conversation. */
  mentionsSee: ConversationPayload;
  /**
   * Puts other words in the place of what the viewer has sent himself, or with null takes it back, where the network of its channel can
   * (`Message.viewerMay`). The other side sees that it was changed or withdrawn; what it said before is kept nowhere.
   */
  messageAmend: MessagePayload;
  /** Stops a message that is still HELD or QUEUED; its text, recipients and files go back to the draft of its author. */
  messageCancel: MessagePayload;
  /** Passes a message on to somebody else (D4). It opens a side thread in the same conversation: what that person answers lands there, and the customer never sees any of it. */
  messageForward: MessagePayload;
  /** A person's word on an UNCERTAIN delivery: it did arrive. */
  messageMarkSent: MessagePayload;
  /** Another time for a message that is still HELD; null lets it leave now. */
  messageReschedule: MessagePayload;
  /** Tries failed deliveries of a message again. One that is UNCERTAIN is sent again only with `evenIfUncertain`. */
  messageRetry: MessagePayload;
  /** Sends an answer, or keeps an internal comment. A repeat with the same `id` returns the first result (S42, S63, S64). */
  messageSend: MessagePayload;
  /** Changes how the viewer wants to be told; what is not given stays. */
  notificationSettingsSave: NotificationSettingsPayload;
  /** The viewer is at the app, which counts for 90 seconds, or has just left it: as long as he is there nothing is pushed, and what he has not read when he has just gone is a moment later. */
  notificationsAttend: NotificationsAttendPayload;
  /** Marks notifications of the viewer as read: those named (at most 100), those about a conversation, or without either all. Who reads a conversation to its end has read what he was told of it, too. */
  notificationsMarkRead: NotificationsReadPayload;
  /** Keeps what the authenticator made. */
  passkeyAdd: PasskeyPayload;
  /** Begins a new passkey, for which the viewer shows what he signs in with: his password if he has one, and a code where he has a second step. */
  passkeyBegin: PasskeyBeginPayload;
  passkeyRemove: PasskeyRemovePayload;
  passkeyRename: PasskeyPayload;
  /** Sets the viewer's own password, and ends all his other sessions. */
  passwordChange: AgentPayload;
  /** Whether people may sign in by a password. To forbid it, the provider must answer and the owner who forbids it must have signed in by it. For owners. */
  passwordSignInAllow: SignInSettingsPayload;
  /** A token with which a program acts as the viewer, as far as its scopes go. The secret is in this answer and never again. */
  personalTokenCreate: PersonalTokenPayload;
  /** The token stops to work at once, its open sockets too. */
  personalTokenRevoke: DeletePayload;
  /** Makes or changes a pipeline with its stages, in the order given. A stage that still holds records can't be left out. */
  pipelineSave: PipelinePayload;
  /** Calls an action that a channel or a responder of a plugin offers; `input` and the answer follow the JSON Schemas of `Plugin.actions` (N19). */
  pluginCall: PluginCallPayload;
  /** Installs from a folder or a .tgz that lies on the server, or `npm:name@1.2.3` where `pluginSources` allows it. First call without `approve`: answers what the plugin asks for and installs nothing. */
  pluginInstall: PluginInstallPayload;
  /** What he signs counts no longer; what is installed stays. */
  pluginPublisherRemove: DeletePayload;
  /** From now on, what this publisher has signed counts as signed. */
  pluginPublisherTrust: PluginPublisherPayload;
  /** Stops it and takes it away; refused while a channel of it is configured. */
  pluginRemove: DeletePayload;
  /** Back to the version that ran before, when its files and its signature still hold, and it runs and reads the settings of today; no restart, nothing dropped. */
  pluginRollBack: PluginPayload;
  /** Starts or stops it, in the running server. */
  pluginSetEnabled: PluginPayload;
  /** Keeps the viewer's own settings: language, time zone, sizes of panes; keys that are not given stay as they are. */
  preferencesSave: AgentPayload;
  /** The viewer's own name, language and time zone, and what visitors of a chat see of him. */
  profileSave: AgentPayload;
  /** Adds the browser in which the viewer is signed in, or renews it. It ends with this session. What is sent is encrypted for the browser (RFC 8291), and only while he is not at the app. */
  pushSubscribe: PushSubscribePayload;
  /** A browser of the viewer gets nothing any more. */
  pushUnsubscribe: DeletePayload;
  /** Ties a record to a contact, a conversation or another record, or unties it (D15). */
  recordLink: RecordPayload;
  /**
   * The same with every ticket, deal, task or company that a filter finds and the viewer may see, with the right that he has at each of them.
   * What the type does not have is refused at once.
   */
  recordListChange: BulkChangePayload;
  /** Makes or changes a record; what is not given stays as it is. Its id, made by the client, says its type (`tkt_…`); a repeat answers with the first result (S46, S49 to S51, S54). */
  recordSave: RecordPayload;
  /** Changes several records, each as it says, such as their owner or stage. Bulk: at most 200; each failure is in `userErrors` under its index. */
  recordsChange: RecordsPayload;
  /** Deletes records, or with `restore` brings them back; what was deleted is kept for 90 days. Bulk: at most 200 ids; each failure is in `userErrors` under its index (D44). */
  recordsDelete: RecordsPayload;
  /** Ties several records to one thing, or unties them (D15). Bulk: at most 200 ids; each failure is in `userErrors` under its index. */
  recordsLink: RecordsPayload;
  /** Ten new recovery codes in the place of the ones before. */
  recoveryCodesRenew: RecoveryCodesPayload;
  /** Takes a responder away; what it said stays. */
  responderDelete: DeletePayload;
  /** Adds a responder, or changes one. Its settings are proven first; secrets that are left out stay as they are. */
  responderSave: ResponderPayload;
  /** Tries the settings without keeping them, and says in the far side's words what is wrong. */
  responderTest: ResponderTestPayload;
  /** One turn of a try-out with settings that need not be kept. Nothing is done and nothing stays; `turn` tells what would be. */
  responderTry: ResponderTryPayload;
  /**
   * How an inbox hands out its conversations (D16 to D19); replaces all its rules. Members who manage it save it. Whoever may not be picked, with
   * a light seat or without the role to act here, is refused by his place in the input (S2); later he is passed over.
   */
  routingSave: InboxPayload;
  /** The view is gone for everybody who saw it; saved again under its id it is back. */
  savedViewDelete: DeletePayload;
  /** Saves a filter as a view, or changes the view with this id. A view for all is made by admins, one of a team by those who are in it. */
  savedViewSave: SavedViewPayload;
  /** Puts the views that the viewer has of a list into this order, for him alone; those that are not named come last. */
  savedViewsOrder: SavedViewsPayload;
  /** A new key for the viewer's authenticator; it counts once `secondFactorConfirm` has seen a code of it. */
  secondFactorBegin: SecondFactorBeginPayload;
  /** Each sign-in asks for a code from now on, and the viewer's other sessions end. The recovery codes stand in this answer only. */
  secondFactorConfirm: RecoveryCodesPayload;
  /** Takes the second step away, for which it is shown once more; refused where everybody needs one. */
  secondFactorRemove: SecondFactorPayload;
  /** Whether everybody needs a second step: who has none sets it up at his next sign-in. For owners. */
  secondFactorRequire: SecondFactorPayload;
  /** Takes a decision back. */
  senderRuleRemove: SenderRuleRemovePayload;
  /** Decides about an address, or about everybody of a domain as `@example.com`; takes the place of an earlier decision about the same. */
  senderRuleSave: SenderRulePayload;
  /** Holds everything that would leave, by whatever channel, or lets it go. */
  sendingPause: SendingPayload;
  /** Signs one of the viewer's sessions out, at once, its open sockets too. */
  sessionRevoke: DeletePayload;
  /** Signs the viewer out everywhere but where he asks, at once. */
  sessionsRevokeOthers: DeletePayload;
  /** Unties an account of the provider from the viewer. */
  signInIdentityRemove: SignInIdentityRemovePayload;
  /** Sets with which provider people may sign in, by OpenID Connect; for owners. */
  signInProviderSave: SignInSettingsPayload;
  /** Asks the provider who it is and what it can do; changes nothing. For owners. */
  signInProviderTest: SignInProviderTestPayload;
  /** Typing, viewing: ephemeral, fire and forget. True when it was passed on. */
  signal: Scalars['Boolean']['output'];
  /** Takes the limits of a channel away: those of its inbox hold for it again. */
  slaPolicyRemove: InboxPayload;
  /**
   * Within what time an inbox, or one of its channels, answers and closes; no limits by default. Members who may manage it save them. They hold
   * for what is asked from then on: a clock that runs keeps its time, and ends where there is no limit any more, unless `applyToOpen` says
   * otherwise.
   */
  slaPolicySave: InboxPayload;
  /** Answers the same when it is gone already. */
  snippetDelete: DeletePayload;
  /** Puts a file of a snippet among the viewer's own uploads, to go along with what he writes. Make the id of the upload yourself; a repeat answers the same (S63). */
  snippetFileAttach: SnippetFileAttachPayload;
  /** Makes a snippet, or changes the one with this id. Own ones are everybody's; those for all are made by admins, those of an inbox by who manages it. */
  snippetSave: SnippetPayload;
  /** Chooses the channel that system mail leaves by; null for none: then the app shows each link instead. */
  systemMailSave: SystemMailPayload;
  /** Takes a tag off everything and away. A repeat answers the same. */
  tagDelete: TagDeletePayload;
  /** Merges tags: conversations that carry any of `from` carry `into` instead, and the tags `from` are gone. */
  tagMerge: TagPayload;
  /** Makes a tag, for whoever works with conversations; admins rename and colour those that are there. A repeat with the same `id` answers the same. */
  tagSave: TagPayload;
  /** The team is gone from the list and from every inbox; its id still shows its name where it was named before. */
  teamDelete: DeletePayload;
  /** Creates a team, or updates the one with this id. Inboxes of which the team is a member are open to its people at once (S6, S75). */
  teamSave: TeamPayload;
  /** Where to PUT a file, within the hour. Its id then goes into `messageSend`; uploads that nothing uses are swept after a day. */
  uploadCreate: UploadPayload;
  /** Tells it nothing more, and forgets what it was told. */
  webhookDelete: DeletePayload;
  /** Sends again what was delivered or given up: these deliveries, or all since a time, at most 1,000 at once, in the order in which it happened. */
  webhookReplay: WebhookReplayPayload;
  /** Adds a webhook, or changes one; for admins who may see what is in its inboxes. Each request is signed (Standard Webhooks), comes at least once, and in order per conversation (G13). */
  webhookSave: WebhookPayload;
  /** Sends it an event `webhook.test` of nothing that happened, signed and tried again as any other, so that one sees how it answers. */
  webhookTest: WebhookTestPayload;
  /** When an inbox works, in its own time zone. Members who may manage it save it (S84). */
  workingHoursSave: InboxPayload;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAccountLinkArgs = {
  offer: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAccountUnlinkArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAcknowledgementSaveArgs = {
  input: AcknowledgementSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentCreateArgs = {
  input: AgentCreateInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentDeactivateArgs = {
  input: AgentDeactivateInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentHoursSaveArgs = {
  input: AgentHoursSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentInviteArgs = {
  input: AgentInviteInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentInviteRevokeArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentLinkCreateArgs = {
  id: Scalars['ID']['input'];
  mail?: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentPasskeysRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentReactivateArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentSecondFactorResetArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentSignInResetArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentSignOutArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentUpdateArgs = {
  input: AgentUpdateInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationApiSettingsSaveArgs = {
  input: ApiSettingsSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationApiTokenCreateArgs = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  scopes: Array<Scope>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationApiTokenRevokeArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAutomationRuleDeleteArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAutomationRuleSaveArgs = {
  input: AutomationRuleSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAutomationRulesOrderArgs = {
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAvailabilitySetArgs = {
  input: AvailabilitySetInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationBotHandOffArgs = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  conversationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationBotStartArgs = {
  botId: Scalars['ID']['input'];
  conversationId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationBotTakeOverArgs = {
  conversationId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationBulkChangeStopArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationBulkChangeUndoArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationCallStartArgs = {
  input: CallStartInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelAttachArgs = {
  id: Scalars['ID']['input'];
  inboxId: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelFilterRuleSetArgs = {
  channelId: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  on: Scalars['Boolean']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelPreviewArgs = {
  input: ChannelPreviewInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelSetActiveArgs = {
  active: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelSetupArgs = {
  input: ChannelSetupInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelSetupReturnArgs = {
  data: Scalars['JSON']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  state: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationChannelTestArgs = {
  input: ChannelTestInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactBlockArgs = {
  contactId: Scalars['ID']['input'];
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactEraseArgs = {
  input: ContactEraseInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactExportArgs = {
  contactId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactExportLinkArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactListChangeArgs = {
  input: ContactListChangeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactMergeArgs = {
  input: ContactMergeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactMergeUndoArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactPropertyRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactPropertySaveArgs = {
  input: ContactPropertyInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactSaveArgs = {
  input: ContactSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactUnblockArgs = {
  contactId: Scalars['ID']['input'];
  inboxId: Scalars['ID']['input'];
  moveBack?: Scalars['Boolean']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactsChangeArgs = {
  changes: Array<ContactChangeInput>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactsDeleteArgs = {
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  restore?: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationAssignArgs = {
  input: ConversationAssignInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationComposeArgs = {
  input: ComposeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationDeleteForeverArgs = {
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationMarkReadArgs = {
  id: Scalars['ID']['input'];
  upTo?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationMergeArgs = {
  input: ConversationMergeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationMergeUndoArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationMoveArgs = {
  input: ConversationMoveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationPlaceArgs = {
  input: ConversationPlaceInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationRestoreArgs = {
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
  inboxId?: InputMaybe<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationSetContactArgs = {
  contactId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationSetStatusArgs = {
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  status: ConversationStatus;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationSnoozeArgs = {
  input: ConversationSnoozeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationSplitArgs = {
  input: ConversationSplitInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationTagArgs = {
  input: ConversationTagInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationsChangeArgs = {
  input: ConversationsChangeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationDealCurrencySetArgs = {
  currency: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationDemoSetArgs = {
  present: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationDraftSaveArgs = {
  input: DraftSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationInboundItemImportArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationInboundItemReplayArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationInboxDeleteArgs = {
  input: InboxDeleteInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationInboxSaveArgs = {
  input: InboxSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationInboxSetDefaultArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationJobRetryArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationListImportArgs = {
  id: Scalars['ID']['input'];
  input: ListImportInput;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMailCheckStartArgs = {
  channelId: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMeetingCancelArgs = {
  input: MeetingCancelInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMeetingSaveArgs = {
  input: MeetingSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMentionsSeeArgs = {
  conversationId: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageAmendArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageCancelArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageForwardArgs = {
  input: MessageForwardInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageMarkSentArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageRescheduleArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  sendAt?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageRetryArgs = {
  evenIfUncertain?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageSendArgs = {
  input: MessageSendInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationNotificationSettingsSaveArgs = {
  input: NotificationSettingsInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationNotificationsAttendArgs = {
  active: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationNotificationsMarkReadArgs = {
  conversationId?: InputMaybe<Scalars['ID']['input']>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPasskeyAddArgs = {
  input: PasskeyAddInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPasskeyBeginArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  password?: InputMaybe<Scalars['String']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPasskeyRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPasskeyRenameArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPasswordChangeArgs = {
  current: Scalars['String']['input'];
  password: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPasswordSignInAllowArgs = {
  allowed: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPersonalTokenCreateArgs = {
  input: PersonalTokenCreateInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPersonalTokenRevokeArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPipelineSaveArgs = {
  input: PipelineSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginCallArgs = {
  action: Scalars['String']['input'];
  input: Scalars['JSON']['input'];
  instanceId: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginInstallArgs = {
  approve?: Scalars['Boolean']['input'];
  source: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginPublisherRemoveArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginPublisherTrustArgs = {
  input: PluginPublisherTrustInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginRollBackArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginSetEnabledArgs = {
  enabled: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPreferencesSaveArgs = {
  preferences: Scalars['JSON']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationProfileSaveArgs = {
  input: ProfileSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPushSubscribeArgs = {
  input: PushSubscribeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPushUnsubscribeArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecordLinkArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  remove?: Scalars['Boolean']['input'];
  toId: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecordListChangeArgs = {
  input: RecordListChangeInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecordSaveArgs = {
  input: RecordSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecordsChangeArgs = {
  changes: Array<RecordChangeInput>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecordsDeleteArgs = {
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  restore?: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecordsLinkArgs = {
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  remove?: Scalars['Boolean']['input'];
  toId: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRecoveryCodesRenewArgs = {
  code: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationResponderDeleteArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationResponderSaveArgs = {
  input: ResponderSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationResponderTestArgs = {
  input: ResponderTestInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationResponderTryArgs = {
  input: ResponderTryInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationRoutingSaveArgs = {
  input: RoutingSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSavedViewDeleteArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSavedViewSaveArgs = {
  input: SavedViewSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSavedViewsOrderArgs = {
  ids: Array<Scalars['ID']['input']>;
  list?: SavedViewList;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSecondFactorBeginArgs = {
  password: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSecondFactorConfirmArgs = {
  code: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSecondFactorRemoveArgs = {
  code: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSecondFactorRequireArgs = {
  required: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSenderRuleRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSenderRuleSaveArgs = {
  input: SenderRuleInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSendingPauseArgs = {
  paused: Scalars['Boolean']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSessionRevokeArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSignInIdentityRemoveArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSignInProviderSaveArgs = {
  input: SignInProviderSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSignInProviderTestArgs = {
  issuer: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSignalArgs = {
  active?: Scalars['Boolean']['input'];
  conversationId: Scalars['ID']['input'];
  kind: SignalKind;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSlaPolicyRemoveArgs = {
  input: SlaPolicyRemoveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSlaPolicySaveArgs = {
  input: SlaPolicySaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSnippetDeleteArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSnippetFileAttachArgs = {
  input: SnippetFileAttachInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSnippetSaveArgs = {
  input: SnippetSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSystemMailSaveArgs = {
  channelId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationTagDeleteArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationTagMergeArgs = {
  from: Array<Scalars['ID']['input']>;
  into: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationTagSaveArgs = {
  input: TagSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationTeamDeleteArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationTeamSaveArgs = {
  input: TeamSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationUploadCreateArgs = {
  bytes: Scalars['Int']['input'];
  id?: InputMaybe<Scalars['ID']['input']>;
  mime: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationWebhookDeleteArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationWebhookReplayArgs = {
  deliveryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationWebhookSaveArgs = {
  input: WebhookSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationWebhookTestArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationWorkingHoursSaveArgs = {
  input: WorkingHoursSaveInput;
};

/** Any object that has an id. Ids are opaque, carry their type (`cnv_…`, `msg_…`) and are made of a UUIDv7, so a client can make them. */
export type Node = {
  id: Scalars['ID']['output'];
};

/** What can be done with a node. `viewerCan` has what the viewer may do with it now. */
export type NodeAction =
  | 'EDIT'
  /** For good, or out of use. */
  | 'REMOVE'
  /** Once more what has failed. */
  | 'RETRY'
  /** While it is under way. */
  | 'STOP'
  /** Takes back what it did. */
  | 'UNDO';

export type Note = Node & Record & Versioned & {
  __typename?: 'Note';
  body?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  links: Array<Node>;
  /** Who is called by it. */
  mentions: Array<MessageMention>;
  owner?: Maybe<Agent>;
  /** The first words. */
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

/** Something happened that concerns the viewer. As long as he has not read it, the same again in the same conversation adds to `times`. */
export type Notification = Node & {
  __typename?: 'Notification';
  /** When it happened last; the order of the list. */
  at: Scalars['DateTime']['output'];
  /** To be shown by the browser, where the app is open and nobody looks. */
  browser: Scalars['Boolean']['output'];
  /** The colleague who did it; null when it was somebody outside, a rule or a clock. */
  byName?: Maybe<Scalars['String']['output']>;
  /** Null for a REMINDER, for a note, and when the viewer may no longer see it. */
  conversation?: Maybe<Conversation>;
  /** When it happened first. */
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Shown in the list; else the browser alone says it. */
  inApp: Scalars['Boolean']['output'];
  kind: NotificationKind;
  /** What was said last, where something was. */
  message?: Maybe<Message>;
  /** For a MENTIONED by a note. */
  note?: Maybe<Note>;
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** For a REMINDER. */
  task?: Maybe<Task>;
  times: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

/** By which ways one is told of a kind. */
export type NotificationChoice = {
  __typename?: 'NotificationChoice';
  /** In the list behind the bell, and counted. */
  app: Scalars['Boolean']['output'];
  /** By the browser, where the app is open in a tab that nobody looks at. */
  browser: Scalars['Boolean']['output'];
  kind: NotificationKind;
  mail: NotificationMail;
  /** To the browsers of `pushSubscriptions`, also while the app is open in none. */
  push: Scalars['Boolean']['output'];
};

export type NotificationChoiceInput = {
  app: Scalars['Boolean']['input'];
  browser: Scalars['Boolean']['input'];
  kind: NotificationKind;
  /** As it is when not given. */
  mail?: InputMaybe<NotificationMail>;
  /** As it is when not given. */
  push?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  edges: Array<NotificationEdge>;
  nodes: Array<Notification>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  cursor: Scalars['String']['output'];
  node: Notification;
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

export type NotificationSettings = {
  __typename?: 'NotificationSettings';
  /** Of which inboxes he is told of new conversations that are nobody's. */
  follows: NotificationFollow;
  inboxIds: Array<Scalars['ID']['output']>;
  /** Each kind, in the order of `NotificationKind`. */
  kinds: Array<NotificationChoice>;
  /** At which hour of his day, in his time zone, the daily mail leaves. */
  mailHour: Scalars['Int']['output'];
  /** So long something stays unread before a mail tells it (SOON). */
  mailMinutes: Scalars['Int']['output'];
  /** Whether there is a channel by which such mails leave: the owner chooses it (`systemMail`). Without it none is sent. */
  mailPossible: Scalars['Boolean']['output'];
  /** Nothing by the browser and no sound while he is away, which he is outside his working hours, too. */
  quiet: Scalars['Boolean']['output'];
  /** Whether what is shown where the app is not open, by push and by mail, says what was said. Else it says who it is about, and what happened. */
  showText: Scalars['Boolean']['output'];
  sound: Scalars['Boolean']['output'];
};

export type NotificationSettingsInput = {
  follows?: InputMaybe<NotificationFollow>;
  /** Inboxes of which the viewer is a member. */
  inboxIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only those that change. */
  kinds?: InputMaybe<Array<NotificationChoiceInput>>;
  /** 0 to 23. */
  mailHour?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 1440. */
  mailMinutes?: InputMaybe<Scalars['Int']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  quiet?: InputMaybe<Scalars['Boolean']['input']>;
  showText?: InputMaybe<Scalars['Boolean']['input']>;
  sound?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NotificationSettingsPayload = {
  __typename?: 'NotificationSettingsPayload';
  settings?: Maybe<NotificationSettings>;
  userErrors: Array<UserError>;
};

export type NotificationsAttendPayload = {
  __typename?: 'NotificationsAttendPayload';
  userErrors: Array<UserError>;
};

export type NotificationsReadPayload = {
  __typename?: 'NotificationsReadPayload';
  /** How many are left. */
  unread?: Maybe<Scalars['Int']['output']>;
  userErrors: Array<UserError>;
};

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

export type OwnActionInput = {
  /** An agent; nobody when it is not given. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A key of somebody's authenticator (WebAuthn) by which he signs in without a password; the authenticator asks who he is, so that it counts as both steps. */
export type Passkey = Node & {
  __typename?: 'Passkey';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type PasskeyAddInput = {
  /** At most 60 characters. */
  name: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** What `navigator.credentials.create` answered, as `RegistrationResponseJSON`. */
  response: Scalars['JSON']['input'];
  /** As `passkeyBegin` gave it; holds five minutes, once, and in the session that asked for it. */
  ticket: Scalars['String']['input'];
};

export type PasskeyBeginPayload = {
  __typename?: 'PasskeyBeginPayload';
  /** For `navigator.credentials.create`, as `PublicKeyCredentialCreationOptionsJSON`. */
  options?: Maybe<Scalars['JSON']['output']>;
  ticket?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type PasskeyList = {
  __typename?: 'PasskeyList';
  /** New ones can be made: BALIE_PUBLIC_URL is set to a name with https, or to localhost. */
  available: Scalars['Boolean']['output'];
  /** Oldest first; at most 20. */
  passkeys: Array<Passkey>;
};

export type PasskeyPayload = {
  __typename?: 'PasskeyPayload';
  passkey?: Maybe<Passkey>;
  userErrors: Array<UserError>;
};

export type PasskeyRemovePayload = {
  __typename?: 'PasskeyRemovePayload';
  deletedIds: Array<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** A person's own bearer token. It does what he may, cut down to its scopes, and ends with his access; it never signs in, sets passwords or makes tokens. */
export type PersonalToken = Node & {
  __typename?: 'PersonalToken';
  createdAt: Scalars['DateTime']['output'];
  /** What of the schema it uses that will go, most used first. */
  deprecatedUses: Array<DeprecatedUse>;
  /** It works until then; null: until it is revoked. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** To the minute; null when it was never used. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  /** As they were chosen; what his role no longer has does not work. */
  scopes: Array<Scope>;
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

/** What the token opens when `scopes` are not given. */
export type PersonalTokenAccess =
  /** Sees what a member of the viewer's inboxes sees, and changes nothing. */
  | 'READ'
  /** Sees and does what a member may. */
  | 'READ_WRITE';

export type PersonalTokenCreateInput = {
  /** Instead of `scopes`; READ when neither is given. */
  access?: InputMaybe<PersonalTokenAccess>;
  /** In the future; null: until it is revoked. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Client-made, `ptk_` and a UUIDv7. A repeat is refused with CONFLICT, as the secret is shown once. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** For the owner himself: which program on which machine uses it. */
  name: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Instead of `access`; only scopes that the viewer has. */
  scopes?: InputMaybe<Array<Scope>>;
};

export type PersonalTokenPayload = {
  __typename?: 'PersonalTokenPayload';
  personalToken?: Maybe<PersonalToken>;
  /** Send it as `Authorization: Bearer …`. */
  token?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type Pipeline = Node & Versioned & {
  __typename?: 'Pipeline';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** As it was named, else in the language asked for. */
  name: Scalars['String']['output'];
  stages: Array<Stage>;
  type: PipelineType;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};


export type PipelineNameArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type PipelinePayload = {
  __typename?: 'PipelinePayload';
  pipeline?: Maybe<Pipeline>;
  userErrors: Array<UserError>;
};

export type PipelineSaveInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
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

export type Plugin = Node & {
  __typename?: 'Plugin';
  /** What its configured channels and responders can be asked to do with `pluginCall`. */
  actions: Array<PluginAction>;
  apiVersion: Scalars['Int']['output'];
  /** Comes with Balie. */
  bundled: Scalars['Boolean']['output'];
  channelTypes: Array<Scalars['String']['output']>;
  /** What it asked for when it was installed. */
  grants: Array<PluginGrant>;
  id: Scalars['ID']['output'];
  /** What its plugins and its channels want a person to know. */
  issues: Array<PluginIssue>;
  /** Resident memory of its process, in bytes; null when it does not run. */
  memoryBytes?: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
  /**
   * What it asked for when it was installed, in English.
   * @deprecated Use `grants`, which has what can be worded in any language. Removal on 2027-12-01.
   */
  permissions: Array<Scalars['String']['output']>;
  /** The version that ran before and can be gone back to. */
  previousVersion?: Maybe<Scalars['String']['output']>;
  restarts: Scalars['Int']['output'];
  /** Its process is running. */
  running: Scalars['Boolean']['output'];
  /** The trusted publisher who had signed this version when it was installed; null for nobody. */
  signedBy?: Maybe<Scalars['String']['output']>;
  state: PluginState;
  /** Why it is in this state. */
  stateMessage?: Maybe<Scalars['String']['output']>;
  /** What people know it by: the titles of its channels and responders, such as `E-mail`; the name of its package where it has none. */
  title: Scalars['String']['output'];
  version: Scalars['String']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};


export type PluginTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** Something that a configured instance of a plugin can be asked to do. */
export type PluginAction = {
  __typename?: 'PluginAction';
  /** JSON Schema of what it takes. */
  input: Scalars['JSON']['output'];
  /** The channel or responder that does it. */
  instanceId: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** JSON Schema of what it answers. */
  output: Scalars['JSON']['output'];
  title: Scalars['String']['output'];
};


/** Something that a configured instance of a plugin can be asked to do. */
export type PluginActionTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type PluginCallPayload = {
  __typename?: 'PluginCallPayload';
  /** What the action answered. */
  output?: Maybe<Scalars['JSON']['output']>;
  userErrors: Array<UserError>;
};

/** Something that a plugin may do or use. */
export type PluginGrant = {
  __typename?: 'PluginGrant';
  kind: PluginGrantKind;
  values: Array<Scalars['String']['output']>;
};

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

export type PluginInstallPayload = {
  __typename?: 'PluginInstallPayload';
  /** What it asks for, to be shown before it is approved. */
  grants: Array<PluginGrant>;
  name?: Maybe<Scalars['String']['output']>;
  /**
   * What it asks for, to be shown before it is approved, in English.
   * @deprecated Use `grants`, which has what can be worded in any language. Removal on 2027-12-01.
   */
  permissions: Array<Scalars['String']['output']>;
  plugin?: Maybe<Plugin>;
  signature?: Maybe<PluginSignature>;
  /** The trusted publisher who has signed it. */
  signedBy?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
  version?: Maybe<Scalars['String']['output']>;
};

/** Something that a plugin, or one of its channels or responders, wants a person to know until it is mended. */
export type PluginIssue = {
  __typename?: 'PluginIssue';
  id: Scalars['ID']['output'];
  /** The channel or responder; null for the plugin as a whole. */
  instanceId?: Maybe<Scalars['ID']['output']>;
  learnMore?: Maybe<Scalars['String']['output']>;
  raisedAt: Scalars['DateTime']['output'];
  severity: IssueSeverity;
  title: Scalars['String']['output'];
};

export type PluginPayload = {
  __typename?: 'PluginPayload';
  plugin?: Maybe<Plugin>;
  userErrors: Array<UserError>;
};

export type PluginPublisher = {
  __typename?: 'PluginPublisher';
  /** When an admin added it. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null for one of the host's setting, which is not changed here. */
  id?: Maybe<Scalars['ID']['output']>;
  name: Scalars['String']['output'];
  /** Ed25519, in base64. */
  publicKey: Scalars['String']['output'];
};

export type PluginPublisherPayload = {
  __typename?: 'PluginPublisherPayload';
  publisher?: Maybe<PluginPublisher>;
  userErrors: Array<UserError>;
};

export type PluginPublisherTrustInput = {
  /** Client-made, `pub_` and a UUIDv7; the same again changes nothing. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 60 letters, without = and comma. */
  name: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** The 44 characters that stand behind the = in what `balie-plugin keys` prints. */
  publicKey: Scalars['String']['input'];
};

export type PluginSignature =
  | 'NONE'
  /** By a publisher of `pluginPublishers`. */
  | 'TRUSTED'
  /** By somebody else, or the package was changed after it was signed. */
  | 'UNKNOWN';

export type PluginSources = {
  __typename?: 'PluginSources';
  /** By name from a registry of npm packages: `BALIE_PLUGINS_FROM_NPM`. */
  npm: Scalars['Boolean']['output'];
  /** The names of those whose signatures are trusted, as `pluginPublishers` has them. */
  publishers: Array<Scalars['String']['output']>;
  /** Nothing but what one of them has signed: `BALIE_PLUGINS_SIGNED_ONLY`. */
  signedOnly: Scalars['Boolean']['output'];
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

export type Priority =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM'
  | 'URGENT';

export type PriorityActionInput = {
  /** None when it is not given. */
  priority?: InputMaybe<Priority>;
};

export type ProfileSaveInput = {
  /** An https address; empty text takes it away. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** A BCP 47 tag such as `nl`. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** As `avatarUrl`. */
  meetingUrl?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  /** A name of the IANA time zone database. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type PropertyType =
  | 'CHOICE'
  /** A day, such as `2026-11-28`. */
  | 'DATE'
  /** An address that begins with http. */
  | 'LINK'
  | 'NUMBER'
  | 'TEXT'
  | 'YES_NO';

/** As a browser's `PushSubscription` has it; keys in base64url. */
export type PushSubscribeInput = {
  auth: Scalars['String']['input'];
  /** An address of its push service. A browser is there once, whoever adds it last. */
  endpoint: Scalars['String']['input'];
  /** Its `p256dh`. */
  key: Scalars['String']['input'];
  /** In which it is told, a tag such as nl. When not given that of his profile, or of the workspace. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** As the viewer calls the device. */
  name: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type PushSubscribePayload = {
  __typename?: 'PushSubscribePayload';
  subscription?: Maybe<PushSubscription>;
  userErrors: Array<UserError>;
};

/** A browser that one's notifications are pushed to. */
export type PushSubscription = Node & {
  __typename?: 'PushSubscription';
  createdAt: Scalars['DateTime']['output'];
  /** The browser that asks: of the same session. */
  current: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type Query = {
  __typename?: 'Query';
  /** The account that a link offers; null when its hour is over. */
  accountOffer?: Maybe<AccountOffer>;
  /** The active agents of the workspace, by name. At most a few hundred, so not paged. */
  agents: Array<Agent>;
  /** Checks of the system that began to fail, newest first; looked at every five minutes, told as `alarm.raised` and `alarm.cleared`, and kept for 90 days after the end. */
  alarms: AlarmConnection;
  /** Whether the schema can be explored (`apiSettings.explorer`), for everybody. */
  apiExplorer: Scalars['Boolean']['output'];
  /** Who may use this API from where, for admins. */
  apiSettings: ApiSettings;
  /** Tokens of integrations, newest first; their secrets are not kept. */
  apiTokens: Array<ApiToken>;
  /** Who did what when, newest first; for admins (G9). Entries are only ever added. */
  auditEntries: AuditEntryConnection;
  /** Rules that act by themselves on what happens, in the order in which they are run: those of which the viewer manages every inbox. */
  automationRules: AutomationRuleConnection;
  /** What a rule, which need not be saved, would do with a conversation as it is now. Nothing is changed (N13). */
  automationTry: AutomationTryPayload;
  /** Backups that the schedule made, newest first. */
  backups: BackupConnection;
  /** What the viewer has done to whole views and lists, newest first; 20 at most, so not paged. */
  bulkChanges: Array<BulkChange>;
  /** What of plugins takes over calls for the viewer: it serves an inbox in which he acts (S49). */
  callers: Array<Caller>;
  /** The journal as a poll: the same answers as the subscription, for clients without sockets. */
  changes: ChangePage;
  /** Channel types that the installed plugins offer, with their settings as JSON Schema. */
  channelTypes: Array<ChannelType>;
  /** The viewer's unsent new messages (COMPOSE), newest first; at most 100. */
  composeDrafts: Array<Draft>;
  /** What erasing a contact would take away; null when there is none. */
  contactErasePreview?: Maybe<ContactErasePreview>;
  /** People who are being erased, or were, newest first, 50 at most: it does not say who they were. */
  contactErasures: Array<ContactErasure>;
  /** Archives of what is kept of a person that can still be fetched, newest first, 10 at most. */
  contactExports: Array<ContactExport>;
  /** What merging two contacts would do; null when one of them is not there. */
  contactMergePreview?: Maybe<ContactMergePreview>;
  /** The facts that the team keeps of each contact, in their order. */
  contactProperties: Array<ContactProperty>;
  /** Contacts, newest first; `search` finds words of names, addresses and companies, the last of them perhaps only begun, and ends of phone numbers; `fact` leaves only those of whom it is true. Without visitors of whom nothing but the browser is known (D23); a keyset page of 50 when `first` is not given, 100 at most. */
  contacts: ContactConnection;
  /** By the number that people quote (#1182). */
  conversationByNumber?: Maybe<Conversation>;
  /** Conversations that the viewer may see, newest activity first unless `order` says otherwise; a keyset page of 50 when `first` is not given, 100 at most. */
  conversations: ConversationConnection;
  /** Jobs that were given up, newest first. */
  deadJobs: DeadJobConnection;
  /** What amounts of deals are in where nobody says: three letters, ISO 4217. */
  dealCurrency: Scalars['String']['output'];
  /** Channels whose inbox was deleted: they do nothing until they are attached to another one (N11). */
  disconnectedChannels: Array<Channel>;
  /** Agents who were removed, by name, so that what is theirs can still be found (S13); at most 500. */
  formerAgents: Array<Agent>;
  /** Everything that came in, newest first, each in exactly one state (N1); for those who manage the inbox of its channel. */
  inboundItems: InboundItemConnection;
  /** Inboxes whose conversations are being moved or put into the trash. */
  inboxDeletions: Array<InboxDeletion>;
  /** How many inboxes there may be (S71). */
  inboxLimit: Scalars['Int']['output'];
  /** Inboxes that the viewer may see (S6), by name. At most 100, so not paged. */
  inboxes: Array<Inbox>;
  /** The newest backup that is complete. */
  lastGoodBackup?: Maybe<Backup>;
  /** Accounts elsewhere, such as in Slack, of which the viewer has said that they are his; oldest first. */
  linkedAccounts: Array<LinkedAccount>;
  /**
   * What a file would do, for its first 20 rows; nothing is written. The file is an upload (`uploadCreate`) of CSV: 10 MB and 50,000 rows
   * at most, its first row the names of the columns. Encoding, delimiter, columns and key are found out where they are not given.
   */
  listImportPreview: ListImportPreviewPayload;
  /** Files that are being taken in, or were, newest first, 50 at most. */
  listImports: Array<ListImport>;
  /** The channels that can send a mail to themselves, by name, each with what became of the last one: whether it left, whether it came in, and what was found out about its sender on the way. */
  mailChecks: Array<ChannelMailCheck>;
  /** Where the viewer was mentioned in a comment, newest first, as far as he may still see it (S64). */
  mentions: MentionConnection;
  /** What would be left out or rewritten on this route, before anything is sent. */
  messageFit: Array<Scalars['String']['output']>;
  /** Every inbox by its name, to move a conversation to: also those that the viewer is no member of (D3). At most 100, so not paged. */
  moveTargets: Array<MoveTarget>;
  /** Any object by its id; null when there is none or the viewer may not know of it. */
  node?: Maybe<Node>;
  /** How the viewer wants to be told. */
  notificationSettings: NotificationSettings;
  /** What the viewer was told, newest first, as far as he may still see what it is about; kept for 90 days (S64). */
  notifications: NotificationConnection;
  /** How many of them he has not read: a kept number. */
  notificationsUnread: Scalars['Int']['output'];
  /** What is on its way (HELD, QUEUED, SENDING, DEFERRED) and what needs a person (FAILED, UNCERTAIN, BOUNCED), newest first; of all inboxes that the viewer may see, or of one. */
  outbox: MessageConnection;
  /** The viewer's passkeys. */
  passkeys: PasskeyList;
  /** Everybody who was ever invited or added, by name, also who left; at most a few hundred, so not paged. */
  people: Array<Agent>;
  /** The viewer's own tokens that were not revoked, newest first, at most 50; their secrets are not kept (N23). */
  personalTokens: Array<PersonalToken>;
  /** The ways that tickets or deals go. */
  pipelines: Array<Pipeline>;
  /** Whose signatures on plugins are trusted: those of the host's setting, then those whom admins added. */
  pluginPublishers: Array<PluginPublisher>;
  /** Where plugins may come from, as who runs the server has set it. */
  pluginSources: PluginSources;
  plugins: Array<Plugin>;
  /** The key of this installation, in base64url: what a browser is to subscribe with (`applicationServerKey`, RFC 8292). */
  pushKey: Scalars['String']['output'];
  /** The viewer's browsers that notifications are pushed to, newest first; at most 20. */
  pushSubscriptions: Array<PushSubscription>;
  /** What is known of addresses before somebody writes to them; at most 100. */
  recipients: Array<Recipient>;
  /** Tickets, deals, tasks, notes, calls, meetings or companies that the viewer may see, newest first; tasks by when they are due, meetings by when they begin. A keyset page of 50 when `first` is not given, 100 at most. */
  records: RecordConnection;
  /** Figures of the inboxes that the viewer may see, by what was counted as it happened: a second or so late, and nothing of before `since`. */
  report: Report;
  /** What can be chosen for a setting with `x-choicesFrom`, as the plugin reads it from the far side with the settings that are filled in so far (S86). When that fails, `userErrors` has the far side's words; what is not listed may be typed all the same. */
  responderChoices: ResponderChoices;
  /** Types of responders that the installed plugins offer, such as bots. */
  responderTypes: Array<ResponderType>;
  /** Everything of plugins that acts by itself, oldest first. */
  responders: Array<Responder>;
  /** Who would get the next conversation now, of a contact that belongs to nobody, and why the others would not, by a rule that need not be saved; for who manages the inbox. */
  routingPreview: RoutingPreview;
  /** Saved views of one list: the viewer's own, those of his teams and those for all, in his own order (D1). At most 200, so not paged. */
  savedViews: Array<SavedView>;
  /**
   * Conversations in which something was said that holds all words of `query`, by their newest such message or comment, newest first (S9); of
   * all time, open and closed. Words find what begins with them, whatever the case and accents; in quotation marks they are found as they
   * stand. Subjects, texts, names, addresses and names of files are searched. `filter` narrows it as it narrows `conversations`.
   */
  search: SearchConnection;
  /** How it stands with the viewer's second step of signing in. */
  secondFactor: SecondFactor;
  /** What was decided about senders in an inbox, newest first (D42). */
  senderRules: SenderRuleConnection;
  /** Whether everything that would leave is held, as after a restore, until a person lets it go. */
  sendingPaused: Scalars['Boolean']['output'];
  /** The viewer's own sessions, newest first; at most 100. */
  sessions: Array<Session>;
  /** Where the viewer signs in with an account of the company's provider. */
  signInIdentities: Array<SignInIdentity>;
  /** How people sign in besides with a password, for owners. */
  signInSettings: SignInSettings;
  /** Texts that the viewer can insert: his own, and those that are shared with him, by name (S63, D38). At most 1,000, so not paged. */
  snippets: Array<Snippet>;
  /** What a new host wants to know: does everything work? */
  systemCheck: Array<SystemCheck>;
  /** By which channel invitations and links to set a password leave. */
  systemMail: SystemMail;
  /** All tags, by name. At most 500, so not paged. */
  tags: Array<Tag>;
  /** The teams of the workspace, by name. At most 200, so not paged. */
  teams: Array<Team>;
  /** In how many conversations the viewer was mentioned and has not looked since; of all inboxes that he may see, or of one. */
  unseenMentions: Scalars['Int']['output'];
  /** The signed-in agent, or the one that a personal token acts for; null for a token of an integration. */
  viewer?: Maybe<Agent>;
  /** Programs elsewhere that are told what happens, oldest first. */
  webhooks: Array<Webhook>;
};


export type QueryAccountOfferArgs = {
  offer: Scalars['String']['input'];
};


export type QueryAlarmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAutomationRulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAutomationTryArgs = {
  conversationId: Scalars['ID']['input'];
  rule: AutomationRuleInput;
};


export type QueryBackupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  scope: ChangeScope;
};


export type QueryContactErasePreviewArgs = {
  contactId: Scalars['ID']['input'];
};


export type QueryContactExportsArgs = {
  contactId: Scalars['ID']['input'];
};


export type QueryContactMergePreviewArgs = {
  loserId: Scalars['ID']['input'];
  winnerId: Scalars['ID']['input'];
};


export type QueryContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  deleted?: InputMaybe<Scalars['Boolean']['input']>;
  fact?: InputMaybe<FactInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConversationByNumberArgs = {
  number: Scalars['Int']['input'];
};


export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<ConversationOrder>;
};


export type QueryDeadJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInboundItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  channelId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Array<InboundState>>;
};


export type QueryListImportPreviewArgs = {
  input: ListImportInput;
};


export type QueryListImportsArgs = {
  kind?: InputMaybe<ImportKind>;
};


export type QueryMentionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unseen?: Scalars['Boolean']['input'];
};


export type QueryMessageFitArgs = {
  conversationId: Scalars['ID']['input'];
  html?: InputMaybe<Scalars['String']['input']>;
  routeId: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOutboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inboxId?: InputMaybe<Scalars['ID']['input']>;
  mine?: Scalars['Boolean']['input'];
  status?: InputMaybe<Array<DeliveryStatus>>;
};


export type QueryPipelinesArgs = {
  type?: InputMaybe<PipelineType>;
};


export type QueryRecipientsArgs = {
  kind: Scalars['String']['input'];
  values: Array<Scalars['String']['input']>;
};


export type QueryRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: RecordFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: RecordOrder;
};


export type QueryReportArgs = {
  input: ReportInput;
};


export type QueryResponderChoicesArgs = {
  input: ResponderChoicesInput;
};


export type QueryRoutingPreviewArgs = {
  inboxId: Scalars['ID']['input'];
  rule: RoutingRuleInput;
};


export type QuerySavedViewsArgs = {
  list?: SavedViewList;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySenderRulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inboxId: Scalars['ID']['input'];
  kind?: InputMaybe<SenderRuleKind>;
};


export type QueryUnseenMentionsArgs = {
  inboxId?: InputMaybe<Scalars['ID']['input']>;
};

export type Recipient = {
  __typename?: 'Recipient';
  kind: Scalars['String']['output'];
  name?: Maybe<Scalars['String']['output']>;
  /** What the far side has said about the address, newest first. */
  troubles: Array<AddressTrouble>;
  value: Scalars['String']['output'];
};

/** What the team keeps about its work with people. One that is tied to conversations is there for those who may see one of them; any other for all agents. */
export type Record = {
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  /** Set as long as it lies in the bin. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** What it is about, as far as the viewer may see it: contacts, conversations, companies. */
  links: Array<Node>;
  owner?: Maybe<Agent>;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

export type RecordAction =
  | 'EDIT';

/** Exactly one. */
export type RecordActionInput =
  /** Into the bin, or out of it, as `recordsDelete` (D44). */
  { deleted: Scalars['Boolean']['input']; done?: never; linkToId?: never; own?: never; prioritise?: never; stageId?: never; }
  |  /** Of tasks. */
  { deleted?: never; done: Scalars['Boolean']['input']; linkToId?: never; own?: never; prioritise?: never; stageId?: never; }
  |  /** Ties each to this, as `recordsLink`. */
  { deleted?: never; done?: never; linkToId: Scalars['ID']['input']; own?: never; prioritise?: never; stageId?: never; }
  |  { deleted?: never; done?: never; linkToId?: never; own: OwnActionInput; prioritise?: never; stageId?: never; }
  |  /** Of tickets. */
  { deleted?: never; done?: never; linkToId?: never; own?: never; prioritise: PriorityActionInput; stageId?: never; }
  |  /** Of tickets and deals. */
  { deleted?: never; done?: never; linkToId?: never; own?: never; prioritise?: never; stageId: Scalars['ID']['input']; };

/** What of a record changes; what is not given stays as it is. */
export type RecordChangeInput = {
  /** Of a task. */
  done?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a task or deal. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of a ticket. */
  priority?: InputMaybe<Priority>;
  /** Of a ticket or deal. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
};

export type RecordConnection = {
  __typename?: 'RecordConnection';
  edges: Array<RecordEdge>;
  nodes: Array<Record>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

/** How many records of a type hang on something, as far as the viewer may see them. */
export type RecordCount = {
  __typename?: 'RecordCount';
  /** Of those, under way. */
  open: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
  type: RecordType;
};

export type RecordEdge = {
  __typename?: 'RecordEdge';
  cursor: Scalars['String']['output'];
  node: Record;
};

export type RecordFilter = {
  /** Those in the bin, instead of all others. */
  deleted?: Scalars['Boolean']['input'];
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  dueFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Without, both those under way and those that are done, or called off. */
  open?: InputMaybe<Scalars['Boolean']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  pipelineId?: InputMaybe<Scalars['ID']['input']>;
  priority?: InputMaybe<Priority>;
  /** Words of the title, the last of them perhaps only begun; or the domain of a company, the number of a ticket, such as #12. */
  search?: InputMaybe<Scalars['String']['input']>;
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** What hangs on this contact, conversation or record. */
  toId?: InputMaybe<Scalars['ID']['input']>;
  type: RecordType;
};

export type RecordListChangeInput = {
  action: RecordActionInput;
  filter: RecordFilter;
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type RecordOrder =
  | 'NEWEST'
  | 'OLDEST';

export type RecordPayload = {
  __typename?: 'RecordPayload';
  record?: Maybe<Record>;
  userErrors: Array<UserError>;
};

export type RecordSaveInput = {
  amount?: InputMaybe<Scalars['Float']['input']>;
  /** Text of a note, a description elsewhere. */
  body?: InputMaybe<Scalars['String']['input']>;
  call?: InputMaybe<CallInput>;
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Of a company. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** Of a task. */
  done?: InputMaybe<Scalars['Boolean']['input']>;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  /** What a new record is about. With a conversation comes its contact. */
  linkIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of a note: agents, and teams with all their people, who are called by it; at most 20. Who may not see it is told nothing, and gets no access: `Note.mentions` says so (S64). */
  mentionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  priority?: InputMaybe<Priority>;
  remindAt?: InputMaybe<Scalars['DateTime']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  stageId?: InputMaybe<Scalars['ID']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type RecordType =
  | 'CALL'
  | 'COMPANY'
  | 'DEAL'
  | 'MEETING'
  | 'NOTE'
  | 'TASK'
  | 'TICKET';

export type RecordsPayload = {
  __typename?: 'RecordsPayload';
  records: Array<Record>;
  userErrors: Array<UserError>;
};

export type RecoveryCodesPayload = {
  __typename?: 'RecoveryCodesPayload';
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  userErrors: Array<UserError>;
};

/** A way in which a conversation can be answered: a channel and the address on it. */
export type ReplyRoute = {
  __typename?: 'ReplyRoute';
  /** The message that is answered; null on a channel that would write first. */
  answersId?: Maybe<Scalars['ID']['output']>;
  /** Why it can't be used now, such as CHANNEL_DOWN; null when it can. */
  blockedBy?: Maybe<ErrorCode>;
  capabilities: Capabilities;
  cc: Array<Recipient>;
  channel: Channel;
  /** When its network stops taking an answer to what was last heard; null when it sets no time. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** A side thread with somebody else than the customer, who never sees it. */
  side: Scalars['Boolean']['output'];
  /** The answer to the sender only. */
  single: Array<Recipient>;
  /** The answer to all, as the server will address it. */
  to: Array<Recipient>;
};

/**
 * What happened in some days. Durations are kept in steps of a tenth, so a median or 90th percentile is at most 5 % off. Of agents apart it tells
 * who works in the inbox, owners and admins, and programs; who only reads along sees inboxes and channels.
 */
export type Report = {
  __typename?: 'Report';
  /** All of it apart, as a CSV file: a line for each day, inbox, channel and agent with anything to tell. Durations are in seconds. */
  csv: Scalars['String']['output'];
  /** Every day, the first one first. */
  days: Array<ReportDay>;
  /** A line for each inbox, channel or agent with anything to tell, by name. */
  rows: Array<ReportRow>;
  /** Whether the viewer may see agents apart in any inbox. */
  seesAgents: Scalars['Boolean']['output'];
  /** When counting began. */
  since: Scalars['DateTime']['output'];
  total: ReportFigures;
};


/**
 * What happened in some days. Durations are kept in steps of a tenth, so a median or 90th percentile is at most 5 % off. Of agents apart it tells
 * who works in the inbox, owners and admins, and programs; who only reads along sees inboxes and channels.
 */
export type ReportRowsArgs = {
  by: ReportBy;
};

export type ReportBy =
  | 'AGENT'
  | 'CHANNEL'
  | 'INBOX';

export type ReportDay = {
  __typename?: 'ReportDay';
  /** `YYYY-MM-DD`. */
  date: Scalars['String']['output'];
  figures: ReportFigures;
};

/** In seconds; null where there was none. `working…` counts only the hours of the inbox, all hours where it has none. */
export type ReportDuration = {
  __typename?: 'ReportDuration';
  count: Scalars['Int']['output'];
  median?: Maybe<Scalars['Int']['output']>;
  ninetieth?: Maybe<Scalars['Int']['output']>;
  workingMedian?: Maybe<Scalars['Int']['output']>;
  workingNinetieth?: Maybe<Scalars['Int']['output']>;
};

export type ReportFigures = {
  __typename?: 'ReportFigures';
  /** How often one became somebody's. */
  assigned: Scalars['Int']['output'];
  /** Closings, by whose the conversation was, else by who closed it; those taken back within a minute do not count. */
  closed: Scalars['Int']['output'];
  /** From the beginning, or the last reopening, to closing. */
  closing: ReportDuration;
  /** From a person's first words to the first answer that left, of people or their programs, by who gave it. */
  firstReply: ReportDuration;
  /** Conversations that came into an inbox for the first time, whoever began them; neither filtered nor spam, nor imported. */
  new: Scalars['Int']['output'];
  /** How many were open at the end; null when that was before `since`. */
  open?: Maybe<Scalars['Int']['output']>;
  /** How often what was closed came back, by a message or by a person. */
  reopened: Scalars['Int']['output'];
  /** How often the limits were kept (D37), on the day of the answer or closing, or on which the time was over without one. */
  sla: ReportSla;
};

export type ReportInput = {
  /** Of which agents; only from inboxes in which the viewer may see agents apart. Empty: of all, and of nobody. */
  agentIds?: Array<Scalars['ID']['input']>;
  /** By which channels conversations began; empty: by all, and by none. */
  channelIds?: Array<Scalars['ID']['input']>;
  /** The first day, as `YYYY-MM-DD` on the calendar of the time zone. */
  from: Scalars['String']['input'];
  /** Of which inboxes; empty: of all that the viewer may see. */
  inboxIds?: Array<Scalars['ID']['input']>;
  /** A name of the IANA time zone database, such as `Europe/Amsterdam`: it says when a day begins. */
  timeZone: Scalars['String']['input'];
  /** The last day, which counts; at most 366 days in all. */
  until: Scalars['String']['input'];
};

export type ReportKept = {
  __typename?: 'ReportKept';
  kept: Scalars['Int']['output'];
  missed: Scalars['Int']['output'];
};

/** A line of a report. */
export type ReportRow = {
  __typename?: 'ReportRow';
  figures: ReportFigures;
  /** Of the inbox, channel or agent; null for what has no channel, or is nobody's. */
  id?: Maybe<Scalars['ID']['output']>;
  /** Empty where there is no id. */
  name: Scalars['String']['output'];
};

/** What had a limit: the first answer in a conversation, those after it, and closing. */
export type ReportSla = {
  __typename?: 'ReportSla';
  closing: ReportKept;
  first: ReportKept;
  next: ReportKept;
};

/** A configured responder of a plugin. Secrets are never returned; `secretsSet` names the ones that have a value. */
export type Responder = Node & Versioned & {
  __typename?: 'Responder';
  active: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The inboxes that it serves. */
  inboxIds: Array<Scalars['ID']['output']>;
  /** The name under which people see it in conversations. */
  name: Scalars['String']['output'];
  secretsSet: Array<Scalars['String']['output']>;
  settings: Scalars['JSON']['output'];
  /** What went wrong last; null when nothing did. */
  stateMessage?: Maybe<Scalars['String']['output']>;
  type: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type ResponderChoices = {
  __typename?: 'ResponderChoices';
  choices: Array<SettingChoice>;
  /** What is to be known of them, such as what must be filled in before there are any. */
  note?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};


export type ResponderChoicesNoteArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type ResponderChoicesInput = {
  /** An existing one, whose secrets and connection stand where none are given. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxIds: Array<Scalars['ID']['input']>;
  /** What `x-choicesFrom` says. */
  name: Scalars['String']['input'];
  /** As far as they are filled in; what is not right yet is left out. */
  settings: Scalars['JSON']['input'];
  type: Scalars['String']['input'];
};

export type ResponderPayload = {
  __typename?: 'ResponderPayload';
  responder?: Maybe<Responder>;
  userErrors: Array<UserError>;
};

export type ResponderSaveInput = {
  active?: Scalars['Boolean']['input'];
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `rsp_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxIds: Array<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  settings: Scalars['JSON']['input'];
  type: Scalars['String']['input'];
};

export type ResponderTestInput = {
  /** An existing one, whose secrets stand where none are given. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxIds: Array<Scalars['ID']['input']>;
  settings: Scalars['JSON']['input'];
  type: Scalars['String']['input'];
};

export type ResponderTestPayload = {
  __typename?: 'ResponderTestPayload';
  /** Whose account it is. */
  account?: Maybe<Scalars['String']['output']>;
  checks: Array<ChannelCheck>;
  ok: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type ResponderTryInput = {
  /** An existing one, whose secrets stand where none are given. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxIds: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  settings: Scalars['JSON']['input'];
  /** Of the turn before. */
  state?: InputMaybe<Scalars['JSON']['input']>;
  /** What the one who tries has written; null to begin. */
  text?: InputMaybe<Scalars['String']['input']>;
  type: Scalars['String']['input'];
};

export type ResponderTryLine = {
  __typename?: 'ResponderTryLine';
  /** `responder` for what it says, `note` for what it would do. */
  from: Scalars['String']['output'];
  /** Offered as answers. */
  options?: Maybe<Array<Scalars['String']['output']>>;
  text: Scalars['String']['output'];
};

export type ResponderTryPayload = {
  __typename?: 'ResponderTryPayload';
  turn?: Maybe<ResponderTryTurn>;
  userErrors: Array<UserError>;
};

export type ResponderTryTurn = {
  __typename?: 'ResponderTryTurn';
  lines: Array<ResponderTryLine>;
  /** Nothing comes after this. */
  over: Scalars['Boolean']['output'];
  /** To be passed back with the next turn. */
  state: Scalars['JSON']['output'];
};

export type ResponderType = {
  __typename?: 'ResponderType';
  /** There is `responderTry` for it. */
  canTry: Scalars['Boolean']['output'];
  icon: Scalars['String']['output'];
  /** Events that it hears. */
  on: Array<Scalars['String']['output']>;
  /** It has a page of its own in the settings; what has none stands among the bots. */
  page: Scalars['Boolean']['output'];
  plugin?: Maybe<Plugin>;
  /** What it may do with the API. */
  scopes: Array<Scalars['String']['output']>;
  /** JSON Schema, in the words of `ChannelType.settingsSchema`. With the id of a responder, or of one to be made, what is only to be copied has its addresses. */
  settingsSchema: Scalars['JSON']['output'];
  title: Scalars['String']['output'];
  /** It holds conversations, and hears of those that it holds only. */
  turn: Scalars['Boolean']['output'];
  type: Scalars['String']['output'];
};


export type ResponderTypeSettingsSchemaArgs = {
  responderId?: InputMaybe<Scalars['ID']['input']>;
};


export type ResponderTypeTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type RoutingCandidate = {
  __typename?: 'RoutingCandidate';
  agent?: Maybe<Agent>;
  /** As it was then. */
  name: Scalars['String']['output'];
  /** Open conversations of his at that moment. */
  open: Scalars['Int']['output'];
  /** It is his contact, so he came first. */
  owner: Scalars['Boolean']['output'];
  /** Null for who could have had it. */
  skipped?: Maybe<RoutingSkip>;
};

export type RoutingDecision = {
  __typename?: 'RoutingDecision';
  agent?: Maybe<Agent>;
  at: Scalars['DateTime']['output'];
  /** Whom the rule meant, in its order. */
  candidates: Array<RoutingCandidate>;
  id: Scalars['ID']['output'];
  mode: RoutingMode;
  occasion: RoutingOccasion;
  outcome: RoutingOutcome;
  strategy: RoutingStrategy;
};

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

export type RoutingPreview = {
  __typename?: 'RoutingPreview';
  /** Null when nobody would. */
  agent?: Maybe<Agent>;
  candidates: Array<RoutingCandidate>;
};

export type RoutingRule = {
  __typename?: 'RoutingRule';
  agents: Array<Agent>;
  /** From so many open conversations on, in all inboxes together, nobody gets more; null is no limit (D19). By hand anybody can be given more. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Null for all channels that have no rule of their own. */
  channel?: Maybe<Channel>;
  mode: RoutingMode;
  /** A closed conversation that comes back is handed out again if its assignee is not there (G8 52). */
  reroute: Scalars['Boolean']['output'];
  strategy: RoutingStrategy;
  teams: Array<Team>;
};

export type RoutingRuleInput = {
  /** People and teams together at most 100. */
  agentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 1000. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  channelId?: InputMaybe<Scalars['ID']['input']>;
  mode: RoutingMode;
  reroute?: Scalars['Boolean']['input'];
  strategy?: RoutingStrategy;
  teamIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type RoutingSaveInput = {
  /** Refuses when they were changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
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

/** A filter under a name. It shows each viewer only what he may see. */
export type SavedView = Node & Versioned & {
  __typename?: 'SavedView';
  audience: SavedViewAudience;
  /** Whether the viewer may rename, change and delete it: who made it may, and admins if it is shared. */
  canChange: Scalars['Boolean']['output'];
  /** How many conversations the viewer finds in it, exact to 1,000; 1,001 means more. Views of other lists are not counted and have 0. */
  count: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** A `ConversationFilter`, as it was saved; give it to `conversations`. Of any other list a `ListShown`. */
  filter: Scalars['JSON']['output'];
  id: Scalars['ID']['output'];
  list: SavedViewList;
  name: Scalars['String']['output'];
  team?: Maybe<Team>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
};

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

export type SavedViewPayload = {
  __typename?: 'SavedViewPayload';
  savedView?: Maybe<SavedView>;
  userErrors: Array<UserError>;
};

export type SavedViewSaveInput = {
  /** PRIVATE for a new one when not given. */
  audience?: InputMaybe<SavedViewAudience>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  /** Client-made for a new one, `svw_` and a UUIDv7. */
  id: Scalars['ID']['input'];
  /** Which list a new one is of; it stays that for good. */
  list?: SavedViewList;
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** In place of `filter` for any list but that of conversations. */
  shown?: InputMaybe<ListShown>;
  /** For TEAM. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
};

export type SavedViewsPayload = {
  __typename?: 'SavedViewsPayload';
  savedViews: Array<SavedView>;
  userErrors: Array<UserError>;
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

export type SearchConnection = {
  __typename?: 'SearchConnection';
  edges: Array<SearchEdge>;
  /** What was there before the index was made is still being read; older messages may be missing. */
  incomplete: Scalars['Boolean']['output'];
  nodes: Array<Conversation>;
  pageInfo: PageInfo;
  /** The place in the journal at which the page was read; follow it with `changes(after: position)` and nothing is missed. */
  position: Scalars['String']['output'];
};

export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** When it was said. */
  at: Scalars['DateTime']['output'];
  /** Who said it. */
  author: Scalars['String']['output'];
  cursor: Scalars['String']['output'];
  /** The newest message or comment that has all words. */
  itemId: Scalars['ID']['output'];
  node: Conversation;
  /** What was said around the first hit, or who took part where only a name or an address was found. */
  snippet: Array<SearchPart>;
  /** The subject of the conversation, in parts. */
  subject: Array<SearchPart>;
};

/** A part of a text, in plain words; `hit` when it is what was searched for. */
export type SearchPart = {
  __typename?: 'SearchPart';
  hit: Scalars['Boolean']['output'];
  text: Scalars['String']['output'];
};

/** FULL may be picked by automatic assignment; LIGHT is the free user (S2, S3). */
export type Seat =
  | 'FULL'
  | 'LIGHT';

/** A code of an authenticator, new every 30 seconds (TOTP, RFC 6238), that a sign-in asks for besides the password. */
export type SecondFactor = {
  __typename?: 'SecondFactor';
  on: Scalars['Boolean']['output'];
  /** Codes that take its place, each once. */
  recoveryCodesLeft: Scalars['Int']['output'];
  /** Everybody needs one. */
  required: Scalars['Boolean']['output'];
  since?: Maybe<Scalars['DateTime']['output']>;
};

export type SecondFactorBeginPayload = {
  __typename?: 'SecondFactorBeginPayload';
  /** In base32, to be typed. */
  key?: Maybe<Scalars['String']['output']>;
  /** The same as `otpauth://…`, to be shown as a QR code. */
  uri?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type SecondFactorPayload = {
  __typename?: 'SecondFactorPayload';
  secondFactor?: Maybe<SecondFactor>;
  userErrors: Array<UserError>;
};

/** What a person decided about a sender in one inbox. */
export type SenderRule = Node & {
  __typename?: 'SenderRule';
  /** Whom it is about, where that is one contact. */
  contact?: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  identityKind: Scalars['String']['output'];
  inbox: Inbox;
  kind: SenderRuleKind;
  /** An address, or `@domain`. */
  value: Scalars['String']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type SenderRuleConnection = {
  __typename?: 'SenderRuleConnection';
  edges: Array<SenderRuleEdge>;
  nodes: Array<SenderRule>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type SenderRuleEdge = {
  __typename?: 'SenderRuleEdge';
  cursor: Scalars['String']['output'];
  node: SenderRule;
};

export type SenderRuleInput = {
  identityKind?: Scalars['String']['input'];
  inboxId: Scalars['ID']['input'];
  kind: SenderRuleKind;
  value: Scalars['String']['input'];
};

/** ALLOW: no rule filters him. DENY: always filtered. BLOCK: filtered whatever else speaks for him. */
export type SenderRuleKind =
  | 'ALLOW'
  | 'BLOCK'
  | 'DENY';

export type SenderRulePayload = {
  __typename?: 'SenderRulePayload';
  senderRule?: Maybe<SenderRule>;
  userErrors: Array<UserError>;
};

export type SenderRuleRemovePayload = {
  __typename?: 'SenderRuleRemovePayload';
  id?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type SendingPayload = {
  __typename?: 'SendingPayload';
  paused?: Maybe<Scalars['Boolean']['output']>;
  userErrors: Array<UserError>;
};

export type Session = Node & {
  __typename?: 'Session';
  createdAt: Scalars['DateTime']['output'];
  /** The one that asks. */
  current: Scalars['Boolean']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  ip?: Maybe<Scalars['String']['output']>;
  lastSeenAt: Scalars['DateTime']['output'];
  userAgent?: Maybe<Scalars['String']['output']>;
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

/** One thing that can be chosen for a setting. */
export type SettingChoice = {
  __typename?: 'SettingChoice';
  help?: Maybe<Scalars['String']['output']>;
  label: Scalars['String']['output'];
  /** What is kept. */
  value: Scalars['String']['output'];
};


/** One thing that can be chosen for a setting. */
export type SettingChoiceHelpArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

/** An account elsewhere with which somebody signs in. */
export type SignInIdentity = Node & {
  __typename?: 'SignInIdentity';
  createdAt: Scalars['DateTime']['output'];
  /** As the provider told it at the last sign-in. */
  email?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  issuer: Scalars['String']['output'];
  lastUsedAt: Scalars['DateTime']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type SignInIdentityRemovePayload = {
  __typename?: 'SignInIdentityRemovePayload';
  deletedIds: Array<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** An OpenID Connect provider, such as that of Google, Microsoft or Keycloak. */
export type SignInProvider = {
  __typename?: 'SignInProvider';
  /** The button is shown. */
  active: Scalars['Boolean']['output'];
  /** The text on the button. */
  button: Scalars['String']['output'];
  clientId: Scalars['String']['output'];
  /** Domains of mail addresses that may come in; with none, every one. */
  domains: Array<Scalars['String']['output']>;
  /** There is a client secret; it is never shown. */
  hasSecret: Scalars['Boolean']['output'];
  /** As the provider calls itself, such as `https://accounts.google.com`. */
  issuer: Scalars['String']['output'];
  /** Who is not known yet gets an account as a member; else only those who were invited come in. */
  newPeople: Scalars['Boolean']['output'];
  /** The seat of new people. */
  seat: Seat;
  /** Where the provider says one of these as `acr` or in `amr`, no second step is asked for here. */
  secondStepValues: Array<Scalars['String']['output']>;
  /** Whose address the provider has verified is tied to the account here with this address, without being asked for its password once. */
  trustEmail: Scalars['Boolean']['output'];
  version: Scalars['Int']['output'];
};

/** Why a provider can't be used. More will come: keep a default branch. */
export type SignInProviderProblem =
  /** What answers is no OpenID Connect provider. */
  | 'NO_PROVIDER'
  /** The provider calls itself by another issuer. */
  | 'OTHER_ISSUER'
  /** It is in a private network that the host has not opened with BALIE_SIGN_IN_NETWORKS. */
  | 'PRIVATE_ADDRESS'
  /** There is no answer under this address. */
  | 'UNREACHABLE'
  /** It can't do the authorization code flow. */
  | 'UNSUITABLE';

export type SignInProviderSaveInput = {
  active: Scalars['Boolean']['input'];
  /** At most 60 characters. */
  button: Scalars['String']['input'];
  clientId: Scalars['String']['input'];
  /** Null keeps the one that is there; it is needed anew with another issuer. */
  clientSecret?: InputMaybe<Scalars['String']['input']>;
  /** At most 50. */
  domains: Array<Scalars['String']['input']>;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  issuer: Scalars['String']['input'];
  newPeople: Scalars['Boolean']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  seat: Seat;
  /** At most 20. */
  secondStepValues: Array<Scalars['String']['input']>;
  trustEmail: Scalars['Boolean']['input'];
};

export type SignInProviderTestPayload = {
  __typename?: 'SignInProviderTestPayload';
  /** The problem in words. */
  message?: Maybe<Scalars['String']['output']>;
  /** Null when the provider answered and can be used. */
  problem?: Maybe<SignInProviderProblem>;
  userErrors: Array<UserError>;
};

export type SignInSettings = {
  __typename?: 'SignInSettings';
  /** People may sign in by a password. */
  passwordsAllowed: Scalars['Boolean']['output'];
  /** Null until one is filled in. */
  provider?: Maybe<SignInProvider>;
  /** What the provider must know as the redirect URI of Balie; null while BALIE_PUBLIC_URL is not set, and then nobody can sign in there. */
  redirectUri?: Maybe<Scalars['String']['output']>;
  /** The viewer has signed in by this provider. */
  viewerUsedProvider: Scalars['Boolean']['output'];
};

export type SignInSettingsPayload = {
  __typename?: 'SignInSettingsPayload';
  settings?: Maybe<SignInSettings>;
  userErrors: Array<UserError>;
};

export type Signal = {
  __typename?: 'Signal';
  active: Scalars['Boolean']['output'];
  /** Who of us it is; null when it is the other side. */
  agent?: Maybe<Agent>;
  /** Who of the other side it is, where its channel tells. */
  contact?: Maybe<Contact>;
  conversationId: Scalars['ID']['output'];
  kind: SignalKind;
  /** With ONLINE: the page on which the other side is from now on, where its channel tells. */
  page?: Maybe<VisitedPage>;
};

export type SignalKind =
  /** The contact has the channel open, such as a page with the chat; sent by channels only. */
  | 'ONLINE'
  | 'TYPING'
  | 'VIEWING';

export type Signature = {
  __typename?: 'Signature';
  /** Sanitised. */
  html: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

export type SignatureInput = {
  /** At most 20,000 characters; sanitised before it is shown or sent. */
  html?: InputMaybe<Scalars['String']['input']>;
  /** The same as plain text, at most 2,000 characters. */
  text: Scalars['String']['input'];
};

/**
 * Runs from the first question that has no answer until a person of ours answers: an acknowledgement and a bot stop it as little as a comment
 * does, a planned message when it leaves. It stands while the conversation sleeps or a bot has the word. Imported messages, those of machines
 * and those that wake nobody start none.
 */
export type SlaClock = {
  __typename?: 'SlaClock';
  /** When the time is over, or was; null while the clock stands. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  kind: SlaKind;
  /** Set once its time was over without an answer, which the timeline tells as `sla_missed`. */
  missedAt?: Maybe<Scalars['DateTime']['output']>;
  paused: Scalars['Boolean']['output'];
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

export type SlaPolicy = {
  __typename?: 'SlaPolicy';
  /** Null for all channels that have no limits of their own. */
  channel?: Maybe<Channel>;
  /** From a customer's first question until the conversation is closed; null for no limit. */
  closingMinutes?: Maybe<Scalars['Int']['output']>;
  counts: SlaCounts;
  /** For the first answer of a person; null for no limit. */
  firstMinutes?: Maybe<Scalars['Int']['output']>;
  /** For each answer after that; null for no limit. */
  nextMinutes?: Maybe<Scalars['Int']['output']>;
  /** 0 as long as nobody has saved one; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

export type SlaPolicyRemoveInput = {
  /** As with saving, by the limits of the inbox. */
  applyToOpen?: Scalars['Boolean']['input'];
  channelId: Scalars['ID']['input'];
  /** Refuses when they were changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type SlaPolicySaveInput = {
  /**
   * Sets the clocks of what is open by these limits, too: what they have run counts, who waits without a clock is counted from since when he
   * does, and what was missed stays missed.
   */
  applyToOpen?: Scalars['Boolean']['input'];
  /** For what begins by this channel of the inbox; null for all that have no limits of their own. */
  channelId?: InputMaybe<Scalars['ID']['input']>;
  closingMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** WORKING needs the working hours of the inbox. */
  counts: SlaCounts;
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 43,200, which are 30 days; null for no limit. */
  firstMinutes?: InputMaybe<Scalars['Int']['input']>;
  inboxId: Scalars['ID']['input'];
  nextMinutes?: InputMaybe<Scalars['Int']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type SlaState =
  /** The time is over. */
  | 'MISSED'
  /** The clock stands. */
  | 'PAUSED'
  /** There is still time. */
  | 'RUNNING';

/**
 * A text to insert while writing, by `/` or `#` and its shortcut. Placeholders such as `{contact.name}` or, with a word for when it is not
 * known, `{contact.first_name|there}` are filled by who inserts it: contact.name, contact.first_name, contact.email, agent.name,
 * agent.first_name, agent.email, inbox.name, conversation.number.
 */
export type Snippet = Node & Versioned & {
  __typename?: 'Snippet';
  canChange: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** What goes along when it is inserted, in this order; at most ten. */
  files: Array<SnippetFile>;
  /** Sanitised; null for plain text. */
  html?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** The inbox in which it is offered; null for all. */
  inbox?: Maybe<Inbox>;
  name: Scalars['String']['output'];
  /** False for the viewer's own. */
  shared: Scalars['Boolean']['output'];
  /** What is typed after `/` or `#`: small letters, digits, `-` and `_`. */
  shortcut: Scalars['String']['output'];
  text: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
};

/** A file that is kept with a snippet. */
export type SnippetFile = {
  __typename?: 'SnippetFile';
  bytes: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  mime: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type SnippetFileAttachInput = {
  /** One of `Snippet.files`. */
  fileId: Scalars['ID']['input'];
  /** Of the upload: `upl_` and a UUIDv7. */
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  snippetId: Scalars['ID']['input'];
};

export type SnippetFileAttachPayload = {
  __typename?: 'SnippetFileAttachPayload';
  upload?: Maybe<DraftUpload>;
  userErrors: Array<UserError>;
};

export type SnippetPayload = {
  __typename?: 'SnippetPayload';
  snippet?: Maybe<Snippet>;
  userErrors: Array<UserError>;
};

export type SnippetSaveInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Its files in this order: ids of those that it has, and of uploads of one's own (`uploadCreate`). Absent: as they are. At most ten, and 20 MB together; what is left out is wiped. */
  fileIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At most 40,000 characters; null for plain text. Goes with `text`. */
  html?: InputMaybe<Scalars['String']['input']>;
  /** Client-made for a new one, `snp_` and a UUIDv7. */
  id: Scalars['ID']['input'];
  /** Null for all inboxes; absent: as it is. */
  inboxId?: InputMaybe<Scalars['ID']['input']>;
  /** Trimmed; at most 80 characters. CONFLICT when another one that is shared, or another one of one's own, has it. */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** Only when it is made; false when not given. */
  shared?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 40 characters; unique as the name is. */
  shortcut?: InputMaybe<Scalars['String']['input']>;
  /** At most 20,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

export type Stage = {
  __typename?: 'Stage';
  /** How many records are here, as far as the viewer may see them; exact to 1,000. */
  count: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** As it was named, else in the language asked for. */
  name: Scalars['String']['output'];
  outcome: StageOutcome;
  pipelineId: Scalars['ID']['output'];
  /** What the deals here are worth, by currency, as far as the viewer may see them; null where there are more than 10,000. */
  sums?: Maybe<Array<StageSum>>;
};


export type StageNameArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};

export type StageInput = {
  id: Scalars['ID']['input'];
  /** Null keeps the name of the product. */
  name?: InputMaybe<Scalars['String']['input']>;
  outcome: StageOutcome;
};

/** What it means to be in a stage: under way, done (closed, won), or lost. */
export type StageOutcome =
  | 'DONE'
  | 'LOST'
  | 'OPEN';

/** What deals in one currency are worth together. */
export type StageSum = {
  __typename?: 'StageSum';
  /** In the smallest unit of `currency`; a whole number. */
  amount: Scalars['Float']['output'];
  currency: Scalars['String']['output'];
};

/** Something was said since `basedOn`; nothing was sent. */
export type StaleError = UserError & {
  __typename?: 'StaleError';
  code: ErrorCode;
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  unseen: Array<Item>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Durable changes that the viewer may see, in order and without gaps. Resume with `after`; RESYNC says that the cursor is too old or that rights changed: fetch again. */
  changes: Change;
  /** Ephemeral signals. May be dropped; never resumed. */
  signals: Signal;
};


export type SubscriptionChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  scope: ChangeScope;
};


export type SubscriptionSignalsArgs = {
  scope: ChangeScope;
};

export type System = {
  __typename?: 'System';
  /** True for a rule that did it by itself; `name` is what it was called. */
  automation: Scalars['Boolean']['output'];
  /** Empty for a person who was erased. */
  name: Scalars['String']['output'];
};

export type SystemCheck = {
  __typename?: 'SystemCheck';
  key: Scalars['String']['output'];
  message: Scalars['String']['output'];
  ok: Scalars['Boolean']['output'];
};

export type SystemMail = {
  __typename?: 'SystemMail';
  /** Channels that can write first to an e-mail address. */
  candidates: Array<Channel>;
  channel?: Maybe<Channel>;
};

export type SystemMailPayload = {
  __typename?: 'SystemMailPayload';
  systemMail?: Maybe<SystemMail>;
  userErrors: Array<UserError>;
};

/** A word that conversations are sorted by, one set for the workspace. */
export type Tag = Node & Versioned & {
  __typename?: 'Tag';
  color: TagColor;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type TagActionInput = {
  add?: Array<Scalars['ID']['input']>;
  remove?: Array<Scalars['ID']['input']>;
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

export type TagDeletePayload = {
  __typename?: 'TagDeletePayload';
  deletedIds: Array<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type TagPayload = {
  __typename?: 'TagPayload';
  tag?: Maybe<Tag>;
  userErrors: Array<UserError>;
};

export type TagSaveInput = {
  color?: InputMaybe<TagColor>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `tag_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Trimmed; at most 40 characters, unique whatever its case. */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type Task = Node & Record & Versioned & {
  __typename?: 'Task';
  body?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** By which another system knows it: the key of an import. */
  externalId?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  links: Array<Node>;
  owner?: Maybe<Agent>;
  /** When its owner is told of it. */
  remindAt?: Maybe<Scalars['DateTime']['output']>;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

/** People who work together: member of an inbox as one, and one to whom a conversation is assigned. */
export type Team = Node & Versioned & {
  __typename?: 'Team';
  createdAt: Scalars['DateTime']['output'];
  /** Set once it was deleted. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The inboxes of which it is a member, as far as the viewer sees them. */
  inboxes: Array<Inbox>;
  /** Its active agents, by name. */
  members: Array<TeamMember>;
  name: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};

export type TeamMember = {
  __typename?: 'TeamMember';
  agent: Agent;
  membership: TeamMembership;
};

export type TeamMemberInput = {
  agentId: Scalars['ID']['input'];
  membership?: TeamMembership;
};

/** Everybody has at most one MAIN team and any number of EXTRA ones; both give the same rights. */
export type TeamMembership =
  | 'EXTRA'
  | 'MAIN';

export type TeamPayload = {
  __typename?: 'TeamPayload';
  team?: Maybe<Team>;
  userErrors: Array<UserError>;
};

export type TeamSaveInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `tea_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Replaces the list. Who gets it as MAIN keeps the one that was his main team as EXTRA. */
  members?: InputMaybe<Array<TeamMemberInput>>;
  /** Trimmed; unique in the workspace whatever its case. */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type Ticket = Node & Record & Versioned & {
  __typename?: 'Ticket';
  body?: Maybe<Scalars['String']['output']>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  createdByName: Scalars['String']['output'];
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** By which another system knows it: the key of an import. */
  externalId?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  links: Array<Node>;
  /** Counts up from 1 in the workspace; what people quote. */
  number: Scalars['Int']['output'];
  owner?: Maybe<Agent>;
  priority?: Maybe<Priority>;
  /** Where it came from, such as `email`; a word of the team's own. */
  source?: Maybe<Scalars['String']['output']>;
  stage: Stage;
  title: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<RecordAction>;
};

export type TimelineConnection = {
  __typename?: 'TimelineConnection';
  edges: Array<TimelineEdge>;
  nodes: Array<TimelineEntry>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type TimelineEdge = {
  __typename?: 'TimelineEdge';
  cursor: Scalars['String']['output'];
  node: TimelineEntry;
};

/** Exactly one of the two, unless what it was is gone. */
export type TimelineEntry = {
  __typename?: 'TimelineEntry';
  at: Scalars['DateTime']['output'];
  change?: Maybe<ContactChange>;
  node?: Maybe<Node>;
};

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

export type ToldFact = {
  __typename?: 'ToldFact';
  at: Scalars['DateTime']['output'];
  name: Scalars['String']['output'];
  value: Scalars['JSON']['output'];
};

export type UploadPayload = {
  __typename?: 'UploadPayload';
  headers?: Maybe<Scalars['JSON']['output']>;
  id?: Maybe<Scalars['ID']['output']>;
  /** PUT the bytes here. */
  url?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** Something expected that went wrong: nothing was changed, and `message` says what to do next. */
export type UserError = {
  code: ErrorCode;
  /** For people, in English. */
  message: Scalars['String']['output'];
  /** Where in the input, such as `["input", "name"]`; for bulk calls it starts with the index of the item. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Anything that changes: pass `version` back as `expectedVersion` to be told of a conflict. */
export type Versioned = {
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
};

/** A page of a website, without what stands behind `?` and `#`. */
export type VisitedPage = {
  __typename?: 'VisitedPage';
  /** Since when. */
  at: Scalars['DateTime']['output'];
  /** The site that led there. */
  referrer?: Maybe<Scalars['String']['output']>;
  title?: Maybe<Scalars['String']['output']>;
  url: Scalars['String']['output'];
};

/** A program elsewhere that is told by HTTP what happens. What is told are the events of the journal, without texts: who wants those asks the API. */
export type Webhook = Node & Versioned & {
  __typename?: 'Webhook';
  active: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** What was told, newest first; kept for a month. */
  deliveries: WebhookDeliveryConnection;
  /** Types of events, such as `message.received`; empty: all. */
  events: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Of which inboxes; empty: of all. */
  inboxIds: Array<Scalars['ID']['output']>;
  name: Scalars['String']['output'];
  /** What went wrong last; null when nothing did. */
  stateMessage?: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  url: Scalars['String']['output'];
  version: Scalars['Int']['output'];
  /** What the viewer may do with it. */
  viewerCan: Array<NodeAction>;
};


/** A program elsewhere that is told by HTTP what happens. What is told are the events of the journal, without texts: who wants those asks the API. */
export type WebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<WebhookDeliveryState>;
};

export type WebhookDelivery = {
  __typename?: 'WebhookDelivery';
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  eventId: Scalars['ID']['output'];
  eventType: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  state: WebhookDeliveryState;
  /** What the far side answered last; null when it did not. */
  status?: Maybe<Scalars['Int']['output']>;
};

export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  edges: Array<WebhookDeliveryEdge>;
  nodes: Array<WebhookDelivery>;
  pageInfo: PageInfo;
  position: Scalars['String']['output'];
};

export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  cursor: Scalars['String']['output'];
  node: WebhookDelivery;
};

export type WebhookDeliveryState =
  /** Given up; `webhookReplay` sends it again. */
  | 'DEAD'
  | 'DELIVERED'
  /** On its way; tried again for 24 hours. */
  | 'PENDING';

export type WebhookPayload = {
  __typename?: 'WebhookPayload';
  /** Only when it was just made; never shown again. */
  secret?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
  webhook?: Maybe<Webhook>;
};

export type WebhookReplayPayload = {
  __typename?: 'WebhookReplayPayload';
  replayed: Scalars['Int']['output'];
  userErrors: Array<UserError>;
};

export type WebhookSaveInput = {
  active?: Scalars['Boolean']['input'];
  events?: Array<Scalars['String']['input']>;
  /** Refused with CONFLICT when it was changed since. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `whk_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxIds?: Array<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  /** Makes another secret; the one before signs along for 24 hours. */
  newSecret?: Scalars['Boolean']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** https, or http within a network that the host has opened (BALIE_WEBHOOK_NETWORKS). */
  url: Scalars['String']['input'];
};

export type WebhookTestPayload = {
  __typename?: 'WebhookTestPayload';
  /** How it goes is in its state, a moment later. */
  delivery?: Maybe<WebhookDelivery>;
  userErrors: Array<UserError>;
};

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WorkingHours = {
  __typename?: 'WorkingHours';
  /** Holidays and absences, by date. */
  daysOff: Array<DayOff>;
  /** Whether somebody is there now. */
  openNow: Scalars['Boolean']['output'];
  /** By day and time; a day without a slot is a free day. */
  slots: Array<WorkingSlot>;
  /** A name of the IANA time zone database, such as `Europe/Amsterdam`. */
  timeZone: Scalars['String']['output'];
  /** Counts up with each change; pass it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

export type WorkingHoursSaveInput = {
  /** At most 200; those that are there stay when it is not given. */
  daysOff?: InputMaybe<Array<DayOffInput>>;
  /** Refuses when it was changed meanwhile. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 6 a day, none within another. */
  slots: Array<WorkingSlotInput>;
  timeZone: Scalars['String']['input'];
};

/** From and until as `HH:MM` on the clock of the time zone; `24:00` is the end of the day. */
export type WorkingSlot = {
  __typename?: 'WorkingSlot';
  from: Scalars['String']['output'];
  until: Scalars['String']['output'];
  weekday: Weekday;
};

export type WorkingSlotInput = {
  from: Scalars['String']['input'];
  until: Scalars['String']['input'];
  weekday: Weekday;
};

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';
