import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { joinedSchema } from '../../src/app/graphql/schema-files.js';
import { TestServer } from '../server/server.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

/** What the guide shows is what works. */
const SERVER = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(`${SERVER}docs/graphql.md`, 'utf8');

function blocks(language: string): string[] {
  return [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, name]) => name === language).map(([, , text]) => text ?? '');
}

test('each query of the guide fits the schema', () => {
  const schema = buildSchema(joinedSchema());
  const documents = blocks('graphql');
  expect(documents.length).toBeGreaterThan(3);
  for (const document of documents) expect([document, validate(schema, parse(document))]).toEqual([document, []]);
});

test('the program of the guide follows changes over a restart of the server, and misses nothing', async () => {
  const server = await TestServer.start();
  const owner = await server.signIn();
  const conversation = await makeConversation(server, await makeInbox(owner, 'Guide'));
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Guide", scopes: [CONVERSATIONS_READ]) { token } }',
  );
  const program = (blocks('js')[0] ?? '').replace('wss://desk.example.com', server.url.replace('http', 'ws'));
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, 'program.js', '0'], {
    cwd: SERVER,
    env: { PATH: process.env['PATH'], BALIE_TOKEN: apiTokenCreate.token },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    const received = (): number => output.split("event: 'message.received'").length - 1;
    await until(() => received() === 1, { what: 'the first message', deadlineMs: 20_000 });
    await server.restart();
    await addMessage(server, conversation, 'after the restart');
    await until(() => received() === 2, { what: 'the second message', deadlineMs: 20_000 });
    const cursors = [...output.matchAll(/cursor: '(\d+)'/g)].map(([, cursor]) => Number(cursor));
    expect(cursors).toEqual([...new Set(cursors)].sort((a, b) => a - b));
  } finally {
    child.kill();
    await server.close();
  }
});
