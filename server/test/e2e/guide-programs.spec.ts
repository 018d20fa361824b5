import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { joinedSchema } from '../../src/app/graphql/schema-files.js';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { testCtx } from '../support/database.js';
import { programWith, runProgram } from '../support/guide.js';

// The programs of the guide that sign in and that do with each error what there is to do, run as they stand there (N23).

let server: TestServer;
let owner: TestClient;
let conversation: string;
let token: string;
let reader: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  conversation = await makeConversation(server, await makeInbox(owner, 'Guide'), 'Where is it?');
  const made = (access: string) =>
    owner.graphql<{ personalTokenCreate: { token: string } }>(
      `mutation { personalTokenCreate(input: { name: "Guide", access: ${access} }) { token } }`,
    );
  token = (await made('READ_WRITE')).personalTokenCreate.token;
  reader = (await made('READ')).personalTokenCreate.token;
}, 240_000);
afterAll(() => server.close());

const run = (program: string, o: { url?: string; token?: string; given?: string[] }): Promise<string> =>
  runProgram(program, { url: server.url, ...o });
const reply = (given: string[], o: { url?: string; token?: string } = {}) => run(programWith('TO_DO'), { token, ...o, given });

/** Something between the program and the server. */
async function between<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const proxy = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  try {
    return await work(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}

test('signs in as a person, is told who that is, and signs out', async () => {
  expect(await run(programWith('/api/sign-in'), { given: [OWNER.email] })).toBe(`${OWNER.name}\n`);
  expect(await run(programWith('/api/sign-in'), { given: ['nobody@balie.example'] })).toContain('Not signed in');
});

test('says what to do for each code that there is', () => {
  const program = programWith('TO_DO');
  const [toDo = '', toMend = ''] = ['TO_DO', 'TO_MEND'].map((name) => program.split(`const ${name} = {`)[1]?.split('};')[0]);
  const codes = (buildSchema(joinedSchema()).getType('ErrorCode') as GraphQLEnumType).getValues().map(({ name }) => name);
  const named = (text: string) => [...text.matchAll(/^ {2}(\w+):/gm)].map(([, code]) => code);
  expect(named(toDo)).toEqual(codes);
  for (const code of ['UNAUTHENTICATED', 'FORBIDDEN', 'LIMIT', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'INTERNAL'])
    expect(named(toMend)).toContain(code);
});

test('meets them on a server', async () => {
  expect(await reply([conversation, ''])).toMatch(/^INVALID: /);
  expect(await reply([newId('conversation'), 'To nobody'])).toMatch(/^NOT_FOUND: /);
  expect(await reply([conversation, 'With a token that reads'], { token: reader })).toMatch(/^FORBIDDEN: give the token/);
  expect(await reply([conversation, 'With none'], { token: 'balie_nonsense' })).toMatch(/^UNAUTHENTICATED: /);
  expect(await reply([conversation, 'Nobody reaches her'])).toMatch(/^NO_REPLY_ROUTE: comment/);
});

test('NOT_FOUND in `errors`: a query names what is not there, or not his to know of', async () => {
  const eve = await makeAgent(server, owner, 'Eve');
  const hers = await makeInbox(owner, 'Hers', [eve.id]);
  const { personalTokenCreate } = await eve.browser.graphql<{ personalTokenCreate: { token: string } }>(
    'mutation { personalTokenCreate(input: { name: "Guide", access: READ }) { token } }',
  );
  const program = programWith('TO_DO');
  const [sent = ''] = /`mutation[^`]*`/.exec(program) ?? [];
  const list = (inboxId: string, by = token) =>
    run(program.replace(sent, `'{ senderRules(inboxId: "${inboxId}") { nodes { id } } }'`), { token: by, given: [conversation] });
  for (const inboxId of [hers, newId('inbox')])
    expect(await list(inboxId)).toMatch(/^NOT_FOUND: it is gone, or not yours to see evt_[0-9a-f]{32}\n$/);
  // Whom it belongs to is not refused, so the program goes on to what it asked for otherwise.
  expect(await list(hers, personalTokenCreate.token)).not.toContain('NOT_FOUND');
});

test('INTERNAL: a table of the database is gone under the server; nothing is sent, the log has the id, and once it is mended the same id is let in', async () => {
  const { uow } = server;
  const rename = (from: string, to: string) => uow.run(testCtx(), (tx) => tx.execute(`ALTER TABLE ${from} RENAME TO ${to}`));
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const id = newId('message');
  const comment = programWith('TO_DO').replace('ask({ id,', "ask({ id, direction: 'INTERNAL',");
  const given = [conversation, 'Kept once', '', id];
  await rename('message', 'message_away');
  let said: string;
  try {
    said = await run(comment, { token, given });
  } finally {
    await rename('message_away', 'message');
  }
  // Not a word of what broke comes out; the log has it, under the same id.
  const whole = /^INTERNAL: nothing was done: tell us the correlationId (evt_[0-9a-f]{32})\n$/;
  expect(said).toMatch(whole);
  const correlationId = whole.exec(said)?.[1] ?? '';
  expect(JSON.stringify(logged.mock.calls)).toContain(correlationId);
  expect(JSON.stringify(logged.mock.calls)).toMatch(/no such table|does not exist/);
  logged.mockRestore();
  for (let twice = 0; twice < 2; twice += 1) expect(await run(comment, { token, given })).toBe('null: nothing\n');
  const { node } = await owner.graphql<{ node: { items: { nodes: { text?: string }[] } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Conversation { items(last: 50) { nodes { ... on Message { text } } } } } }',
    { id: conversation },
  );
  expect(node.items.nodes.filter(({ text }) => text === 'Kept once')).toHaveLength(1);
});

test('waits when it is told to, asks again when it was cut off, with one id, and tells of a bug', async () => {
  const ids: string[] = [];
  const heard: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { input: { id: string } } };
      ids.push(variables.input.id);
      const json = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (ids.length === 1) return json(429, { errors: [{ message: 'Wait', extensions: { code: 'LIMIT', retryAfter: 1 } }] });
      if (ids.length === 2) return void response.writeHead(502).end('<html>Bad gateway</html>');
      if (ids.length === 3) return void request.socket.destroy();
      return json(200, { errors: [{ message: 'A bug', extensions: { code: 'INTERNAL', correlationId: 'cor_1' } }] });
    });
  };
  const said = await between(heard, (url) => reply([conversation, 'Through'], { url }));
  expect(said).toBe('INTERNAL: nothing was done: tell us the correlationId cor_1\n');
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^msg_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
}, 120_000);

test('a query can be sent by its hash, once its text was seen (N24)', async () => {
  const query = '{ viewer { name } }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
  const client = TestClient.withToken(server.url, token);
  const ask = async (body: object) => (await client.post('/graphql', body)).json as { data?: object; errors?: object[] };
  expect((await ask({ extensions })).errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  expect((await ask({ query, extensions })).data).toEqual({ viewer: { name: OWNER.name } });
  expect((await ask({ extensions })).data).toEqual({ viewer: { name: OWNER.name } });
  const another = { persistedQuery: { ...extensions.persistedQuery, sha256Hash: '0'.repeat(64) } };
  expect((await ask({ query, extensions: another })).errors).toHaveLength(1);
});
