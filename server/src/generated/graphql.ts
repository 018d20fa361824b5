export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC with milliseconds. */
  DateTime: { input: number; output: string; }
  /** Any JSON value; where a plugin or a user defined its shape, it is checked on the server by JSON Schema. */
  JSON: { input: unknown; output: unknown; }
};

export type Actor = Agent | Bot | Contact | System;

export type Agent = Node & {
  __typename?: 'Agent';
  availability: Availability;
  avatarUrl?: Maybe<Scalars['String']['output']>;
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Only of oneself; null for others. */
  preferences?: Maybe<Scalars['JSON']['output']>;
  role: WorkspaceRole;
  /** Only of oneself; empty for others. */
  scopes: Array<Scope>;
  seat: Seat;
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

export type AgentPayload = {
  __typename?: 'AgentPayload';
  agent?: Maybe<Agent>;
  userErrors: Array<UserError>;
};

export type ApiToken = Node & {
  __typename?: 'ApiToken';
  createdAt: Scalars['DateTime']['output'];
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  scopes: Array<Scope>;
};

export type ApiTokenPayload = {
  __typename?: 'ApiTokenPayload';
  apiToken?: Maybe<ApiToken>;
  /** Send it as `Authorization: Bearer …`. */
  token?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
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

export type Availability =
  | 'AVAILABLE'
  | 'AWAY';

export type Bot = Node & {
  __typename?: 'Bot';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};

/** What a channel can do: data, so that no client and no core asks for its name. */
export type Capabilities = {
  __typename?: 'Capabilities';
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
  id: Scalars['ID']['output'];
  inbox: Inbox;
  lastInboundAt?: Maybe<Scalars['DateTime']['output']>;
  lastOutboundAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  secretsSet: Array<Scalars['String']['output']>;
  /** Only for those who manage the inbox. */
  settings?: Maybe<Scalars['JSON']['output']>;
  state: ChannelState;
  /** What is wrong and what to do, in the far side's words where it gave any. */
  stateMessage?: Maybe<Scalars['String']['output']>;
  type?: Maybe<ChannelType>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
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

export type ChannelPayload = {
  __typename?: 'ChannelPayload';
  channel?: Maybe<Channel>;
  userErrors: Array<UserError>;
};

export type ChannelSetupInput = {
  data?: InputMaybe<Scalars['JSON']['input']>;
  /** Client-made for a new one, `chn_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  inboxId: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
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
  redirectUrl?: Maybe<Scalars['String']['output']>;
  step?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type ChannelState =
  | 'CONNECTED'
  /** Works, with trouble: see `stateMessage`. */
  | 'DEGRADED'
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
  /** JSON Schema; `x-secret` marks what is write-only, `x-advanced` what is folded away, `x-order` the order. */
  settingsSchema: Scalars['JSON']['output'];
  title: Scalars['String']['output'];
  type: Scalars['String']['output'];
};


export type ChannelTypeTitleArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
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
  /** Earlier conversations, newest first; only those that the viewer may see (S62). */
  conversations: ConversationConnection;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  identities: Array<Identity>;
  name?: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<ContactAction>;
};


export type ContactConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ContactAction =
  | 'EDIT';

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

export type ContactPayload = {
  __typename?: 'ContactPayload';
  contact?: Maybe<Contact>;
  userErrors: Array<UserError>;
};

export type ContactSaveInput = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

export type Conversation = Node & Versioned & {
  __typename?: 'Conversation';
  assignee?: Maybe<Agent>;
  /** Icon of that channel, by the plugin. */
  channelIcon?: Maybe<Scalars['String']['output']>;
  /** Name of that channel's view in the language asked for. */
  channelTitle?: Maybe<Scalars['String']['output']>;
  /** The view that its first channel belongs to, such as `email`; a plugin's own word. */
  channelView?: Maybe<Scalars['String']['output']>;
  contact?: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
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
  /** Counts up from 1 in the workspace; what people quote. */
  number: Scalars['Int']['output'];
  /** How many people take part, agents not counted. */
  participantCount: Scalars['Int']['output'];
  placement: Placement;
  /** Why it was filtered, or by whom it was moved. */
  placementReason?: Maybe<Scalars['String']['output']>;
  /** The first words of the last message, as plain text. */
  preview: Scalars['String']['output'];
  /** Ways to answer, best first. */
  replyRoutes: Array<ReplyRoute>;
  status: ConversationStatus;
  /** Empty when the network has no subjects or the sender gave none. */
  subject: Scalars['String']['output'];
  unread: Scalars['Boolean']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<ConversationAction>;
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

export type ConversationAction =
  | 'ASSIGN'
  | 'COMMENT'
  | 'REPLY'
  | 'SET_STATUS';

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
  /** Ids of agents; null in the list means nobody. */
  assigneeIds?: InputMaybe<Array<InputMaybe<Scalars['ID']['input']>>>;
  /** View of a plugin, such as `email` (S19–S22). */
  channelViews?: InputMaybe<Array<Scalars['String']['input']>>;
  contactId?: InputMaybe<Scalars['ID']['input']>;
  inboxIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  placement?: InputMaybe<Array<Placement>>;
  status?: InputMaybe<Array<ConversationStatus>>;
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ConversationOrder = {
  direction: OrderDirection;
  field: ConversationOrderField;
};

export type ConversationOrderField =
  | 'CREATED_AT'
  | 'LAST_MESSAGE_AT';

export type ConversationPayload = {
  __typename?: 'ConversationPayload';
  conversation?: Maybe<Conversation>;
  userErrors: Array<UserError>;
};

export type ConversationStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'SNOOZED';

export type ConversationsPayload = {
  __typename?: 'ConversationsPayload';
  /** Those that were changed, in the order of `ids`. */
  conversations: Array<Conversation>;
  userErrors: Array<UserError>;
};

export type DeadJob = Node & {
  __typename?: 'DeadJob';
  attempts: Scalars['Int']['output'];
  error: Scalars['String']['output'];
  failedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
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
  /** What the far side calls it, such as the id in its 250 answer. */
  providerId?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  recipient: Recipient;
  status: DeliveryStatus;
};

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

export type Draft = Node & {
  __typename?: 'Draft';
  html?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  mode: DraftMode;
  text: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
};

export type DraftMode =
  | 'COMMENT'
  | 'REPLY';

export type DraftPayload = {
  __typename?: 'DraftPayload';
  draft?: Maybe<Draft>;
  userErrors: Array<UserError>;
};

export type DraftSaveInput = {
  conversationId: Scalars['ID']['input'];
  html?: InputMaybe<Scalars['String']['input']>;
  mode: DraftMode;
  text: Scalars['String']['input'];
};

/** Stable words to branch on. More will come: keep a default branch. */
export type ErrorCode =
  /** The far side can't be reached or refused us; `message` has its words. */
  | 'CHANNEL_DOWN'
  /** It was changed by somebody else, or the id is taken. */
  | 'CONFLICT'
  /** You may see it, but your role may not do this. */
  | 'FORBIDDEN'
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

/** A part that is neither text nor a file: `fields` of a form, `choices`, or `unsupported` with a note. */
export type ExtraPart = {
  __typename?: 'ExtraPart';
  data: Scalars['JSON']['output'];
  type: Scalars['String']['output'];
};

export type FileState =
  | 'FETCHING'
  /** Could not be fetched, or was refused. */
  | 'GONE'
  | 'READY';

/** How a person is known on a network. */
export type Identity = {
  __typename?: 'Identity';
  kind: Scalars['String']['output'];
  value: Scalars['String']['output'];
  /** Proven by the network, not just said. */
  verified: Scalars['Boolean']['output'];
};

export type InboundItem = Node & {
  __typename?: 'InboundItem';
  channel?: Maybe<Channel>;
  conversation?: Maybe<Conversation>;
  id: Scalars['ID']['output'];
  rawUrl?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  state: InboundState;
  /** It became a message with the raw bytes attached. */
  unparsed: Scalars['Boolean']['output'];
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
  audience: InboxAudience;
  channels: Array<Channel>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  isDefault: Scalars['Boolean']['output'];
  members: Array<InboxMember>;
  name: Scalars['String']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  viewerCan: Array<InboxAction>;
  /** The role that the viewer has in it; null for an admin who sees it without being a member. */
  viewerRole?: Maybe<InboxRole>;
  /** The built-in views of the left bar, in order, with their counts (S15–S26). */
  views: Array<InboxView>;
};

export type InboxAction =
  /** Answer, assign, close. */
  | 'ACT'
  /** Write internal comments. */
  | 'COMMENT'
  /** Change its name, members and channels. */
  | 'MANAGE';

/** EVERYONE: each active agent is a member. MEMBERS: only those named. */
export type InboxAudience =
  | 'EVERYONE'
  | 'MEMBERS';

export type InboxMember = {
  __typename?: 'InboxMember';
  agent: Agent;
  role: InboxRole;
};

export type InboxMemberInput = {
  agentId: Scalars['ID']['input'];
  role?: InboxRole;
};

export type InboxPayload = {
  __typename?: 'InboxPayload';
  inbox?: Maybe<Inbox>;
  userErrors: Array<UserError>;
};

/** MANAGER: its settings, too. AGENT: works in it. VIEWER: reads and comments. */
export type InboxRole =
  | 'AGENT'
  | 'MANAGER'
  | 'VIEWER';

export type InboxSaveInput = {
  audience?: InputMaybe<InboxAudience>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Client-made for a new one, `inb_` and a UUIDv7. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Replaces the list of members. */
  members?: InputMaybe<Array<InboxMemberInput>>;
  /** Trimmed; unique in the workspace whatever its case (S74). */
  name?: InputMaybe<Scalars['String']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A built-in view. Which channel views there are comes from the plugins of the connected channels, never from a list in the core. */
export type InboxView = {
  __typename?: 'InboxView';
  /** Open conversations in it; for `filtered` all that it holds; null where no count is kept (spam, trash). */
  count?: Maybe<Scalars['Int']['output']>;
  group: InboxViewGroup;
  icon?: Maybe<Scalars['String']['output']>;
  /** Stable within the workspace: `all`, `mine`, `unassigned`, `bots`, `filtered`, `spam`, `trash`, or `channel-<view of the plugin>`. */
  key: Scalars['String']['output'];
  /** Set for channel views: the plugin's words, in the language asked for. */
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
  /** The address it came from or goes out from. */
  from?: Maybe<Recipient>;
  /** Address of the sanitised page to show in a sandboxed frame; null when the text is all there is. */
  htmlUrl?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  parts: Array<ExtraPart>;
  /** The quoted history, hidden until asked for. */
  quotedText?: Maybe<Scalars['String']['output']>;
  /** The source as received. */
  rawUrl?: Maybe<Scalars['String']['output']>;
  /** When its sender says that it was written. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  subject?: Maybe<Scalars['String']['output']>;
  /** Plain text without the quoted history. */
  text: Scalars['String']['output'];
  to: Array<Recipient>;
  /** The raw bytes could not be understood; they are attached as they came. */
  unparsed: Scalars['Boolean']['output'];
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
};

export type MessagePayload = {
  __typename?: 'MessagePayload';
  message?: Maybe<Message>;
  userErrors: Array<UserError>;
};

export type MessageSendInput = {
  /** The last item that the author had seen; when there is a newer message, nothing is sent and STALE says which. */
  basedOn?: InputMaybe<Scalars['ID']['input']>;
  bcc?: InputMaybe<Array<Scalars['String']['input']>>;
  cc?: InputMaybe<Array<Scalars['String']['input']>>;
  conversationId: Scalars['ID']['input'];
  direction?: ItemDirection;
  html?: InputMaybe<Scalars['String']['input']>;
  /** Client-made, `msg_` and a UUIDv7: the idempotency key and the optimistic key in one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  /** One of `replyRoutes`; the best one when not given. */
  routeId?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
  thenSetStatus?: InputMaybe<ConversationStatus>;
  /** Instead of the recipients that the server would take. */
  to?: InputMaybe<Array<Scalars['String']['input']>>;
  uploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds an agent with a first password, to be handed over by the admin (S80). */
  agentCreate: AgentPayload;
  /** The secret is in this answer and never again. */
  apiTokenCreate: ApiTokenPayload;
  /** The token stops to work at once. */
  apiTokenRevoke: DeletePayload;
  /** Switches a channel on or off; what waits to be sent is kept. */
  channelSetActive: ChannelPayload;
  /** One step of adding a channel, or of changing or re-authorising one: a form, a redirect, something to show, or done. */
  channelSetup: ChannelSetupPayload;
  /** Tries the settings without keeping them, and says in the far side's words what is wrong. */
  channelTest: ChannelTestPayload;
  contactSave: ContactPayload;
  /** To an agent, or with null back to nobody. Bulk: at most 200 ids; each failure is in `userErrors` under its index (S37). `expectedVersions` as with `conversationSetStatus`. */
  conversationAssign: ConversationsPayload;
  /** Marks read up to an item, or with null as unread; only for the viewer. */
  conversationMarkRead: ConversationPayload;
  /** Closes or reopens (S41). `expectedVersions` has one for each id: what was changed since is left alone and answers CONFLICT, which is what makes an undo safe. */
  conversationSetStatus: ConversationsPayload;
  /** Fills an empty instance with believable conversations, or takes them away again. */
  demoSet: DemoPayload;
  /** Keeps what the viewer is writing, one draft for each mode; empty text removes it. */
  draftSave: DraftPayload;
  /** Understands an item again from its raw bytes, after FAILED or `unparsed`. */
  inboundItemReplay: InboundItemPayload;
  /** Creates an inbox, or updates the one with this id (S70–S76, S84). */
  inboxSave: InboxPayload;
  /** Puts a job that was given up back into the queue. */
  jobRetry: JobPayload;
  /** Stops a message that is still HELD or QUEUED; its text goes back to the editor. */
  messageCancel: MessagePayload;
  /** A person's word on an UNCERTAIN delivery: it did arrive. */
  messageMarkSent: MessagePayload;
  /** Tries failed deliveries of a message again. One that is UNCERTAIN is sent again only with `evenIfUncertain`. */
  messageRetry: MessagePayload;
  /** Sends an answer, or keeps an internal comment. A repeat with the same `id` returns the first result (S42, S63, S64). */
  messageSend: MessagePayload;
  /** Installs from a folder or a .tgz that lies on the server. First call without `approve`: answers what the plugin asks for and installs nothing. */
  pluginInstall: PluginInstallPayload;
  /** Stops it and takes it away; refused while a channel of it is configured. */
  pluginRemove: DeletePayload;
  /** Starts or stops it, in the running server. */
  pluginSetEnabled: PluginPayload;
  /** Keeps the viewer's own settings: language, time zone, sizes of panes; keys that are not given stay as they are. */
  preferencesSave: AgentPayload;
  /** Signs one of the viewer's sessions out, at once, its open sockets too. */
  sessionRevoke: DeletePayload;
  /** Typing, viewing: ephemeral, fire and forget. True when it was passed on. */
  signal: Scalars['Boolean']['output'];
  /** Where to PUT a file, within the hour. Its id then goes into `messageSend`; uploads that nothing uses are swept after a day. */
  uploadCreate: UploadPayload;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationAgentCreateArgs = {
  input: AgentCreateInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationApiTokenCreateArgs = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  name: Scalars['String']['input'];
  scopes: Array<Scope>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationApiTokenRevokeArgs = {
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
export type MutationChannelTestArgs = {
  input: ChannelTestInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationContactSaveArgs = {
  input: ContactSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationAssignArgs = {
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationMarkReadArgs = {
  id: Scalars['ID']['input'];
  upTo?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationConversationSetStatusArgs = {
  expectedVersions?: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  status: ConversationStatus;
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
export type MutationInboundItemReplayArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationInboxSaveArgs = {
  input: InboxSaveInput;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationJobRetryArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageCancelArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationMessageMarkSentArgs = {
  id: Scalars['ID']['input'];
  operationId?: InputMaybe<Scalars['ID']['input']>;
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
export type MutationPluginInstallArgs = {
  approve?: Scalars['Boolean']['input'];
  source: Scalars['String']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationPluginRemoveArgs = {
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
export type MutationSessionRevokeArgs = {
  id: Scalars['ID']['input'];
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationSignalArgs = {
  active?: Scalars['Boolean']['input'];
  conversationId: Scalars['ID']['input'];
  kind: SignalKind;
};


/** What happens to the workspace. Expected failures come in `userErrors` of the payload. */
export type MutationUploadCreateArgs = {
  bytes: Scalars['Int']['input'];
  id?: InputMaybe<Scalars['ID']['input']>;
  mime: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

/** Any object that has an id. Ids are opaque, carry their type (`cnv_…`, `msg_…`) and are made of a UUIDv7, so a client can make them. */
export type Node = {
  id: Scalars['ID']['output'];
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

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Where a conversation lies, apart from its status. Only INBOX notifies, routes and is counted. */
export type Placement =
  | 'FILTERED'
  | 'INBOX'
  | 'SPAM'
  | 'TRASH';

export type Plugin = Node & {
  __typename?: 'Plugin';
  apiVersion: Scalars['Int']['output'];
  /** Comes with Balie. */
  bundled: Scalars['Boolean']['output'];
  channelTypes: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Resident memory of its process, in bytes; null when it does not run. */
  memoryBytes?: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
  /** What it asked for when it was installed, in words. */
  permissions: Array<Scalars['String']['output']>;
  restarts: Scalars['Int']['output'];
  /** Its process is running. */
  running: Scalars['Boolean']['output'];
  state: PluginState;
  /** Why it is in this state. */
  stateMessage?: Maybe<Scalars['String']['output']>;
  version: Scalars['String']['output'];
};

export type PluginInstallPayload = {
  __typename?: 'PluginInstallPayload';
  name?: Maybe<Scalars['String']['output']>;
  /** What it asks for, to be shown before it is approved. */
  permissions: Array<Scalars['String']['output']>;
  plugin?: Maybe<Plugin>;
  userErrors: Array<UserError>;
  version?: Maybe<Scalars['String']['output']>;
};

export type PluginPayload = {
  __typename?: 'PluginPayload';
  plugin?: Maybe<Plugin>;
  userErrors: Array<UserError>;
};

export type PluginState =
  /** Ended too often; it is started again by a person. */
  | 'CRASHED'
  | 'DISABLED'
  /** Ready; its process runs only while something of it is configured. */
  | 'ENABLED'
  /** Made for another version of the plugin API. */
  | 'INCOMPATIBLE';

export type Query = {
  __typename?: 'Query';
  /** The active agents of the workspace, by name. At most a few hundred, so not paged. */
  agents: Array<Agent>;
  /** Tokens of integrations, newest first; their secrets are not kept. */
  apiTokens: Array<ApiToken>;
  /** The journal as a poll: the same answers as the subscription, for clients without sockets. */
  changes: ChangePage;
  /** Channel types that the installed plugins offer, with their settings as JSON Schema. */
  channelTypes: Array<ChannelType>;
  /** Contacts by name or address; a keyset page of 50 when `first` is not given, 100 at most. */
  contacts: ContactConnection;
  /** By the number that people quote (#1182). */
  conversationByNumber?: Maybe<Conversation>;
  /** Conversations that the viewer may see, newest activity first unless `order` says otherwise; a keyset page of 50 when `first` is not given, 100 at most. */
  conversations: ConversationConnection;
  /** Jobs that were given up, newest first. */
  deadJobs: DeadJobConnection;
  /** Everything that came in, newest first, each in exactly one state (N1). */
  inboundItems: InboundItemConnection;
  /** Inboxes that the viewer may see (S6), by name. At most 100, so not paged. */
  inboxes: Array<Inbox>;
  /** What would be left out or rewritten on this route, before anything is sent. */
  messageFit: Array<Scalars['String']['output']>;
  /** Any object by its id; null when there is none or the viewer may not know of it. */
  node?: Maybe<Node>;
  plugins: Array<Plugin>;
  /** The viewer's own sessions, newest first. */
  sessions: Array<Session>;
  /** What a new host wants to know: does everything work? */
  systemCheck: Array<SystemCheck>;
  /** The signed-in agent, or the one that a personal token acts for; null for a token of an integration. */
  viewer?: Maybe<Agent>;
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  scope: ChangeScope;
};


export type QueryContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

export type Recipient = {
  __typename?: 'Recipient';
  kind: Scalars['String']['output'];
  name?: Maybe<Scalars['String']['output']>;
  value: Scalars['String']['output'];
};

/** A way in which a conversation can be answered: a channel and the address on it. */
export type ReplyRoute = {
  __typename?: 'ReplyRoute';
  /** Why it can't be used now, such as CHANNEL_DOWN; null when it can. */
  blockedBy?: Maybe<ErrorCode>;
  capabilities: Capabilities;
  cc: Array<Recipient>;
  channel: Channel;
  id: Scalars['ID']['output'];
  /** Who gets the answer, as the server will address it. */
  to: Array<Recipient>;
};

/** What a token or a session may do. A session of an agent holds those of its role. */
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
};

export type Signal = {
  __typename?: 'Signal';
  active: Scalars['Boolean']['output'];
  agent?: Maybe<Agent>;
  conversationId: Scalars['ID']['output'];
  kind: SignalKind;
};

export type SignalKind =
  | 'TYPING'
  | 'VIEWING';

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
  name: Scalars['String']['output'];
};

export type SystemCheck = {
  __typename?: 'SystemCheck';
  key: Scalars['String']['output'];
  message: Scalars['String']['output'];
  ok: Scalars['Boolean']['output'];
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

/** Role in the workspace. Owners and admins see every inbox and manage them; in an inbox they act only as members (S4, S5). */
export type WorkspaceRole =
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER';
