import { newId } from '../../../src/kernel/ids.js';
import type { TestClient } from '../../server/client.js';
import { until } from '../../support/until.js';
import type { Variables } from './inventory.js';
import { LATER, meeting, type Side } from './world.js';

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
/** One that tells a webhook. */
const telling = async (side: Side): Promise<Variables> => ({
  inboxIds: [side.inboxId],
  when: 'REPLY_OVERDUE',
  actions: [{ kind: 'WEBHOOK', webhookId: await webhook(side) }],
});
const conversation = (side: Side): Promise<string> => side.conversation();

/** Each field that is open to more than admins and takes an id that not everybody may know of. */
export const FILLINGS: Record<string, readonly Filling[]> = {
  'query automationTry': [
    async (side) => ({ rule: await automation(side), conversationId: await side.conversation() }),
    async (side) => ({ rule: await telling(side), conversationId: await side.conversation() }),
  ],
  'query changes': [
    async (side) => ({ scope: { inboxIds: [side.inboxId] }, after: '0' }),
    async (side) => ({ scope: { conversationId: await side.conversation() }, after: '0' }),
  ],
  'query listImportPreview': [input(async (side, by) => ({ uploadId: await side.upload(by) }))],
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
    input(async (side) => ({
      ...{ id: newId('automationRule'), name: 'Told', active: false },
      rule: await telling(side),
    })),
  ],
  'mutation automationRulesOrder': [many('ids', (side) => side.automationRule())],
  'mutation botHandOff': [one('conversationId', conversation)],
  'mutation botStart': [async (side) => ({ conversationId: await side.conversation(), botId: await side.responder() })],
  'mutation botTakeOver': [one('conversationId', conversation)],
  'mutation bulkChangeStop': [one('id', bulkChange)],
  'mutation bulkChangeUndo': [one('id', bulkChange)],
  'mutation channelFilterRuleSet': [async ({ channelId }) => ({ channelId, key: 'any', on: true })],
  'mutation contactBlock': [async (side) => ({ contactId: await writer(side), inboxId: side.inboxId })],
  'mutation listImport': [async (side, by) => ({ id: newId('listImport'), input: { uploadId: await side.upload(by) } })],
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
  'mutation conversationsChange': [input((side) => Promise.resolve(ofNothing(side)))],
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
  'mutation meetingCancel': [input(async (side) => ({ id: await side.meeting() }))],
  'mutation meetingSave': [
    input(async ({ inboxId }) => ({ ...meeting(), inboxId })),
    input(async (side) => ({ ...meeting(), conversationId: await side.conversation() })),
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
  'mutation recordListChange': [
    input(async (side) => listOfNothing({ toId: await side.conversation() }, { own: {} })),
    input(async (side) => listOfNothing({}, { linkToId: await side.conversation() })),
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
  'mutation slaPolicyRemove': [input(async (side) => ({ inboxId: side.inboxId, channelId: side.channelId }))],
  'mutation slaPolicySave': [
    input(async ({ inboxId }) => ({ inboxId, firstMinutes: 60, counts: 'ALWAYS' })),
    input(async ({ inboxId, channelId }) => ({ inboxId, channelId, firstMinutes: 60, counts: 'ALWAYS' })),
  ],
  'mutation snippetDelete': [one('id', (side) => side.snippet())],
  'mutation snippetFileAttach': [
    input(async (side) => {
      const { id, fileIds } = await snippetWithFile(side);
      return { snippetId: id, fileId: fileIds[0], id: newId('upload') };
    }),
  ],
  'mutation snippetSave': [
    input(async ({ inboxId }) => {
      const id = newId('snippet');
      return { id, name: 'Hello', shortcut: id.slice(-12), shared: true, inboxId, text: 'Hello' };
    }),
    input(async (side, by) => ofFile(side, await side.upload(by))),
  ],
  'mutation workingHoursSave': [input(async ({ inboxId }) => ({ inboxId, timeZone: 'Europe/Amsterdam', slots: [] }))],
};

/** A change of all that has a tag that is none. */
function ofNothing({ inboxId }: Side): Variables {
  return { id: newId('bulkChange'), filter: { inboxIds: [inboxId], tagIds: [newId('tag')] }, action: { status: 'CLOSED' } };
}

/** A change of all tickets with a word that is in none. */
function listOfNothing(filter: Variables, action: Variables): Variables {
  return { id: newId('bulkChange'), filter: { type: 'TICKET', search: 'wordofnone', ...filter }, action };
}

/** A snippet of the inbox that is to keep a file. */
function ofFile({ inboxId }: Side, fileId: string) {
  const id = newId('snippet');
  return { id, name: `File ${id}`, shortcut: id.slice(-12), shared: true, inboxId, text: 'Hello', fileIds: [fileId] };
}

async function snippetWithFile(side: Side): Promise<{ id: string; fileIds: string[] }> {
  const made = ofFile(side, await side.upload());
  await side.done('mutation ($input: SnippetSaveInput!) { snippetSave(input: $input) { userErrors { code message } } }', {
    input: made,
  });
  return made;
}

/** Waits until nothing that somebody began is under way: one person has but a few at once. */
async function bulkChangesOver(by: TestClient): Promise<void> {
  const states = 'query { bulkChanges { state } }';
  const underWay = async () => {
    const { bulkChanges } = await by.graphql<{ bulkChanges: { state: string }[] }>(states);
    return bulkChanges.filter(({ state }) => state === 'RUNNING' || state === 'UNDOING').length;
  };
  await until(async () => (await underWay()) === 0, { what: 'earlier changes to be over', everyMs: 50 });
}

/** One that was begun. */
export async function bulkChange(side: Side): Promise<string> {
  await bulkChangesOver(side.me);
  const change = ofNothing(side);
  await side.done(
    'mutation ($input: ConversationsChangeInput!) { conversationsChange(input: $input) { userErrors { code message } } }',
    { input: change },
  );
  return String(change['id']);
}

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

/** A webhook that hears of this inbox alone, and of nothing that happens here. */
async function webhook(side: Side): Promise<string> {
  const [id, name] = [newId('webhook'), side.text('webhook')];
  const save = { id, name, url: 'https://far.example/hook', inboxIds: [side.inboxId], events: ['webhook.none'] };
  await side.done(
    'mutation ($input: WebhookSaveInput!) { webhookSave(input: $input) { userErrors { code message } } }',
    { input: save },
    side.owner,
  );
  return id;
}
