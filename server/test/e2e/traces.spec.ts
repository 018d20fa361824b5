import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { OWNER, TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

jest.setTimeout(240_000);

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}
interface Told {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

let collector: Server;
let url: string;
/** What the collector was told, as it came. */
const told: Told[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      told.push(body as Told);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`;
});
afterAll(async () => {
  await new Promise((resolve) => collector.close(resolve));
});

const spansOf = (): Span[] =>
  told.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
const factOf = (span: Span | undefined, key: string): string | undefined =>
  span?.attributes.find((each) => each.key === key)?.value.stringValue;

test('a request, its units, its jobs and calls of plugins are spans with one correlation id, and say nothing of a person', async () => {
  const server = await TestServer.start({ env: { BALIE_TRACES_URL: url } });
  const owner = await server.signIn();
  const inboxId = await makeInbox(owner, 'Canary inbox');
  await makeConversation(server, inboxId, 'Canary subject');
  const setUp = `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } checks { message } } }`;
  await until(
    async () => {
      const input = { inboxId, type: 'email', step: 'settings', data: { address: 'canary@shop.test' } };
      const answer = JSON.stringify(await owner.graphql(setUp, { input }));
      return /No plugin that is switched on|could not be started/.test(answer) ? null : answer;
    },
    { what: 'the e-mail plugin', deadlineMs: 120_000, everyMs: 500 },
  );
  await until(() => spansOf().some(({ name }) => name.startsWith('job ')), { what: 'a job', deadlineMs: 60_000 });
  await server.close();

  const spans = spansOf();
  const saved = spans.find(({ name }) => name === 'mutation inboxSave');
  const request = spans.find(({ spanId }) => spanId === saved?.parentSpanId);
  expect(request?.name).toBe('POST /graphql');
  const correlationId = factOf(saved, 'balie.correlation_id');
  const unit = spans.find((span) => span.name === 'unit' && factOf(span, 'balie.correlation_id') === correlationId);
  expect([unit?.traceId, unit?.parentSpanId]).toEqual([request?.traceId, request?.spanId]);
  expect(spans.some(({ name }) => name.startsWith('plugin email '))).toBe(true);
  const text = JSON.stringify(told);
  expect(text).toContain('"balie"');
  for (const canary of [OWNER.name, OWNER.email, 'Canary', 'canary@', 'sem@client.example']) expect(text).not.toContain(canary);
});

test('a collector that is away costs no request anything, and nothing is told without the setting', async () => {
  const away = await TestServer.start({ env: { BALIE_TRACES_URL: 'http://127.0.0.1:9/v1/traces' } });
  await makeInbox(await away.signIn(), 'Support');
  await away.close();
  const before = told.length;
  const silent = await TestServer.start();
  await makeInbox(await silent.signIn(), 'Support');
  await silent.close();
  expect(told.length).toBe(before);
});
