import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { RoughRoad } from './rough-road.js';

const MAILS = 500;
const HOUR = 3_600_000;

let office: PostOffice;
let road: RoughRoad;

beforeAll(async () => {
  office = await PostOffice.open();
  road = await RoughRoad.to(office.mail.imap, office.mail.host);
}, 240_000);
afterAll(async () => {
  await road.close();
  await office.close();
}, 240_000);

/** Mail number `n` of those that came while nobody was there, each of somebody else. */
const mail = (n: number): string =>
  [
    `From: Customer ${n} <c${n}@away.test>`,
    'To: support@away.test',
    `Subject: Question ${n}`,
    `Message-ID: <q${n}@away.test>`,
    '',
    `This is question ${n}. ${'It is about an order. '.repeat(20)}`,
  ].join('\r\n');

/** How many mails are in the ledger. */
async function taken(box: Mailbox): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM inbound_item WHERE channel_id = ?';
  const [row] = await office.server.uow.reader.query<{ n: number | string }>(sql, [box.channelId]);
  return Number(row?.n ?? 0);
}

const reaches = (box: Mailbox, count: number): Promise<unknown> =>
  until(async () => (await taken(box)) >= count, { what: `${count} mails in the ledger`, deadlineMs: 120_000, everyMs: 20 });

/** Subjects of the inbox's conversations in the order in which these were begun. */
async function subjects(box: Mailbox): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    interface Answer {
      conversations: { nodes: { subject: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    }
    const { conversations }: Answer = await office.owner.graphql<Answer>(
      `query ($inboxIds: [ID!], $after: String) { conversations(first: 100, after: $after, filter: { inboxIds: $inboxIds },
        order: { field: CREATED_AT, direction: ASC }) { nodes { subject } pageInfo { hasNextPage endCursor } } }`,
      { inboxIds: [box.inboxId], after },
    );
    found.push(...conversations.nodes.map(({ subject }) => subject));
    if (!conversations.pageInfo.hasNextPage) return found;
    after = conversations.pageInfo.endCursor;
  }
}

test('after three days of standing still all mails come in, in order, none twice, over a road that breaks (N2, G1 1)', async () => {
  const box = await office.connect('support@away.test', { imapPort: road.port });
  const since = Date.now() - 72 * HOUR;
  await office.mail.append(box.address, 'INBOX', { raw: mail(0), at: new Date(since) });
  await box.settled();

  await office.server.restart(async () => {
    const at = (n: number): Date => new Date(since + (n * 72 * HOUR) / (MAILS + 1));
    const away = Array.from({ length: MAILS }, (_, index) => ({ raw: mail(index + 1), at: at(index + 1) }));
    await office.mail.append(box.address, 'INBOX', away);
  });

  await reaches(box, 50);
  expect(road.cut()).toBeGreaterThan(0);
  await reaches(box, 150);
  road.narrow(256);
  await reaches(box, 250);
  road.narrow(Infinity);
  await office.mail.stopDovecot();
  await office.mail.startDovecot();
  await reaches(box, 350);
  await office.server.restart();

  const { reader } = office.server.uow;
  await until(
    async () => {
      const sql = "SELECT COUNT(*) AS n FROM inbound_item WHERE channel_id = ? AND state = 'DELIVERED'";
      const [row] = await reader.query<{ n: number | string }>(sql, [box.channelId]);
      return Number(row?.n ?? 0) >= MAILS + 1;
    },
    { what: 'all mails', deadlineMs: 240_000, everyMs: 100 },
  );
  // What comes now comes after them, and none of them comes again with it.
  await box.passMarker();
  expect(await taken(box)).toBe(MAILS + 2);
  const wanted = Array.from({ length: MAILS + 1 }, (_, n) => `Question ${n}`);
  expect(await subjects(box)).toEqual([...wanted, `Marker of ${box.address}`]);
}, 600_000);
