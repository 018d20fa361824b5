import { expect, test } from '@jest/globals';
import { isGenuine } from '../src/signature.js';
import { FakeSlack, type FakeRequest } from './fake-slack.mjs';

const AT = 1_700_000_000_000;
const slack = new FakeSlack();
const asked = ({ body, headers }: FakeRequest, receivedAt = AT) => ({
  body: Buffer.from(body),
  headers,
  receivedAt: new Date(receivedAt),
});
const genuine = (request: ReturnType<typeof asked>) => isGenuine(request, slack.signingSecret);

test('the example of docs.slack.dev holds', () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  const headers = {
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  };
  const request = { body: Buffer.from(body), headers, receivedAt: new Date(1_531_420_618_000) };
  expect(isGenuine(request, '8f742231b10e8888abcd99yyyzzz85a5')).toBe(true);
});

test('only what Slack has signed within five minutes is let in', () => {
  const request = slack.signed({ hello: 'ü' }, { at: AT });
  expect(genuine(asked(request))).toBe(true);
  expect(genuine(asked(request, AT + 299_000))).toBe(true);
  expect(genuine(asked(request, AT + 301_000))).toBe(false);
  expect(genuine(asked(request, AT - 301_000))).toBe(false);
  expect(genuine(asked({ ...request, body: `${request.body} ` }))).toBe(false);
  expect(genuine(asked(slack.signed({}, { at: AT, secret: 'another' })))).toBe(false);
});

test.each([
  ['no headers', {}],
  ['no time', { 'x-slack-signature': 'v0=00' }],
  ['nonsense', { 'x-slack-request-timestamp': 'NaN', 'x-slack-signature': 'v0=é' }],
  ['too short', { 'x-slack-request-timestamp': String(AT / 1000), 'x-slack-signature': 'v0=' }],
])('%s is refused, never thrown at', (_, headers) => {
  expect(genuine({ body: Buffer.from('{}'), headers: headers as Record<string, string>, receivedAt: new Date(AT) })).toBe(false);
});
