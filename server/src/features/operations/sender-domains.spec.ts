import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NameServer } from '../../../test/support/name-server.js';
import { checkDomains } from './sender-domains.js';

let names: NameServer;
beforeAll(async () => {
  names = await NameServer.open();
  names.say('good.example', 'google-site-verification=1', `v=spf1 ${'ip4:192.0.2.1 '.repeat(30)}-all`);
  names.say('_dmarc.good.example', 'v=DMARC1; p=none');
  names.say('desk.good.example', 'v=spf1 include:good.example ~all');
  names.say('two.example', 'v=spf1 -all', 'v=spf1 ~all');
  names.say('_dmarc.two.example', 'v=DMARC1; rua=mailto:d@two.example');
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

test('name servers that do not answer are no missing record', async () => {
  const gone = await NameServer.open();
  const { address } = gone;
  await gone.close();
  const [found] = await checkDomains(['good.example'], [address]);
  expect(found).toMatchObject({ ok: false, words: expect.stringContaining('could not be asked') });
}, 240_000);
