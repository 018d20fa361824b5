import { expect, test } from '@jest/globals';
import { cut, escape, mentioned, plain } from '../src/mrkdwn.js';

test.each([
  ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
  ['<!channel> <@U1>', '&lt;!channel&gt; &lt;@U1&gt;'],
  ['&lt;', '&amp;lt;'],
])('what stands for itself in Slack: %s', (text, escaped) => {
  expect(escape(text)).toBe(escaped);
  expect(plain(escaped)).toBe(text);
});

test.each([
  ['see <https://a.test/x?y=1&amp;z=2>', 'see https://a.test/x?y=1&z=2'],
  ['<https://a.test|our page>', 'our page (https://a.test)'],
  ['<http://a.test|a.test>', 'http://a.test'],
  ['<mailto:a@b.test|a@b.test>', 'a@b.test'],
  ['<mailto:a@b.test|write>', 'write (a@b.test)'],
  ['<tel:+31201234567|+31201234567>', '+31201234567'],
  ['<@U0BOB> and <@U0EVE|eve> and <@U0NOBODY>', '@Bob and @eve and @U0NOBODY'],
  ['in <#C1|general> or <#C2>', 'in #general or #C2'],
  ['<!here> <!subteam^S1|@team> <!date^1392734382^{date}|Feb 18>', '@here @team Feb 18'],
  ['a &lt;b&gt; &amp;lt; c', 'a <b> &lt; c'],
  ['  two\nlines  ', 'two\nlines'],
  ['not < closed', 'not < closed'],
])('what was written in Slack, for people without it: %s', (mrkdwn, text) => {
  expect(plain(mrkdwn, (user) => (user === 'U0BOB' ? 'Bob' : undefined))).toBe(text);
});

test('who is mentioned without a name', () => {
  expect(mentioned('<@U0BOB> <@U0BOB> <@U0EVE|eve> <@W1>')).toEqual(['U0BOB', 'W1']);
});

test('a text is cut between characters, never inside one', () => {
  expect(cut('👍👍', 4)).toBe('👍👍');
  expect(cut('👍👍👍', 4)).toBe('👍…');
  expect(cut('abcdef', 4)).toBe('abc…');
});
