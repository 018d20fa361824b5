import { newId } from '../../../src/kernel/ids.js';
import type { TestClient } from '../../server/client.js';
import type { Variables } from './inventory.js';
import { LATER, type Side } from './world.js';

/** Arguments with which the manager of a side gets something done in his own inbox, or another by whom it is asked. Made anew for each call. */
export type Filling = (side: Side, by?: TestClient) => Promise<Variables>;
type Make<T> = (side: Side, by?: TestClient) => Promise<T>;

const LETTER = { to: ['someone@client.example'], subject: 'Hello', text: 'Hello' };
const RULE = { mode: 'UNASSIGNED', strategy: 'ROUND_ROBIN', reroute: false };

const one =
  (field: string, make: Make<unknown>): Filling =>
  async (side) => ({ [field]: await make(side) });
const many =
  (field: string, make: Make<unknown>, more: Variables = {}): Filling =>
  async (side) => ({ [field]: [await make(side)], ...more });
const input =
  (make: Make<Variables>): Filling =>
  async (side, by) => ({ input: await make(side, by) });
/** A rule that is about nothing that happens here. */
const automation = async (side: Side): Promise<Variables> => ({
  inboxIds: [side.inboxId],
  when: 'REPLY_OVERDUE',
  actions: [{ kind: 'REPLY', snippetId: await side.snippet() }],
});
const conversation = (side: Side): Promise<string> => side.conversation();

