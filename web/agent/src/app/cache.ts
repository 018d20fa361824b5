import { cacheExchange, type Cache, type CacheExchangeOpts, type DataFields } from '@urql/exchange-graphcache';
import { now } from '../lib/clock.js';

const embedded = () => null;
const types: Record<string, string> = {
  cnv: 'Conversation',
  msg: 'Message',
  con: 'Contact',
  chn: 'Channel',
  inb: 'Inbox',
  sru: 'SenderRule',
  usr: 'Agent',
  evt: 'Event',
  drf: 'Draft',
  tkt: 'Ticket',
  dea: 'Deal',
  tsk: 'Task',
  not: 'Note',
  cll: 'Call',
  mtg: 'Meeting',
  cmp: 'Company',
  prp: 'ContactProperty',
  tea: 'Team',
  snp: 'Snippet',
  tag: 'Tag',
  mnt: 'Mention',
  ntf: 'Notification',
  mrg: 'ContactMerge',
  blk: 'BulkChange',
};

/** The type that an id names by its prefix. */
export const typeOfId = (id: string): string | undefined => types[id.slice(0, 3)];

/** Puts an item at the end of every loaded newest page of a conversation's timeline. */
function append(cache: Cache, conversationId: string, item: { __typename: string; id: string }): void {
  const conversation = cache.keyOfEntity({ __typename: 'Conversation', id: conversationId });
  const key = cache.keyOfEntity(item);
  if (!conversation || !key) return;
  for (const field of cache.inspectFields(conversation)) {
    if (field.fieldName !== 'items' || field.arguments?.['before']) continue;
    const page = cache.resolve(conversation, field.fieldKey) as string | null;
    const nodes = page ? (cache.resolve(page, 'nodes') as string[] | null) : null;
    if (page && nodes && !nodes.includes(key)) cache.link(page, 'nodes', [...nodes, key] as never);
  }
}

interface ChangeData {
  changes: {
    type: string;
    nodeId?: string | null;
    conversationId?: string | null;
    node?: { __typename: string; id: string } | null;
  };
}

function onChange(result: DataFields, _args: unknown, cache: Cache): void {
  const { type, nodeId, conversationId, node } = (result as unknown as ChangeData).changes;
  const typename = nodeId ? typeOfId(nodeId) : undefined;
  if (type === 'DELETED' && nodeId && typename && !node) cache.invalidate({ __typename: typename, id: nodeId });
  if (node && conversationId && (node.__typename === 'Message' || node.__typename === 'Event'))
    append(cache, conversationId, node);
}

function onSend(result: DataFields, args: Record<string, unknown>, cache: Cache): void {
  const message = (result as { messageSend?: { message?: { __typename: string; id: string } | null } }).messageSend?.message;
  const input = args['input'] as { conversationId: string };
  if (message) append(cache, input.conversationId, { __typename: 'Message', id: message.id });
}

/** What the optimistic message needs that its input does not say. */
export interface Author {
  id: string;
  name: string;
}

function optimisticMessage(args: Record<string, unknown>, author: Author | null): DataFields {
  const input = args['input'] as { id: string; conversationId: string; direction: string; text: string };
  const at = new Date(now()).toISOString();
  const message = {
    __typename: 'Message',
    id: input.id,
    version: 0,
    direction: input.direction,
    author: { __typename: 'Agent', id: author?.id ?? 'usr_me', name: author?.name ?? '' },
    conversation: { __typename: 'Conversation', id: input.conversationId },
    ...{ from: null, to: [], cc: [], bcc: [], subject: null, at, sentAt: null, channel: null, text: input.text, htmlUrl: null },
    ...{ quotedText: null, attachments: [], parts: [], automatic: false, unparsed: false, rawUrl: null, deliveries: [] },
    ...{ warnings: [], remotePictures: false, viewerMay: [] },
    ...{ heldUntil: null, scheduled: false, side: false, replyToId: null, forwardOfId: null, mentions: [] },
    deliveryStatus: input.direction === 'OUTBOUND' ? 'QUEUED' : null,
  };
  return { __typename: 'MessagePayload', message, userErrors: [] } as unknown as DataFields;
}

interface AssignInput {
  ids: string[];
  assigneeId?: string | null;
  teamId?: string | null;
}

