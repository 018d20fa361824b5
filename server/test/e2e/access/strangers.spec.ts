import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../../support/until.js';
import { ask, codesOf, meaning, missing } from './asking.js';
import { bulkChange, FILLINGS, type Filling } from './fillings.js';
import { adminOnly, idAt, idPlaces, operations, withId, type Operation, type Place, type Variables } from './inventory.js';
import { kindOf, nameOf, stalePlaces } from './kinds.js';
import { rowsThatName } from './rows.js';
import { TwoInboxes } from './world.js';

/**
 * The generated walk of reliability 3.3 (S6, N10): each id in each argument, wherever it stands, of something that lies in an inbox that one
 * is no member of or that is another's own, is answered as one that does not exist; and what was asked for leaves no trace on it.
 */
interface Step {
  name: string;
  operation: Operation;
  fill: Filling;
  which: number;
  place: Place;
}
const open = operations.filter((operation) => !adminOnly(operation));
const places = operations.flatMap((operation) => idPlaces(operation).map((place) => ({ operation, place })));

/** Bound ids that are walked elsewhere, and why. */
const ELSEWHERE: Record<string, string> = {
  'query node.id': 'below, for each kind of node',
  'query search.filter.inboxIds': 'narrows what `query conversations` narrows; its hits are walked in readers.spec',
};

/** What is answered alike for one's own, so that only the comparison with a missing one says something. */
const NO_DIFFERENCE = new Set([
  // What is away already counts as taken away.
  'mutation automationRuleDelete.id',
  'mutation senderRuleRemove.id',
  'mutation snippetDelete.id',
  'mutation savedViewDelete.id',
  'mutation notificationsMarkRead.ids',
  'mutation notificationsMarkRead.conversationId',
  'mutation draftSave.input.conversationId',
  'query routingPreview.rule.channelId',
  // What would become of an action is a level deeper than what is asked for here: `automation.spec` has it.
  'query automationTry.rule.actions.snippetId',
  'query automationTry.rule.actions.webhookId',
  // What has just happened is counted a moment later.
  'query report.input.inboxIds',
  'query report.input.channelIds',
]);
/** What answers a whole list, in which each call leaves something: only how it ended is compared. */
const LISTS = new Set(['mutation savedViewsOrder.ids', 'mutation automationRulesOrder.ids']);

/** An answer that says nothing of rights, as the question was wrong. */
const UNASKED = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'LIMIT',
  'INTERNAL_SERVER_ERROR',
]);

let world: TwoInboxes;
const foreign = new Map<string, Variables>();
const key = (step: Pick<Step, 'operation' | 'which'>): string => `${nameOf(step.operation)} ${String(step.which)}`;

const steps: Step[] = open.flatMap((operation) =>
  (FILLINGS[nameOf(operation)] ?? []).flatMap((fill, which) =>
    idPlaces(operation)
      .filter((place) => kindOf(operation, place) === 'bound')
      .map((place) => ({
        name: `${nameOf(operation, place)}${which > 0 ? ` (${String(which + 1)})` : ''}`,
        operation,
        fill,
        which,
        place,
      })),
  ),
);

beforeAll(async () => {
  world = await TwoInboxes.open();
  for (const operation of open)
    for (const [which, fill] of (FILLINGS[nameOf(operation)] ?? []).entries())
      foreign.set(key({ operation, which }), await fill(world.theirs));
}, 240_000);
afterAll(() => world.close());

test('of each id in an argument it is decided what it is the id of, and each that is bound is walked', () => {
  const named = new Map(places.map(({ operation, place }) => [nameOf(operation, place), { operation, place }]));
  const undecided = [...named].filter(([, { operation, place }]) => !adminOnly(operation) && kindOf(operation, place) === null);
  expect(undecided.map(([name]) => name)).toEqual([]);
  expect(stalePlaces(new Set(named.keys()))).toEqual([]);
  const walked = new Set(
    steps
      .filter((step) => idAt(foreign.get(key(step)), step.place) !== undefined)
      .map(({ operation, place }) => nameOf(operation, place)),
  );
  const bound = [...named].filter(([, { operation, place }]) => !adminOnly(operation) && kindOf(operation, place) === 'bound');
  expect(bound.map(([name]) => name).filter((name) => !walked.has(name) && !(name in ELSEWHERE))).toEqual([]);
});

