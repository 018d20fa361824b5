import { operations, type Operation, type Place } from './inventory.js';

/**
 * What an id in an argument is the id of.
 * - `bound`: of something that lies in an inbox, or is one person's own: whoever may not know of it must be answered as if it were not there.
 * - `shared`: of something that the whole team knows, such as a tag, a contact or a colleague.
 * - `made`: made by the client for what is about to be; one that is taken is refused, which tells no more than that.
 */
export type Kind = 'bound' | 'shared' | 'made';

const BY_NAME: Record<string, Kind> = {
  conversationId: 'bound',
  inboxId: 'bound',
  inboxIds: 'bound',
  channelId: 'bound',
  channelIds: 'bound',
  messageId: 'bound',
  uploadId: 'bound',
  uploadIds: 'bound',
  attachmentIds: 'bound',
  itemIds: 'bound',
  routeId: 'bound',
  replyTo: 'bound',
  basedOn: 'bound',
  intoId: 'bound',
  linkIds: 'bound',
  toId: 'bound',
  linkToId: 'bound',
  contactId: 'shared',
  propertyId: 'shared',
  agentId: 'shared',
  agentIds: 'shared',
  assigneeId: 'shared',
  assigneeIds: 'shared',
  ownerId: 'shared',
  teamId: 'shared',
  teamIds: 'shared',
  tagIds: 'shared',
  tagId: 'shared',
  snippetId: 'bound',
  fileId: 'bound',
  fileIds: 'bound',
  webhookId: 'bound',
  mentionIds: 'shared',
  winnerId: 'shared',
  loserId: 'shared',
  takeFields: 'shared',
  pipelineId: 'shared',
  stageId: 'shared',
  botId: 'shared',
  add: 'shared',
  remove: 'shared',
};

/** Where the name alone does not tell, and where it tells wrongly. */
const BY_PLACE: Record<string, Kind> = {
  'query node.id': 'bound',
  'mutation automationRuleSave.input.id': 'made',
  'mutation automationRuleDelete.id': 'bound',
  'mutation automationRulesOrder.ids': 'bound',
  'mutation sessionRevoke.id': 'bound',
  'mutation personalTokenRevoke.id': 'bound',
  'mutation pushUnsubscribe.id': 'bound',
  'mutation accountUnlink.id': 'bound',
  'mutation signInIdentityRemove.id': 'bound',
  'mutation passkeyRename.id': 'bound',
  'mutation passkeyRemove.id': 'bound',
  'mutation conversationMarkRead.id': 'bound',
  'mutation conversationMarkRead.upTo': 'bound',
  'mutation conversationAssign.input.ids': 'bound',
  'mutation conversationSetStatus.ids': 'bound',
  'mutation conversationSetContact.ids': 'bound',
  'mutation conversationPlace.input.ids': 'bound',
  'mutation conversationMove.input.ids': 'bound',
  // Everybody who moves something may choose among all inboxes (D3): their names are in `moveTargets`.
  'mutation conversationMove.input.inboxId': 'shared',
  'mutation conversationSnooze.input.ids': 'bound',
  'mutation conversationTag.input.ids': 'bound',
  'mutation conversationRestore.ids': 'bound',
  'mutation conversationDeleteForever.ids': 'bound',
  'mutation conversationMerge.input.id': 'made',
  'mutation conversationMerge.input.fromId': 'bound',
  'mutation conversationSplit.input.id': 'made',
  'mutation conversationSplit.input.conversationId': 'made',
  'mutation conversationSplit.input.fromId': 'bound',
  'mutation conversationMergeUndo.id': 'bound',
  'mutation conversationsChange.input.id': 'made',
  'mutation conversationsChange.input.action.moveToId': 'shared',
  'mutation contactListChange.input.id': 'made',
  'mutation recordListChange.input.id': 'made',
  'mutation bulkChangeStop.id': 'bound',
  'mutation bulkChangeUndo.id': 'bound',
  'mutation listImport.id': 'made',
  'mutation contactMerge.input.id': 'made',
  'mutation contactMergeUndo.id': 'shared',
  'mutation contactsDelete.ids': 'shared',
  'mutation contactsChange.changes.id': 'shared',
  'mutation contactSave.input.id': 'shared',
  'mutation senderRuleRemove.id': 'bound',
  'mutation messageSend.input.id': 'made',
  'mutation messageForward.input.id': 'made',
  'mutation conversationCompose.input.id': 'made',
  'mutation conversationCompose.input.conversationId': 'made',
  'mutation conversationCompose.input.fromId': 'bound',
  'mutation messageAmend.id': 'bound',
  'mutation messageRetry.id': 'bound',
  'mutation messageMarkSent.id': 'bound',
  'mutation messageReschedule.id': 'bound',
  'mutation messageCancel.id': 'bound',
  'mutation uploadCreate.id': 'made',
  'mutation notificationsMarkRead.ids': 'bound',
  'mutation inboundItemReplay.id': 'bound',
  'mutation inboundItemImport.id': 'bound',
  'mutation personalTokenCreate.input.id': 'made',
  'mutation meetingSave.input.id': 'made',
  'mutation meetingSave.input.messageId': 'made',
  'mutation meetingSave.input.newConversationId': 'made',
  'mutation meetingCancel.input.id': 'bound',
  'mutation meetingCancel.input.messageId': 'made',
  'mutation recordSave.input.id': 'made',
  'mutation recordLink.id': 'bound',
  'mutation recordsDelete.ids': 'bound',
  'mutation recordsChange.changes.id': 'bound',
  'mutation recordsLink.ids': 'bound',
  'mutation pluginCall.instanceId': 'shared',
  'mutation callStart.input.instanceId': 'shared',
  'mutation callStart.input.id': 'made',
  'mutation savedViewSave.input.id': 'made',
  'mutation savedViewDelete.id': 'bound',
  'mutation savedViewsOrder.ids': 'bound',
  'mutation snippetSave.input.id': 'made',
  'mutation snippetDelete.id': 'bound',
  'mutation snippetFileAttach.input.id': 'made',
  'mutation tagSave.input.id': 'shared',
};

export const nameOf = ({ kind, name }: Operation, place: Place = []): string => [`${kind} ${name}`, ...place].join('.');

/** Null when nobody has decided it yet, which fails the walk. */
export function kindOf(operation: Operation, place: Place): Kind | null {
  return BY_PLACE[nameOf(operation, place)] ?? BY_NAME[place.at(-1) ?? ''] ?? null;
}

/** Places that were decided and are no longer in the schema. */
export function stalePlaces(places: ReadonlySet<string>): string[] {
  return Object.keys(BY_PLACE).filter((each) => !places.has(each));
}

export const byName = new Map(operations.map((each) => [nameOf(each), each]));