function optimisticRows(ids: string[], part: Record<string, unknown>): DataFields {
  const conversations = ids.map((id) => ({ __typename: 'Conversation', id, ...part }));
  return { __typename: 'ConversationsPayload', conversations, userErrors: [] } as unknown as DataFields;
}

const noKeys = [
  'PageInfo',
  'ConversationConnection',
  'SearchConnection',
  'SearchEdge',
  'SearchPart',
  'ItemConnection',
  'ContactConnection',
  'InboundItemConnection',
  'SenderRuleConnection',
  'DeadJobConnection',
  'MessageConnection',
  'RecordConnection',
  'TimelineConnection',
  'NotificationConnection',
  'WebhookDeliveryConnection',
  'AutomationRuleConnection',
  'AutomationRunConnection',
];
const parts = [
  'Recipient',
  'Identity',
  'ToldFact',
  'Capabilities',
  'AddressTrouble',
  'Acknowledgement',
  'WorkingHours',
  'WorkingSlot',
  'DayOff',
  'SlaPolicy',
  'SlaClock',
  'AgentPresence',
  'InboxRouting',
  'RoutingRule',
  'RoutingDecision',
  'RoutingCandidate',
  'RoutingPreview',
  'InboxView',
  'InboxMember',
  'AgentTeam',
  'ExtraPart',
  'ChannelType',
  'ChannelCheck',
  'ChannelSetupPlace',
  'FilterRuleSwitch',
  'System',
  'Signature',
  'ComposeFrom',
  'RecordCount',
  'StageSum',
  'MeetingAttendee',
  'MeetingProposal',
  'TimelineEntry',
  'MessageMention',
  'NotificationSettings',
  'NotificationChoice',
  'MoveTarget',
  'MovedConversation',
  'ContactMergePreview',
  'ApiSettings',
  'PluginPublisher',
  'Report',
  'ReportFigures',
  'ReportDuration',
  'ReportDay',
  'ReportRow',
  'VisitedPage',
  'AutomationCondition',
  'AutomationAction',
  'AutomationIssue',
  'AutomationActionResult',
  'AutomationTrial',
  'ListImportPreview',
  'ListImportColumn',
  'ListImportRow',
  'BulkChangeReason',
  'BulkChangeProblem',
];
const payloads = [
  'Change',
  'Signal',
  'SystemCheck',
  'ChannelMailCheck',
  'MailCheck',
  'MailCheckLeg',
  'InputError',
  'ConflictError',
  'StaleError',
  'ReplyRoute',
];

/** The normalising cache: what came in by a query, a mutation or a change is one copy, wherever it is shown. */
export function makeCache(author: () => Author | null) {
  const options: CacheExchangeOpts = {
    keys: Object.fromEntries([...noKeys, ...parts, ...payloads].map((name) => [name, embedded])),
    possibleTypes: {
      Item: ['Message', 'Event'],
      Actor: ['Agent', 'Contact', 'Bot', 'System'],
      UserError: ['InputError', 'ConflictError', 'StaleError'],
      Record: ['Ticket', 'Deal', 'Task', 'Note', 'Call', 'Meeting', 'Company'],
      Node: [
        ...Object.values(types),
        'Plugin',
        'Session',
        'ApiToken',
        'Delivery',
        'Attachment',
        'Bot',
        'InboundItem',
        'DeadJob',
        'Pipeline',
        'PersonalToken',
        'Webhook',
        'AutomationRule',
      ],
    } as never,
    optimistic: {
      messageSend: (args) => optimisticMessage(args, author()) as never,
      conversationSetStatus: (args) => optimisticRows(args['ids'] as string[], { status: args['status'] }) as never,
      conversationAssign: (args) => {
        const { ids, assigneeId, teamId } = args['input'] as AssignInput;
        return optimisticRows(ids, {
          assignee: assigneeId ? { __typename: 'Agent', id: assigneeId } : null,
          ...(teamId === undefined ? {} : { assigneeTeam: teamId ? { __typename: 'Team', id: teamId } : null }),
        }) as never;
      },
    },
    updates: { Subscription: { changes: onChange }, Mutation: { messageSend: onSend } },
  };
  return cacheExchange(options);
}
