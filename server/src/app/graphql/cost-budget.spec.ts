import { afterEach, expect, it, jest } from '@jest/globals';
import { Attempts } from '../../features/auth/index.js';
import type { Principal } from '../../kernel/access.js';
import { POINTS_A_MINUTE } from '../../kernel/api-budget.js';
import { Limits } from '../../kernel/limits.js';
import { CostBudget } from './cost-budget.js';

const RIGHT = 1_764_500_000_000;
const AHEAD = RIGHT + 48 * 3_600_000;
const ANNA: Principal = { kind: 'integration', tokenId: 'tok_1', name: 'Anna', scopes: new Set() };

afterEach(() => {
  jest.restoreAllMocks();
});

it('nobody is told to wait for longer than an allowance lasts, though the clock was ahead when it began (F18)', async () => {
  const budget = new CostBudget();
  const attempts = new Attempts(new Limits());
  const clock = jest.spyOn(Date, 'now').mockReturnValue(AHEAD);
  await budget.spend(ANNA, POINTS_A_MINUTE);
  for (let n = 0; n < 10; n++) await attempts.countAccount('anna');
  clock.mockReturnValue(RIGHT);
  await expect(budget.spend(ANNA, 1)).rejects.toMatchObject({ code: 'LIMIT', detail: { retryAfterMs: 60_000 } });
  expect(await budget.left(ANNA, 1)).toMatchObject({ renewedInMs: 60_000 });
  await expect(attempts.countAccount('anna')).rejects.toMatchObject({ code: 'LIMIT', detail: { retryAfterMs: 15 * 60_000 } });
});
