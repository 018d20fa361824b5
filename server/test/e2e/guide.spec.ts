import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { buildSchema, parse, validate } from 'graphql';
import { joinedSchema } from '../../src/app/graphql/schema-files.js';
import { TestServer } from '../server/server.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

/** What the guide shows is what works. */
const SERVER = fileURLToPath(new URL('../..', import.meta.url));
const CLIENT = fileURLToPath(new URL('../../../web/client/src/index.ts', import.meta.url));
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

/** The program in which something stands. */
const programWith = (words: string): string => blocks('js').find((program) => program.includes(words)) ?? '';

/** A program of the guide, as it stands there but for the address of the server; `argument` is its first one. */
function run(program: string, server: TestServer, token: string, argument = ''): ChildProcessWithoutNullStreams {
  const address = new URL(server.url).host;
  const text = program.replace('https://desk.example.com', server.url).replace('wss://desk.example.com', `ws://${address}`);
  const child = spawn(process.execPath, ['--input-type=module', '-', argument], {
    cwd: SERVER,
    env: { PATH: process.env['PATH'], BALIE_TOKEN: token },
  });
  // A bundle is too long for an argument.
  child.stdin.end(text);
  return child;
}

test('what the guide does signed in, and its program that reads page by page, works on a server (N23)', async () => {
  const server = await TestServer.start();
  try {
    const owner = await server.signIn();
    const inbox = await makeInbox(owner, 'Guide');
    for (const subject of ['One', 'Two', 'Three']) await makeConversation(server, inbox, subject);
    const documents = blocks('graphql');
    const doing = (field: string): string => documents.find((document) => document.includes(field)) ?? '';
    const saved = await owner.graphql(doing('apiSettingsSave'));
    expect(saved).toMatchObject({
      apiSettingsSave: { apiSettings: { allowedOrigins: ['https://app.example.com'] }, userErrors: [] },
    });
    const made = await owner.graphql<{ personalTokenCreate: { token: string } }>(doing('personalTokenCreate'));
    const child = run(programWith('endCursor'), server, made.personalTokenCreate.token);
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, err.join('')]).toEqual([0, expect.stringMatching(/^(\d+ of 100000 points left\n){2}$/)]);
    expect(out.join('').trim().split('\n').sort()).toEqual(['#1 One', '#2 Two', '#3 Three']);
  } finally {
    await server.close();
  }
});

test('the program of the guide that brings a file works on a server', async () => {
  const server = await TestServer.start();
  try {
    const owner = await server.signIn();
    const conversation = await makeConversation(server, await makeInbox(owner, 'Guide'));
    const { personalTokenCreate } = await owner.graphql<{ personalTokenCreate: { token: string } }>(
      'mutation { personalTokenCreate(input: { name: "Files", access: READ_WRITE }) { token } }',
    );
    const child = run(programWith('uploadCreate'), server, personalTokenCreate.token, conversation);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, output]).toEqual([0, "[ { name: 'label.txt', bytes: 18 } ]\n"]);
  } finally {
    await server.close();
  }
});

test('the TypeScript of the guide lists, and follows what happens (N24)', async () => {
  const server = await TestServer.start();
  const owner = await server.signIn();
  const conversation = await makeConversation(server, await makeInbox(owner, 'Guide'), 'One');
  const { personalTokenCreate } = await owner.graphql<{ personalTokenCreate: { token: string } }>(
    'mutation { personalTokenCreate(input: { name: "Client" }) { token } }',
  );
  const [program = ''] = blocks('ts');
  const built = await build({
    stdin: { contents: program, loader: 'ts', resolveDir: SERVER },
    alias: { '@balie/client': CLIENT },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const child = run(built.outputFiles[0]?.text ?? '', server, personalTokenCreate.token);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    await until(() => output.includes('#1 One'), { what: 'the list', deadlineMs: 60_000 });
    await addMessage(server, conversation, 'and now');
    await until(() => output.includes('message.received msg_'), { what: 'the change', deadlineMs: 60_000 });
  } finally {
    child.kill();
    await server.close();
  }
});

test('the program of the guide follows changes over a restart of the server, and misses nothing', async () => {
  const server = await TestServer.start();
  const owner = await server.signIn();
  const conversation = await makeConversation(server, await makeInbox(owner, 'Guide'));
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Guide", scopes: [CONVERSATIONS_READ]) { token } }',
  );
  const child = run(programWith('graphql-ws'), server, apiTokenCreate.token, '0');
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    const received = (): number => output.split("event: 'message.received'").length - 1;
    await until(() => received() === 1, { what: 'the first message', deadlineMs: 60_000 });
    await server.restart();
    await addMessage(server, conversation, 'after the restart');
    await until(() => received() === 2, { what: 'the second message', deadlineMs: 60_000 });
    const cursors = [...output.matchAll(/cursor: '(\d+)'/g)].map(([, cursor]) => Number(cursor));
    expect(cursors).toEqual([...new Set(cursors)].sort((a, b) => a - b));
  } finally {
    child.kill();
    await server.close();
  }
});
