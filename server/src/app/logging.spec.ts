import { expect, test } from '@jest/globals';
import { Log, makeLogger } from './logging.js';

function logged(write: (log: Log, pino: ReturnType<typeof makeLogger>) => void): string {
  const lines: string[] = [];
  const pino = makeLogger('trace', { write: (line: string) => void lines.push(line) });
  write(new Log(pino), pino);
  return lines.join('');
}

test('what could be a secret is hidden wherever it is in what is logged', () => {
  const secret = 'hunter2hunter2';
  const text = logged((log, pino) => {
    log.log({ password: secret, user: { token: secret, deep: { cookie: secret } } }, 'Test');
    pino.info({ authorization: secret, input: { secretKey: secret } }, 'words');
  });
  expect(text).not.toContain(secret);
  expect(text.match(/\[hidden\]/g)).toHaveLength(5);
});

test("Nest's own words are for debugging, ours keep their context and level", () => {
  const text = logged((log) => {
    log.log('Starting', 'NestFactory');
    log.warn('The disk is nearly full', 'Storage');
    log.error(new Error('broken'), undefined, 'Jobs');
  });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ level, context, msg }) => [level, context, msg])).toEqual([
    [20, 'NestFactory', 'Starting'],
    [40, 'Storage', 'The disk is nearly full'],
    [50, 'Jobs', 'broken'],
  ]);
});
