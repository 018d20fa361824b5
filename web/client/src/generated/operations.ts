/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
/** What a question wants to hear. */
export type AnswerKind =
  | 'DATE'
  | 'EMAIL'
  | 'NUMBER'
  | 'PHONE';

/** Exactly one. `workspace`: inboxes, channels, plugins and agents, as far as the viewer may see them. `all`: everything that he may see. */
export type ChangeScope =
  {   all: boolean; conversationId?: never; inboxIds?: never; workspace?: never; }
  |  { all?: never;   conversationId: string; inboxIds?: never; workspace?: never; }
  |  { all?: never; conversationId?: never;   inboxIds: Array<string>; workspace?: never; }
  |  { all?: never; conversationId?: never; inboxIds?: never;   workspace: boolean; };

export type ChangeType =
  | 'CREATED'
  /** Gone, or no longer yours to see. */
  | 'DELETED'
  | 'RESYNC'
  | 'UPDATED';

/** An answer that is offered with a message. */
export type ChoiceInput = {
  label: string;
  value: string;
};

/** What is given must all hold. Without `placement` only INBOX is looked at. */
export type ConversationFilter = {
  /** When the last message was (S14). */
  activity?: DayRange | null | undefined;
  /** Ids of agents, also of those who are gone (S13), and of teams; null in the list means neither, `me` whoever asks. Any of them. */
  assigneeIds?: Array<string | null | undefined> | null | undefined;
  /** View of a plugin, such as `email` (S19–S22). */
  channelViews?: Array<string> | null | undefined;
  contactId?: string | null | undefined;
  /** Whether a file hangs on one of its messages or comments; pictures that stand in a text count for none (S9). */
  hasAttachment?: boolean | null | undefined;
  /** A bot has the word and nobody owns it: the view Bots (S23). */
  heldByBot?: boolean | null | undefined;
  inboxIds?: Array<string> | null | undefined;
  /** Only those in which the viewer was mentioned. */
  mentioned?: boolean | null | undefined;
  placement?: Array<Placement> | null | undefined;
  /** By the clock on our next answer; any of them. */
  sla?: Array<SlaState> | null | undefined;
  status?: Array<ConversationStatus> | null | undefined;
  /** Those that have any of these tags. */
  tagIds?: Array<string> | null | undefined;
  unread?: boolean | null | undefined;
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

export type ItemDirection =
  | 'INBOUND'
  | 'INTERNAL'
  | 'OUTBOUND';

export type MessageSendInput = {
  /** What kind of answer it asks for: a field that fits where the channel has one. Not together with `choices`. */
  asks?: AnswerKind | null | undefined;
  /** The last item that the author had seen; when there is a newer message, nothing is sent and STALE says which. */
  basedOn?: string | null | undefined;
  bcc?: Array<string> | null | undefined;
  cc?: Array<string> | null | undefined;
  /** Offered below the text, at most 13: buttons where the channel has them, else a numbered list in the text. */
  choices?: Array<ChoiceInput> | null | undefined;
  conversationId: string;
  direction?: ItemDirection;
  /** A picture in it is `<img src="upload:ID">` of one of the `uploadIds`. */
  html?: string | null | undefined;
  /** Client-made, `msg_` and a UUIDv7: the idempotency key and the optimistic key in one. */
  id?: string | null | undefined;
  /** Agents, and teams with all their people, who are called into the conversation by a comment; at most 20. Who may not see it is told nothing, and gets no access: `Message.mentions` says so (S64). */
  mentionIds?: Array<string> | null | undefined;
  operationId?: string | null | undefined;
  /** The message that is answered, whose people are the recipients; the last one of the customer when not given. */
  replyTo?: string | null | undefined;
  /** One of `replyRoutes`; the best one when not given. */
  routeId?: string | null | undefined;
  /** Not before this time, at most a year ahead; without it after the undo time of the inbox (D5). */
  sendAt?: string | null | undefined;
  text: string;
  thenSetStatus?: ConversationStatus | null | undefined;
  /** Instead of the recipients that the server would take. */
  to?: Array<string> | null | undefined;
  uploadIds?: Array<string> | null | undefined;
};

/** Where a conversation lies, apart from its status. Only INBOX notifies, routes and is counted. */
export type Placement =
  | 'FILTERED'
  | 'INBOX'
  /** It has become part of another (`mergedInto`) and is only read, as the way there. */
  | 'MERGED'
  | 'SPAM'
  | 'TRASH';

export type SlaState =
  /** The time is over. */
  | 'MISSED'
  /** The clock stands. */
  | 'PAUSED'
  /** There is still time. */
  | 'RUNNING';

export type PositionQueryVariables = Exact<{
  scope: ChangeScope;
}>;


export type PositionQuery = { changes: { position: string } };

export type ChangesSubscriptionVariables = Exact<{
  scope: ChangeScope;
  after?: string | null | undefined;
}>;


export type ChangesSubscription = { changes: { cursor: string, at: string, type: ChangeType, event: string, nodeId: string | null, conversationId: string | null, inboxId: string | null, operationId: string | null, node:
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
      | { __typename: 'Webhook', id: string }
     | null } };

export type ConversationLineFragment = { id: string, version: number, number: number, subject: string, preview: string, status: ConversationStatus, createdAt: string, updatedAt: string, inbox: { id: string, name: string }, contact: { id: string, name: string | null } | null, assignee: { id: string, name: string } | null };

export type ConversationsQueryVariables = Exact<{
  filter?: ConversationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConversationsQuery = { conversations: { position: string, nodes: Array<{ id: string, version: number, number: number, subject: string, preview: string, status: ConversationStatus, createdAt: string, updatedAt: string, inbox: { id: string, name: string }, contact: { id: string, name: string | null } | null, assignee: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConversationQueryVariables = Exact<{
  id: string;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ConversationQuery = { node:
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
    | { __typename: 'Conversation', id: string, version: number, number: number, subject: string, preview: string, status: ConversationStatus, createdAt: string, updatedAt: string, items: { position: string, nodes: Array<
          | { __typename: 'Event', id: string, at: string, type: string }
          | { __typename: 'Message', id: string, at: string, direction: ItemDirection, text: string, deliveryStatus: DeliveryStatus | null }
        >, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } }, inbox: { id: string, name: string }, contact: { id: string, name: string | null } | null, assignee: { id: string, name: string } | null }
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

export type SendMessageMutationVariables = Exact<{
  input: MessageSendInput;
}>;


export type SendMessageMutation = { messageSend: { message: { id: string, deliveryStatus: DeliveryStatus | null } | null, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type SetStatusMutationVariables = Exact<{
  ids: Array<string> | string;
  status: ConversationStatus;
}>;


export type SetStatusMutation = { conversationSetStatus: { conversations: Array<{ id: string, version: number, status: ConversationStatus }>, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateUploadMutationVariables = Exact<{
  id: string;
  name: string;
  mime: string;
  bytes: number;
}>;


export type CreateUploadMutation = { uploadCreate: { id: string | null, url: string | null, headers: unknown, userErrors: Array<
      | { __typename: 'ConflictError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InputError', code: ErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StaleError', code: ErrorCode, message: string, path: Array<string> | null }
    > } };

const ConversationLine = 'fragment ConversationLine on Conversation{id version number subject preview status createdAt updatedAt inbox{id name}contact{id name}assignee{id name}}';
export const PositionDocument = ('query Position($scope:ChangeScope!){changes(scope:$scope){position}}') as unknown as TypedDocumentNode<PositionQuery, PositionQueryVariables>;
export const ChangesDocument = ('subscription Changes($scope:ChangeScope!$after:String){changes(scope:$scope after:$after){cursor at type event nodeId node{__typename id}conversationId inboxId operationId}}') as unknown as TypedDocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const ConversationsDocument = ('query Conversations($filter:ConversationFilter$first:Int$after:String){conversations(filter:$filter first:$first after:$after){position nodes{...ConversationLine}pageInfo{hasNextPage endCursor}}}' + ConversationLine) as unknown as TypedDocumentNode<ConversationsQuery, ConversationsQueryVariables>;
export const ConversationDocument = ('query Conversation($id:ID!$last:Int$before:String){node(id:$id){__typename id ...on Conversation{...ConversationLine items(last:$last before:$before){position nodes{__typename ...on Message{id at direction text deliveryStatus}...on Event{id at type}}pageInfo{hasPreviousPage startCursor}}}}}' + ConversationLine) as unknown as TypedDocumentNode<ConversationQuery, ConversationQueryVariables>;
export const SendMessageDocument = ('mutation SendMessage($input:MessageSendInput!){messageSend(input:$input){message{id deliveryStatus}userErrors{__typename code message path}}}') as unknown as TypedDocumentNode<SendMessageMutation, SendMessageMutationVariables>;
export const SetStatusDocument = ('mutation SetStatus($ids:[ID!]!$status:ConversationStatus!){conversationSetStatus(ids:$ids status:$status){conversations{id version status}userErrors{__typename code message path}}}') as unknown as TypedDocumentNode<SetStatusMutation, SetStatusMutationVariables>;
export const CreateUploadDocument = ('mutation CreateUpload($id:ID!$name:String!$mime:String!$bytes:Int!){uploadCreate(id:$id name:$name mime:$mime bytes:$bytes){id url headers userErrors{__typename code message path}}}') as unknown as TypedDocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;