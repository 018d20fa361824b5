import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Author } from '../plugins/author.js';
import { TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';

/** What the client asks for, and what its reader needs to check his types and to open a socket. */
const PACKAGES = ['@graphql-typed-document-node/core', 'graphql', 'graphql-ws', 'typescript', '@types/node', 'undici-types'];
const PROGRAM = `import { Balie, ConversationsDocument, must, newId, SendMessageDocument, type Schema } from '@balie/client';

const [url = '', token = ''] = process.argv.slice(2);
const balie = new Balie({ url, token });
const { conversations } = await balie.request(ConversationsDocument, { filter: { status: ['OPEN'] }, first: 5 });
const subject: string | undefined = conversations.nodes[0]?.subject;
const direction: Schema.ItemDirection = 'INTERNAL';
const input = { id: newId('msg'), conversationId: conversations.nodes[0]?.id ?? '', direction, text: 'By a program' };
const { message } = must((await balie.request(SendMessageDocument, { input })).messageSend);
for await (const change of balie.changes({ after: conversations.position })) {
  if (change.nodeId !== message?.id) continue;
  console.log(JSON.stringify({ subject, event: change.event }));
  break;
}
process.exit(0);
`;

let server: TestServer;
let author: Author;
beforeAll(async () => {
  [server, author] = [await TestServer.start(), await Author.begin(PACKAGES)];
}, 240_000);
afterAll(async () => {
  await server.close();
  await author.end();
});

test('the client is packed with its code, its types, its licence and its words, and nothing else (N24)', async () => {
  const [packed] = JSON.parse(await author.type('npm pack ~/balie/web/client --json --dry-run')) as [
    { name: string; files: { path: string }[] },
  ];
  const files = packed.files.map(({ path: file }) => file);
  for (const file of ['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']) expect(files).toContain(file);
  const odd = files.filter((file) => !/^(LICENSE|README\.md|package\.json|dist\/[\w/.-]+\.(js|d\.ts))$/.test(file));
  expect([packed.name, odd]).toEqual(['@balie/client', []]);
  for (const folder of ['web/client', 'plugins/sdk'])
    expect(await readFile(path.join('..', folder, 'LICENSE'), 'utf8')).toBe(await readFile('../LICENSE', 'utf8'));
});

test('somebody else’s program installs it, is checked by its types, and follows what it did itself (N24)', async () => {
  const owner = await server.signIn();
  await makeConversation(server, await makeInbox(owner, 'Support'), 'Where is my parcel?');
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Program", scopes: [CONVERSATIONS_READ, CONVERSATIONS_WRITE, MESSAGES_WRITE]) { token } }',
  );
  await author.type('mkdir program && cd program');
  await author.write('package.json', JSON.stringify({ name: 'program', private: true, type: 'module' }));
  await author.write('main.ts', PROGRAM);
  await author.type('npm pack ~/balie/web/client\nnpm install ./balie-client-*.tgz typescript @types/node');
  await author.type('npx tsc --strict --module nodenext --target es2023 --types node main.ts');
  const said = await author.type(`node main.js ${server.url} ${apiTokenCreate.token}`);
  expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual({ subject: 'Where is my parcel?', event: 'comment.added' });
}, 600_000);