describe('an id of another inbox, or of what is another’s own, is answered as one that is not there', () => {
  let before: Map<string, string>;
  beforeAll(async () => {
    before = await theirRows();
    expect(before.size).toBeGreaterThan(200);
  }, 240_000);

  test.each(steps)('$name', async ({ operation, fill, place, which }) => {
    const theirs = idAt(foreign.get(key({ operation, which })), place);
    // Another filling of the same field has this one.
    if (theirs === undefined) return;
    const nothing = missing(theirs);
    const ask1 = async (id: string) => {
      const variables = withId(await fill(world.ours), place, id) as Variables;
      return ask(world.ours.me, operation, variables);
    };
    const [answer, none] = [await ask1(theirs), await ask1(nothing)];
    if (LISTS.has(nameOf(operation, place))) expect(codesOf(answer)).toEqual(codesOf(none));
    else expect(meaning(answer, theirs)).toBe(meaning(none, nothing));
    expect(JSON.stringify(answer)).not.toContain(world.theirs.name);
    const own = await fill(world.ours);
    const ours = idAt(own, place) ?? '';
    const fine = await ask(world.ours.me, operation, own);
    expect([...answer.errors, ...fine.errors].filter(({ extensions }) => UNASKED.has(String(extensions['code'])))).toEqual([]);
    if (!NO_DIFFERENCE.has(nameOf(operation, place)) && !LISTS.has(nameOf(operation, place)))
      expect(meaning(fine, ours)).not.toBe(meaning(none, nothing));
  });

  test('and nothing of theirs was changed by all of it', async () => {
    const after = new Set((await theirRows()).values());
    expect([...before.values()].filter((row) => !after.has(row))).toEqual([]);
  });
});

describe('a node of another inbox, or of what is another’s own, is no node', () => {
  const KINDS: Record<string, (side: TwoInboxes['ours']) => Promise<string>> = {
    Inbox: async ({ inboxId }) => inboxId,
    Channel: async ({ channelId }) => channelId,
    Conversation: (side) => side.conversation(),
    Message: async (side) => (await side.talk()).messageId,
    Event: (side) => side.event(),
    Attachment: async (side) => (await side.talk()).attachmentId,
    Delivery: async (side) => (await side.answer()).deliveryId,
    InboundItem: async (side) => (await side.talk()).inboundItemId,
    ConversationMerge: (side) => side.merge(),
    Ticket: (side) => side.record('ticket'),
    Deal: (side) => side.record('deal'),
    Task: (side) => side.record('task'),
    Note: (side) => side.record('note'),
    Call: (side) => side.record('call'),
    Meeting: (side) => side.meeting(),
    Company: (side) => side.record('company'),
    SenderRule: (side) => side.senderRule(),
    Snippet: (side) => side.snippet(),
    AutomationRule: (side) => side.automationRule(),
    SavedView: (side) => side.savedView(),
    BulkChange: (side) => bulkChange(side),
    Draft: (side) => side.draft(),
    Mention: async (side) => (await side.mention()).mentionId,
    Notification: async (side) => (await side.mention()).notificationId,
    PersonalToken: (side) => side.personalToken(),
    PushSubscription: (side) => side.pushSubscription(),
    Session: (side) => side.session(),
    LinkedAccount: (side) => side.linkedAccount(),
    SignInIdentity: (side) => side.signInIdentity(),
    Passkey: (side) => side.passkey(),
  };
  test.each(Object.entries(KINDS))('%s', async (type, make) => {
    const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const id = await make(world.theirs);
    expect(await world.theirs.me.graphql(node, { id })).toEqual({ node: { __typename: type, id } });
    for (const stranger of [world.ours.me, world.nobody.browser])
      expect(await stranger.graphql(node, { id })).toEqual({ node: null });
    expect(codesOf(await world.server.browser().ask(node, { id }))).toEqual(['UNAUTHENTICATED']);
  });
});

/** All rows that name the other side, one of its people or one of its objects. */
async function theirRows(): Promise<Map<string, string>> {
  await drained();
  const { name, inboxId, manager, agent, viewer } = world.theirs;
  const ids = JSON.stringify([...foreign.values()]).match(/[a-z]{3}_[0-9a-f]{32}/g) ?? [];
  const words = [name, name.toLowerCase(), inboxId, manager.id, agent.id, viewer.id, ...ids];
  return rowsThatName(world.server.uow.reader, [...new Set(words)]);
}

/** Waits until what follows from what was done is done. */
async function drained(): Promise<void> {
  const { reader } = world.server.uow;
  const due = async (): Promise<boolean> =>
    (await reader.query<{ id: string }>('SELECT id FROM job WHERE run_at <= ? LIMIT 1', [Date.now()])).length === 0;
  await until(due, { what: 'the jobs', deadlineMs: 60_000, everyMs: 50 });
}