/** Each field that is open to more than admins and takes an id that not everybody may know of. */
export const FILLINGS: Record<string, readonly Filling[]> = {
  'query automationTry': [async (side) => ({ rule: await automation(side), conversationId: await side.conversation() })],
  'query changes': [
    async (side) => ({ scope: { inboxIds: [side.inboxId] }, after: '0' }),
    async (side) => ({ scope: { conversationId: await side.conversation() }, after: '0' }),
  ],
  'query contactImportPreview': [input(async (side, by) => ({ uploadId: await side.upload(by) }))],
  'query conversations': [async (side) => ({ filter: { inboxIds: [side.inboxId] } })],
  'query inboundItems': [async (side) => (await side.talk(), { channelId: side.channelId })],
  'query messageFit': [
    async (side, by) => {
      const { id, routeId } = await side.talk();
      return { routeId, conversationId: id, text: 'Hello', uploadIds: [await side.upload(by)] };
    },
  ],
  'query outbox': [async (side) => (await side.answer(), { inboxId: side.inboxId, status: ['HELD'] })],
  'query records': [async (side) => ({ filter: { type: 'TICKET', toId: await ticketed(side) } })],
  'query report': [
    input(async (side) => {
      await side.conversation();
      const days = { from: '2026-01-01', until: '2026-12-31', timeZone: 'UTC' };
      return { ...days, inboxIds: [side.inboxId], channelIds: [side.channelId], agentIds: [] };
    }),
  ],
  'query routingPreview': [async (side) => ({ inboxId: side.inboxId, rule: { ...RULE, channelId: side.channelId } })],
  'query search': [async (side) => ({ query: 'words', filter: { inboxIds: [side.inboxId] } })],
  'query senderRules': [async (side) => (await side.senderRule(), { inboxId: side.inboxId })],
  'query unseenMentions': [async (side) => (await side.mention(), { inboxId: side.inboxId })],

  'mutation accountUnlink': [one('id', (side) => side.linkedAccount())],
  'mutation acknowledgementSave': [
    input(async ({ inboxId }) => ({ inboxId, mode: 'OFF', subject: 'Got it', text: 'Thank you' })),
  ],
  'mutation automationRuleDelete': [one('id', (side) => side.automationRule())],
  'mutation automationRuleSave': [
    input(async (side) => ({ id: newId('automationRule'), name: 'Late', active: false, rule: await automation(side) })),
  ],
  'mutation automationRulesOrder': [many('ids', (side) => side.automationRule())],
  'mutation botHandOff': [one('conversationId', conversation)],
  'mutation botStart': [async (side) => ({ conversationId: await side.conversation(), botId: await side.responder() })],
  'mutation botTakeOver': [one('conversationId', conversation)],
  'mutation channelFilterRuleSet': [async ({ channelId }) => ({ channelId, key: 'any', on: true })],
  'mutation contactBlock': [async (side) => ({ contactId: await writer(side), inboxId: side.inboxId })],
  'mutation contactImport': [async (side, by) => ({ id: newId('contactImport'), input: { uploadId: await side.upload(by) } })],
  'mutation contactUnblock': [async (side) => ({ contactId: await writer(side), inboxId: side.inboxId })],
  'mutation conversationAssign': [input(async (side) => ({ ids: [await side.conversation()], assigneeId: side.agent.id }))],
  'mutation conversationCompose': [
    input(async (side, by) => ({ ...LETTER, id: newId('message'), inboxId: side.inboxId, uploadIds: [await side.upload(by)] })),
    input(async (side) => ({ ...LETTER, id: newId('message'), inboxId: side.inboxId, fromId: await sender(side) })),
  ],
  'mutation conversationDeleteForever': [many('ids', (side) => side.place('TRASH'))],
  'mutation conversationMarkRead': [
    async (side) => {
      const { id, messageId } = await side.talk();
      return { id, upTo: messageId };
    },
  ],
  'mutation conversationMerge': [
    input(async (side) => ({
      id: newId('conversationMerge'),
      intoId: await side.conversation(),
      fromId: await side.conversation(),
    })),
  ],
  'mutation conversationMergeUndo': [one('id', (side) => side.merge())],
  'mutation conversationMove': [input(async (side) => ({ ids: [await side.conversation()], inboxId: side.inboxId }))],
  'mutation conversationPlace': [input(async (side) => ({ ids: [await side.conversation()], placement: 'SPAM' }))],
  'mutation conversationRestore': [
    many('ids', (side) => side.place('TRASH')),
    async (side) => ({ ids: [await side.place('TRASH')], inboxId: side.inboxId }),
  ],
  'mutation conversationSetContact': [async (side) => ({ ids: [await side.conversation()], contactId: await writer(side) })],
  'mutation conversationSetStatus': [many('ids', conversation, { status: 'CLOSED' })],
  'mutation conversationSnooze': [input(async (side) => ({ ids: [await side.conversation()], until: LATER }))],
  'mutation conversationSplit': [
    input(async (side) => {
      const { conversationId: fromId, id } = await side.answer();
      return { id: newId('conversationMerge'), conversationId: newId('conversation'), fromId, itemIds: [id] };
    }),
  ],
  'mutation conversationTag': [input(async (side) => ({ ids: [await side.conversation()], add: [], remove: [] }))],
  'mutation draftSave': [
    input(async (side, by) => {
      const { id, messageId } = await side.talk();
      return { conversationId: id, mode: 'REPLY', messageId, uploadIds: [await side.upload(by)], text: 'Hello' };
    }),
    input(async ({ inboxId }) => ({ conversationId: newId('conversation'), mode: 'COMPOSE', inboxId, text: 'Hello' })),
  ],
  'mutation inboundItemImport': [one('id', async (side) => (await side.talk()).inboundItemId)],
  'mutation inboundItemReplay': [one('id', async (side) => (await side.talk()).inboundItemId)],
  'mutation mentionsSee': [one('conversationId', conversation)],
  'mutation messageCancel': [one('id', async (side) => (await side.answer()).id)],
  'mutation messageForward': [
    input(async (side, by) => {
      const { messageId, attachmentId } = await side.talk();
      await side.fetched(attachmentId);
      const files = { uploadIds: [await side.upload(by)], attachmentIds: [attachmentId], withAttachments: true };
      return { id: newId('message'), messageId, to: ['third@client.example'], text: 'Please look', basedOn: messageId, ...files };
    }),
  ],
  'mutation messageAmend': [async (side) => ({ id: (await side.answer()).id, text: 'Other words' })],
  'mutation messageMarkSent': [one('id', async (side) => (await side.answer()).id)],
  'mutation messageReschedule': [async (side) => ({ id: (await side.answer()).id, sendAt: LATER })],
  'mutation messageRetry': [one('id', async (side) => (await side.answer()).id)],
  'mutation messageSend': [
    input(async (side, by) => {
      const { id: conversationId, routeId, messageId } = await side.talk();
      const to = { routeId, replyTo: messageId, basedOn: messageId };
      const files = { uploadIds: [await side.upload(by)] };
      return { id: newId('message'), conversationId, direction: 'OUTBOUND', text: 'Hello', ...to, ...files };
    }),
  ],
  'mutation notificationSettingsSave': [input(async ({ inboxId }) => ({ follows: 'SOME', inboxIds: [inboxId] }))],
  'mutation notificationsMarkRead': [
    many('ids', async (side) => (await side.mention()).notificationId),
    one('conversationId', conversation),
  ],
  'mutation passkeyRemove': [one('id', (side) => side.passkey())],
  'mutation passkeyRename': [async (side) => ({ id: await side.passkey(), name: 'Phone' })],
  'mutation personalTokenRevoke': [one('id', (side) => side.personalToken())],
  'mutation pushUnsubscribe': [one('id', (side) => side.pushSubscription())],
  'mutation recordLink': [async (side) => ({ id: await side.record(), toId: await side.conversation() })],
  'mutation recordSave': [
    input(async (side) => ({ id: newId('ticket'), title: 'A ticket', linkIds: [await side.conversation()] })),
  ],
  'mutation recordsChange': [async (side) => ({ changes: [{ id: await side.record(), priority: 'HIGH' }] })],
  'mutation recordsDelete': [many('ids', (side) => side.record())],
  'mutation recordsLink': [async (side) => ({ ids: [await side.record()], toId: await side.conversation() })],
  'mutation routingSave': [input(async ({ inboxId, channelId }) => ({ inboxId, rules: [{ ...RULE, channelId }, RULE] }))],
  'mutation savedViewDelete': [one('id', (side) => side.savedView())],
  'mutation savedViewSave': [
    input(async ({ inboxId }) => ({
      id: newId('savedView'),
      name: 'Mine',
      audience: 'PRIVATE',
      filter: { inboxIds: [inboxId] },
    })),
  ],
  'mutation savedViewsOrder': [many('ids', (side) => side.savedView())],
  'mutation senderRuleRemove': [one('id', (side) => side.senderRule())],
  'mutation senderRuleSave': [
    input(async (side) => ({ inboxId: side.inboxId, kind: 'DENY', value: `${newId('message')}@bad.example` })),
  ],
  'mutation sessionRevoke': [one('id', (side) => side.session())],
  'mutation signInIdentityRemove': [one('id', (side) => side.signInIdentity())],
  'mutation signal': [async (side) => ({ conversationId: await side.conversation(), kind: 'TYPING', active: true })],
  'mutation slaPolicySave': [input(async ({ inboxId }) => ({ inboxId, firstMinutes: 60, counts: 'ALWAYS' }))],
  'mutation snippetDelete': [one('id', (side) => side.snippet())],
  'mutation snippetSave': [
    input(async ({ inboxId }) => {
      const id = newId('snippet');
      return { id, name: 'Hello', shortcut: id.slice(-12), shared: true, inboxId, text: 'Hello' };
    }),
  ],
  'mutation workingHoursSave': [input(async ({ inboxId }) => ({ inboxId, timeZone: 'Europe/Amsterdam', slots: [] }))],
};

/** The conversation that a fresh ticket hangs on. */
async function ticketed(side: Side): Promise<string> {
  const linkIds = [await side.conversation()];
  const save = { id: newId('ticket'), title: side.text('ticket'), linkIds };
  await side.done('mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { code message } } }', {
    input: save,
  });
  return linkIds[0] ?? '';
}

/** The contact of a fresh conversation. */
async function writer(side: Side): Promise<string> {
  const { node } = await side.me.graphql<{ node: { contact: { id: string } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Conversation { contact { id } } } }',
    { id: await side.conversation() },
  );
  return node.contact.id;
}

/** An address that new mail of the inbox leaves from. */
async function sender(side: Side): Promise<string> {
  const { node } = await side.me.graphql<{ node: { composeFrom: { id: string }[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Inbox { composeFrom { id } } } }',
    { id: side.inboxId },
  );
  return node.composeFrom[0]?.id ?? '';
}
