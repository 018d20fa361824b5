import { expect, it } from '@jest/globals';
import { StandInBrowser } from '../../../../test/support/push-service.js';
import { encrypted, isPoint, newKeyPair, topicOf } from './web-push.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

it('encrypts the example of RFC 8291, 5 to what stands there', () => {
  const to = {
    p256dh: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
    auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  };
  const pair = {
    publicKey: bytes('BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8'),
    privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  };
  const text = Buffer.from('When I grow up, I want to be a watermelon');
  expect(encrypted(text, to, { salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'), pair }).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
      'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

it('encrypts each message anew, for one browser alone', () => {
  const [browser, other] = [new StandInBrowser('https://push.example/1'), new StandInBrowser('https://push.example/2')];
  const { key, auth } = browser.subscription;
  const to = { p256dh: bytes(key), auth: bytes(auth) };
  const [one, two] = [1, 2].map(() => encrypted(Buffer.from('{"title":"Zoë"}'), to));
  expect(one!.equals(two!)).toBe(false);
  const pushed = { path: '', headers: {}, body: one! };
  expect(browser.read(pushed)).toEqual({ title: 'Zoë' });
  expect(() => other.read(pushed)).toThrow();
});

it('takes only points of the curve, and names topics as push services allow', () => {
  const { publicKey } = newKeyPair();
  const off = Buffer.from(publicKey);
  off[64] = (off[64] ?? 0) ^ 1;
  expect([publicKey, off, publicKey.subarray(1), Buffer.alloc(65, 4)].map(isPoint)).toEqual([true, false, false, false]);
  expect(topicOf('cnv_1')).toMatch(/^[\w-]{32}$/);
  expect(topicOf('cnv_2')).not.toBe(topicOf('cnv_1'));
});
