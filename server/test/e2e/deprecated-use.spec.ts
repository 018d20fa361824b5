import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLObjectType } from 'graphql';
import { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { TestSocket } from '../server/socket.js';
import { makeAgent } from '../server/world.js';

// What tokens use of what will go is counted, and shown to whom they belong (N24).
const REASON = 'Use `name`. Removal on 2030-01-01.';
let server: TestServer;
let owner: TestClient;
let anna: TestClient;
let program: TestClient;
let own: TestClient;
let secret: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  anna = (await makeAgent(server, owner, 'Anna')).browser;
  // Nothing goes at the moment: here two fields of the schema do.
  for (const name of ['email', 'preferences']) fieldsOf('Agent')[name]!.deprecationReason = REASON;
  fieldsOf('Subscription')['changes']!.args[0]!.deprecationReason = REASON;
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Shop", scopes: [CONVERSATIONS_READ]) { token } }',
  );
  program = TestClient.withToken(server.url, apiTokenCreate.token);
  const { personalTokenCreate } = await anna.graphql<{ personalTokenCreate: { token: string } }>(
    'mutation { personalTokenCreate(input: { name: "Script", access: READ }) { token } }',
  );
  secret = personalTokenCreate.token;
  own = TestClient.withToken(server.url, secret);
}, 120_000);
afterAll(() => server.close());

const fieldsOf = (type: string) =>
  (server.get(GraphQLSchemaHost).schema.getType(type) as GraphQLObjectType<unknown, unknown>).getFields();
const USES = 'name deprecatedUses { part reason uses firstAt lastAt }';
interface Token {
  name: string;
  deprecatedUses: { part: string; reason: string; uses: number; firstAt: string; lastAt: string }[];
}
const ofPrograms = async () => (await owner.graphql<{ apiTokens: Token[] }>(`{ apiTokens { ${USES} } }`)).apiTokens;
const ofAnna = async () => (await anna.graphql<{ personalTokens: Token[] }>(`{ personalTokens { ${USES} } }`)).personalTokens;
const parts = ([token]: Token[]) => token?.deprecatedUses.map(({ part, uses }) => [part, uses]);

test('a program that uses nothing of it has nothing against its token, and neither has what people do in the app', async () => {
  await program.graphql('{ agents { name } }');
  await anna.graphql('{ agents { email preferences } }');
  expect(parts(await ofPrograms())).toEqual([]);
  expect(parts(await ofAnna())).toEqual([]);
});

test('each request that uses it counts once for its token, by what it uses, and adds to what was kept before', async () => {
  for (let n = 0; n < 2; n++) await program.graphql('{ agents { email } again: agents { email } }');
  expect(parts(await ofPrograms())).toEqual([['Agent.email', 2]]);
  await program.graphql('{ agents { email ...F } } fragment F on Agent { preferences }');
  const kept = await ofPrograms();
  expect(parts(kept)).toEqual([
    ['Agent.email', 3],
    ['Agent.preferences', 1],
  ]);
  const [first] = kept[0]?.deprecatedUses ?? [];
  expect(first?.reason).toBe(REASON);
  expect(Date.parse(first?.firstAt ?? '')).toBeLessThanOrEqual(Date.parse(first?.lastAt ?? ''));
  expect(parts(await ofAnna())).toEqual([]);
});

test('a person sees it of his own tokens, over the socket, too', async () => {
  await own.graphql('{ viewer { email } }');
  expect(parts(await ofAnna())).toEqual([['Agent.email', 1]]);
  const socket = await TestSocket.open(server.url, { headers: {}, params: { authorization: `Bearer ${secret}` } });
  socket.subscribe('subscription { changes(scope: { all: true }) { event } }');
  await socket.ping();
  expect(parts(await ofAnna())).toEqual([
    ['Agent.email', 1],
    ['Subscription.changes(scope)', 1],
  ]);
  socket.ws.close();
});
