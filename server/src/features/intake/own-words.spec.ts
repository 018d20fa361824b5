import { describe, expect, it } from '@jest/globals';
import { splitKnown } from './own-words.js';

const OURS =
  'Hello Anna,\n\nWe have sent your order again today. It will be with you by Friday at the latest.\n\nKind regards,\nMia';
const THEIRS = 'My order 1001 has not arrived and I have been waiting for two weeks now.';
const ANSWER = 'Thank you, that is great.';

describe('what repeats what we sent is folded (R-QUO-4)', () => {
  it.each([
    ['in a language and form that nobody knows', `Shop kirjutas niimoodi 3. nov:\n\n${OURS}`],
    [
      'with marks of its own',
      OURS.split('\n')
        .map((line) => `| ${line}`)
        .join('\n'),
    ],
    [
      'wrapped anew',
      'Mia @ Shop:\nHello Anna, We have\nsent your order again\ntoday. It will be with you by\nFriday at the latest. Kind regards, Mia',
    ],
    ['in one line', OURS.replaceAll(/\s+/g, ' ')],
    ['with their own words below it', `${OURS}\n\nAnna <anna@cust.example>:\n${THEIRS}`],
    ['below headers', `Nuo: Shop <support@shop.example>\nKada: 2026-11-03\nKam: Anna\n\n${OURS}`],
    ['without our greeting', OURS.split('\n').slice(2).join('\n')],
  ])('%s', (_, history) => {
    expect(splitKnown(`${ANSWER}\n\n${history}`, [OURS, THEIRS])).toEqual({ text: ANSWER, quoted: history.trim() });
  });

  it.each([
    ['nothing is repeated', `${ANSWER}\n\nWhen will it come?`],
    ['a few words are the same', `${ANSWER}\n\nSo it will be with you? By Friday?`],
    ['the answer stands below', `${OURS}\n\n${ANSWER}`],
    [
      'answers stand in between',
      OURS.split('\n\n')
        .map((part) => `${part}\n\nHere I have something quite different to say about this part of it.`)
        .join('\n\n'),
    ],
    ['we are repeated in a sentence', 'Well.\nMia has told me in the mail of yesterday: We have sent your order again today'],
    ['there is nothing else', OURS],
    ['it is empty', ''],
  ])('all is shown when %s', (_, text) => {
    expect(splitKnown(text, [OURS, THEIRS])).toBeNull();
  });

  it('a short message of ours counts when it is repeated whole', () => {
    expect(splitKnown('Yes.\n\nMia: We have sent it again.', ['We have sent it again.'])?.text).toBe('Yes.');
    expect(splitKnown('Yes.\n\nMia: Thanks!', ['Thanks!'])).toBeNull();
  });
});
