import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { PostOffice, type Mailbox } from '../mail/post-office.js';
import { answer } from '../mail/scenario.js';
import { until } from '../support/until.js';

let office: PostOffice;
let box: Mailbox;
const formId = newId('channel');
const FIELDS = [
  { type: 'text', label: 'Naam', required: true },
  { type: 'email', label: 'E-mail', required: true },
  { type: 'choice', label: 'Waarover', options: ['Bestelling', 'Retour'] },
  { type: 'long', label: 'Vraag', required: true },
  { type: 'file', label: 'Foto', kinds: 'pictures' },
];
const SETTINGS = { name: 'Contactformulier', fields: FIELDS, ownForms: true };
const at = (route: string): string => `${office.server.url}/p/form/routes/${formId}/${route}`;

beforeAll(async () => {
  office = await PostOffice.open();
  box = await office.connect('support@shop.test');
  expect(await setUp({ id: formId, data: SETTINGS })).toMatchObject({ channel: { name: 'Contactformulier' }, userErrors: [] });
}, 240_000);
afterAll(() => office.close(), 240_000);

/** On a line of its own: one that is kept open may be closed by the server just when the next request is written. */
const ask = (url: string, { headers, ...init }: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { ...(headers as Record<string, string>), connection: 'close' } });

async function setUp(input: object): Promise<unknown> {
  const { channelSetup } = await office.owner.graphql<{ channelSetup: unknown }>(
    `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id name } userErrors { code path message } } }`,
    { input: { inboxId: box.inboxId, type: 'form', step: 'settings', ...input } },
  );
  return channelSetup;
}
/** What somebody sends, as a browser does: multipart, with a token that is old enough and its proof. */
async function send(
  fields: Record<string, string>,
  o: { file?: string; token?: string; accept?: string } = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...(o.token ? { _token: o.token } : {}) })) form.append(name, value);
  if (o.file) form.append('foto', new Blob([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')], { type: 'image/png' }), o.file);
  return ask(at('submit'), { method: 'POST', body: form, headers: { accept: o.accept ?? 'application/json' } });
}
const ADA = { naam: 'Ada de Vries', e_mail: 'ada@cust.test', waarover: 'Retour', vraag: 'Waar stuur ik het heen?' };

interface Found {
  id: string;
  subject: string;
  preview: string;
  placement: string;
  contact: { id: string; name: string; identities: { kind: string; value: string; verified: boolean }[] };
  records: { number: number; title: string; source: string }[];
  messages: { text: string; parts: { type: string; data: { fields: object[] } }[]; attachments: { name: string }[] }[];
}
/** The conversation whose last words these are, with its ticket. */
async function conversation(preview: string): Promise<Found> {
  const { conversations } = await office.owner.graphql<{ conversations: { nodes: { id: string; preview: string }[] } }>(
    '{ conversations(first: 50) { nodes { id preview } } }',
  );
  const id = conversations.nodes.find((one) => one.preview === preview)?.id;
  if (id === undefined) return undefined as never;
  const { node, records } = await office.owner.graphql<{
    node: Omit<Found, 'records' | 'messages'> & { items: { nodes: object[] } };
    records: { nodes: Found['records'] };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Conversation { id subject preview placement contact { id name identities { kind value verified } }
       items { nodes { ... on Message { text parts { type data } attachments { name } } } } } }
     records(filter: { type: TICKET, toId: $id }) { nodes { ... on Ticket { number title source } } } }`,
    { id },
  );
  const messages = node.items.nodes.filter((item) => 'text' in item) as Found['messages'];
  return { ...node, records: records.nodes, messages };
}

describe('a support form in the whole product (S22, D15)', () => {
  it('makes a conversation with the fields as such, a contact, a file and a ticket, once however often it is sent', async () => {
    const page = await (await ask(at('page'))).text();
    const [, token = ''] = /name="_token" value="([^"]+)"/.exec(page) ?? [];
    const first = await send(ADA, { file: 'doos.png', token });
    expect([first.status, await first.json()]).toMatchObject([200, { ok: true }]);
    expect((await send(ADA, { file: 'doos.png', token })).status).toBe(200);
    // Sent by a machine within two seconds after the page was made: it is set aside, and nothing is lost.
    const hasty = await until(async () => (await ledger()).find(({ state }) => state === 'FILTERED'), { what: 'the hasty one' });
    expect(hasty?.reason).toContain('two seconds');
    const open = await ask(at('submit'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'web-shop-1', fields: ADA }),
    });
    expect(open.status).toBe(200);
    // The ticket is opened by a job that the conversation leaves behind.
    const withTicket = async (): Promise<Found | null> => {
      const one = await conversation(ADA.vraag);
      return one?.records.length > 0 ? one : null;
    };
    const found = (await until(withTicket, { what: 'the conversation with its ticket' })) as Found;
    expect(found).toMatchObject({
      subject: 'Contactformulier',
      placement: 'INBOX',
      contact: { name: 'Ada de Vries', identities: [{ kind: 'email', value: 'ada@cust.test', verified: false }] },
      records: [{ title: 'Contactformulier', source: 'form', number: expect.any(Number) }],
      messages: [{ text: ADA.vraag }],
    });
    expect(found.messages[0]?.parts).toEqual([
      {
        type: 'fields',
        data: {
          fields: [
            { name: 'naam', label: 'Naam', value: 'Ada de Vries' },
            { name: 'e_mail', label: 'E-mail', value: 'ada@cust.test' },
            { name: 'waarover', label: 'Waarover', value: 'Retour' },
          ],
        },
      },
    ]);
    // What was set aside has no ticket.
    const { records } = await office.owner.graphql<{ records: { nodes: object[] } }>(
      '{ records(filter: { type: TICKET }) { nodes { id } } }',
    );
    expect(records.nodes).toHaveLength(1);
  });

  it('is answered by the e-mail of its inbox (architecture 2.3 point 1)', async () => {
    const { id } = await until(() => conversation(ADA.vraag), { what: 'the conversation' });
    const mail = await answer(office, id, 'Naar ons magazijn.');
    expect(mail.headers.get('to')).toContain('ada@cust.test');
    expect(mail.headers.get('from')).toContain('support@shop.test');
    expect(mail.headers.get('subject')).toContain('Contactformulier');
  });

  it('is the same person the next time, and stands in the view of forms', async () => {
    const { contact } = await until(() => conversation('Naar ons magazijn.'), { what: 'the answered one' });
    const token = await aged();
    expect((await send({ ...ADA, vraag: 'En nu?' }, { token, file: 'twee.png', accept: 'text/html' })).status).toBe(200);
    const found = await until(() => conversation('En nu?'), { what: 'the second conversation' });
    expect([found.contact.id, found.messages[0]?.attachments, found.placement]).toEqual([
      contact.id,
      [{ name: 'twee.png' }],
      'INBOX',
    ]);
  });

  it('says what is wrong at each field, to scripts and to people without one, and takes nothing in', async () => {
    const before = (await ledger()).length;
    const wrong = await send({ ...ADA, e_mail: 'ada' });
    expect([wrong.status, wrong.headers.get('access-control-allow-origin')]).toEqual([422, '*']);
    expect(await wrong.json()).toMatchObject({ ok: false, errors: { e_mail: expect.stringContaining('geen e-mailadres') } });
    const page = await send({ ...ADA, e_mail: 'ada' }, { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('data-error="e_mail">Dit is geen e-mailadres');
    const large = await ask(at('submit'), { method: 'POST', body: Buffer.alloc(12 * 1024 * 1024 + 1) });
    expect(large.status).toBe(413);
    expect((await ledger()).length).toBe(before);
  });

  it('tells its admin where a setting is wrong', async () => {
    const fields = [...FIELDS, { type: 'choice', label: 'Leeg', options: [] }];
    expect(await setUp({ id: newId('channel'), data: { ...SETTINGS, name: 'Ander', fields } })).toEqual({
      channel: null,
      userErrors: [
        { code: 'INVALID', path: ['input', 'data', 'fields', '5', 'options'], message: 'There is nothing to choose from.' },
      ],
    });
  });
});

async function ledger(): Promise<{ state: string; reason: string | null }[]> {
  const { inboundItems } = await office.owner.graphql<{
    inboundItems: { nodes: { state: string; reason: string | null; channel: { id: string } | null }[] };
  }>('{ inboundItems(first: 100) { nodes { state reason channel { id } } } }');
  return inboundItems.nodes.filter(({ channel }) => channel?.id === formId);
}

/** A token whose page has been open long enough for a person. */
async function aged(): Promise<string> {
  const { token, bits } = (await (await ask(at('token'))).json()) as { token: string; bits: number };
  const [, made = ''] = token.split('.');
  await until(() => Date.now() - Number.parseInt(made, 36) > 2_100, { what: 'the page to be open for a while' });
  let proof = 0;
  while (createHash('sha256').update(`${token}.${proof}`).digest().readUInt32BE(0) >>> (32 - bits) !== 0) proof++;
  return token;
}
