import { expect, test } from '@jest/globals';
import { signalsContract } from '../../../test/contracts/signals.contract.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../../../test/support/redis.js';
import { until } from '../../../test/support/until.js';
import { ProcessSignals } from './process-signals.js';
import { RedisSignals } from './redis-signals.js';

signalsContract('in one process', async () => ({ members: [new ProcessSignals()], close: async () => undefined }));

signalsContract('over Redis', async () => {
  const { prefix } = freshRedisPrefix();
  const members = [0, 1, 2].map(() => new RedisSignals(TEST_REDIS_URL, prefix));
  await Promise.all(members.map((member) => member.ready));
  return {
    members,
    close: async () => {
      for (const member of members) await member.onApplicationShutdown();
    },
  };
});

test('without Redis the own signals still arrive, and nothing fails', async () => {
  const errors: unknown[] = [];
  const signals = new RedisSignals('redis://127.0.0.1:1', 'balie_test', (error) => errors.push(error));
  let heard = false;
  signals.subscribe('t', () => (heard = true));
  signals.publish({ topic: 't', data: {} });
  await until(() => heard && errors.length > 0);
  await signals.onApplicationShutdown();
  expect(String(errors[0])).toContain('ECONNREFUSED');
});
