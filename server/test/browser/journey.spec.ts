import { afterAll, beforeAll, describe } from '@jest/globals';
import { Cast } from './cast.js';
import { firstRun } from './chapters/first-run.js';
import { keyboard } from './chapters/keys.js';
import { looks } from './chapters/looks.js';
import { mailBothWays } from './chapters/mail.js';
import { outage } from './chapters/outage.js';
import { team } from './chapters/team.js';

const cast = new Cast();
beforeAll(() => cast.enter(), 300_000);
afterAll(() => cast.leave(), 120_000);

describe('From a bare installation to a team that answers its mail', () => {
  firstRun(cast);
  mailBothWays(cast);
  team(cast);
  outage(cast);
  keyboard(cast);
  looks(cast);
});
