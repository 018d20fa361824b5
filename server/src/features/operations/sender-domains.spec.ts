import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NameServer } from '../../../test/support/name-server.js';
import { checkDomains, keyProblem } from './sender-domains.js';

let names: NameServer;
beforeAll(async () => {
  names = await NameServer.open();
  names.say('good.example', 'google-site-verification=1', `v=spf1 ${'ip4:192.0.2.1 '.repeat(30)}-all`);
  names.say('_dmarc.good.example', 'v=DMARC1; p=none');
  names.say('desk.good.example', 'v=spf1 include:good.example ~all');
  names.say('two.example', 'v=spf1 -all', 'v=spf1 ~all');
  names.say('_dmarc.two.example', 'v=DMARC1; rua=mailto:d@two.example');
  names.say('k1._domainkey.good.example', 'v=DKIM1; k=rsa; p=MIIBIjANBg');
  names.say('k2._domainkey.good.example', 'v=DKIM1; p=');
  names.say('open.example', 'v=spf1 +all');
  names.say('_dmarc.open.example', 'v=DMARC1; p=reject');
});
afterAll(() => names.close());

test.each([
  ['good.example', true, 'SPF and DMARC are there.'],
  ['desk.good.example', true, 'SPF and DMARC are there.'],
  ['two.example', false, 'There are 2 SPF records, and with more than one none counts. Its DMARC record has no policy (p=).'],
  ['open.example', false, 'Its SPF record ends in +all: anybody may send in its name.'],
  [
    'none.example',
    false,
    expect.stringMatching(/^There is no SPF record .* There is no DMARC record \(a TXT at _dmarc\.none\.example\)/),
  ],
])('%s', async (domain, ok, words) => {
  expect(await checkDomains([domain], [names.address])).toEqual([{ domain, ok, words }]);
});

test.each([
  ['k1', null],
  ['k2', 'The key at k2._domainkey.good.example was revoked: it is empty.'],
  ['k3', 'There is no key at k3._domainkey.good.example.'],
])('the key %s of a signature', async (selector, problem) => {
  expect(await keyProblem(`${selector}._domainkey.good.example`, [names.address])).toBe(problem);
});

test('name servers that do not answer are no missing record', async () => {
  const gone = await NameServer.open();
  const { address } = gone;
  await gone.close();
  const [found] = await checkDomains(['good.example'], [address]);
  expect(found).toMatchObject({ ok: false, words: expect.stringContaining('could not be asked') });
}, 240_000);
