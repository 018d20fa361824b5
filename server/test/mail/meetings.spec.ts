import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { until } from '../support/until.js';
import { calendarIn, reply, type SentInvitation } from './invitations.js';
import { type Mailbox, PostOffice } from './post-office.js';

let office: PostOffice;
let box: Mailbox;

beforeAll(async () => {
  office = await PostOffice.open();
  box = await office.connect('sales@meet.test');
}, 240_000);
afterAll(() => office.close(), 240_000);

const FIELDS =
  'id version sequence cancelledAt startAt attendees { address answer comment proposal { startAt endAt } } invitation { id deliveryStatus }';
const SAVE = `mutation ($input: MeetingSaveInput!) { meetingSave(input: $input) { meeting { ${FIELDS} } message { id conversation { id } } userErrors { code message path } } }`;
const CANCEL = `mutation ($input: MeetingCancelInput!) { meetingCancel(input: $input) { meeting { ${FIELDS} } message { id conversation { id } } userErrors { code message path } } }`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Meeting { ${FIELDS} } } }`;
const ITEMS =
  'query ($id: ID!) { node(id: $id) { ... on Conversation { items(first: 50) { nodes { __typename ... on Event { type data actor { __typename } } } } } } }';

interface Meeting {
  id: string;
  version: number;
  sequence: number;
  cancelledAt: string | null;
  startAt: string;
  attendees: { address: string; answer: string; comment: string | null; proposal: { startAt: string } | null }[];
}
interface Answered {
  meeting: Meeting;
  message: { id: string; conversation: { id: string } };
  userErrors: { code: string; message: string; path: string[] }[];
}
async function sent(query: string, input: Record<string, unknown>): Promise<Answered> {
  const data = await office.owner.graphql<Record<string, Answered>>(query, { input });
  const [answer] = Object.values(data);
  expect(answer?.userErrors).toEqual([]);
  return answer as Answered;
}
const read = async (id: string): Promise<Meeting> => (await office.owner.graphql<{ node: Meeting }>(READ, { id })).node;
const told = async (id: string): Promise<{ type: string; data: Record<string, unknown> }[]> => {
  type Items = { node: { items: { nodes: { __typename: string; type: string; data: Record<string, unknown> }[] } } };
  const { node } = await office.owner.graphql<Items>(ITEMS, { id });
  return node.items.nodes.filter(({ __typename, type }) => __typename === 'Event' && type.startsWith('meeting_'));
};
const answers = (id: string, is: (meeting: Meeting) => boolean): Promise<unknown> =>
  until(async () => is(await read(id)), { what: 'the answer at the meeting', deadlineMs: 60_000, everyMs: 200 });

/** The invitation as it lies in the mailbox of who is invited, read by another program than the one that wrote it. */
async function invited(address: string, sequence: string): Promise<SentInvitation> {
  const mail = await office.mail.waitForMail(address, ({ raw }) => calendarIn(raw)['SEQUENCE'] === sequence);
  const calendar = calendarIn(mail.raw);
  expect(mail.raw.toString()).toContain(`Content-Type: text/calendar; charset=utf-8; method=${calendar['METHOD'] ?? ''}`);
  return { mail, calendar };
}

test('an invitation leaves, its answers are read as Google, Outlook and Apple write them, and it is moved and called off (S52)', async () => {
  const anna = 'anna@invited.test';
  const id = newId('meeting');
  const startAt = new Date(Math.ceil((Date.now() + 3 * 86_400_000) / 3_600_000) * 3_600_000);
  const later = (hours: number): string => new Date(startAt.getTime() + hours * 3_600_000).toISOString();
  const { message } = await sent(SAVE, {
    ...{ id, messageId: newId('message'), title: 'Plans', startAt: later(0), endAt: later(1), timeZone: 'Europe/Amsterdam' },
    ...{ attendees: [anna], inboxId: box.inboxId, text: 'Do you have time?', location: 'Café 1, 2; “3”' },
  });
  const first = await invited(anna, '0');
  expect(first.mail.headers.get('subject')).toBe('Invitation: Plans');
  expect(first.mail.raw.toString()).toContain('Do you have time?');
  expect(first.calendar).toMatchObject({
    ...{ METHOD: 'REQUEST', ORGANIZER: 'mailto:sales@meet.test', ATTENDEE: `mailto:${anna}`, LOCATION: 'Café 1\\, 2\\; “3”' },
    DTSTART: later(0).replaceAll(/[-:]|\.000/g, ''),
  });
  // Google: the answer cites no mail.
  await box.receive(reply(first, { program: 'google', from: anna, partstat: 'ACCEPTED' }));
  await answers(id, ({ attendees }) => attendees[0]?.answer === 'ACCEPTED');
  const conversation = message.conversation.id;
  expect((await told(conversation)).map(({ type, data }) => [type, data['answer']])).toEqual([['meeting_answered', 'ACCEPTED']]);

  await sent(SAVE, { id, startAt: later(24), endAt: later(25) });
  const second = await invited(anna, '1');
  expect(second.calendar['UID']).toBe(first.calendar['UID']);
  expect((await read(id)).attendees).toMatchObject([{ answer: 'NEEDS_ACTION' }]);
  // Outlook, to the date before; then to the one that stands.
  await box.receive(reply(first, { program: 'outlook', from: anna, partstat: 'TENTATIVE' }));
  await until(async () => (await told(conversation)).some(({ type }) => type === 'meeting_answered_late'), {
    what: 'the answer to an earlier date',
    deadlineMs: 60_000,
    everyMs: 200,
  });
  expect((await read(id)).attendees).toMatchObject([{ answer: 'NEEDS_ACTION' }]);
  await box.receive(reply(second, { program: 'outlook', from: anna, partstat: 'DECLINED' }));
  await answers(id, ({ attendees }) => attendees[0]?.answer === 'DECLINED');
  // Another time, as Google asks for it.
  const wish = { start: later(48).replaceAll(/[-:]|\.000/g, ''), end: later(49).replaceAll(/[-:]|\.000/g, '') };
  await box.receive(reply(second, { program: 'google', from: anna, partstat: 'TENTATIVE', method: 'COUNTER', ...wish }));
  await answers(id, ({ attendees }) => attendees[0]?.proposal?.startAt === later(48));
  // Apple.
  await box.receive(reply(second, { program: 'apple', from: anna, partstat: 'ACCEPTED' }));
  await answers(id, ({ attendees }) => attendees[0]?.answer === 'ACCEPTED' && attendees[0].proposal === null);

  // A stranger who has seen the invitation says nothing about it.
  const before = await read(id);
  await box.receive(reply(second, { program: 'google', from: 'eve@evil.test', partstat: 'DECLINED', attendee: anna }));
  await sent(CANCEL, { id });
  const last = await invited(anna, '2');
  expect(last.calendar).toMatchObject({ METHOD: 'CANCEL', STATUS: 'CANCELLED', UID: first.calendar['UID'] });
  expect(last.mail.headers.get('subject')).toBe('Cancelled: Plans');
  const after = await read(id);
  expect(after.attendees).toEqual(before.attendees);
  expect(after.cancelledAt).not.toBeNull();
}, 300_000);
