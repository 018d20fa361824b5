import { afterAll, beforeAll, describe } from '@jest/globals';
import { Cast } from './cast.js';
import { ready } from './chapters/ready.js';
import { answers } from './chapters/sending/answers.js';
import { compose } from './chapters/sending/compose.js';
import { later } from './chapters/sending/later.js';
import { sendingLooks } from './chapters/sending/looks.js';
import { onward } from './chapters/sending/onward.js';

const cast = new Cast('sending');
beforeAll(() => cast.enter(), 300_000);
afterAll(() => cast.leave(), 120_000);

describe('What an agent sends, and what arrives of it', () => {
  ready(cast);
  compose(cast);
  answers(cast);
  onward(cast);
  later(cast);
  sendingLooks(cast);
});
