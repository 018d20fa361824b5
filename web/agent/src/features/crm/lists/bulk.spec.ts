import { expect, it } from '@jest/globals';
import { CHUNK, doTo, failedText, type Sent } from './bulk.js';

const t = ((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as Parameters<typeof failedText>[0];
const rows = Array.from({ length: CHUNK + 3 }, (_, index) => ({ id: `tkt_${index}`, version: 1 }));
const problem = (path: string[]): Sent['problems'][number] =>
  ({ __typename: 'InputError', code: 'NOT_FOUND', message: 'gone', path }) as Sent['problems'][number];
const work = (send: (part: readonly { id: string; version: number }[]) => Sent) => ({
  ...{ t, items: rows, rowOf: (row: (typeof rows)[number]) => row, versionOf: ({ version }: { version: number }) => version },
  send: (part: readonly { id: string; version: number }[]) => Promise.resolve(send(part)),
});

it('what many rows go through goes in parts, and each failure is told of its row (U16)', async () => {
  const sizes: number[] = [];
  const result = await doTo(
    work((part) => {
      sizes.push(part.length);
      const [, second, third, ...others] = part;
      // The first was so already, the second failed.
      const done = [{ id: part[0]!.id, version: 1 }, ...[third, ...others].map((row) => ({ id: row!.id, version: 2 }))];
      return { done: second ? done : [], problems: [problem(['1', 'id'])], error: undefined };
    }),
    () => true,
  );
  expect(sizes).toEqual([CHUNK, 3]);
  expect(result.changed).toHaveLength(CHUNK + 3 - 4);
  expect(result.failures.map(({ row }) => row.id)).toEqual(['tkt_1', `tkt_${CHUNK + 1}`]);
  expect(failedText(t, [])).toBeNull();
  expect(failedText(t, [{ name: 'Kettle', text: 'gone' }])).toContain('“Kettle”: gone');
});

it('stops between two parts, and a call that failed as a whole failed for each', async () => {
  const sent: number[] = [];
  const send = (part: readonly unknown[]): Sent => {
    sent.push(part.length);
    return { done: [], problems: [problem(['changes'])], error: undefined };
  };
  const result = await doTo(work(send), (done) => done === 0);
  expect(sent).toEqual([CHUNK]);
  expect(result.failures).toHaveLength(CHUNK);
});
