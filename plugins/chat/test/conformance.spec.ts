import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type Conformance, type FarSide, runConformance, type SimulatedHost } from '@balie/plugin-sdk/kit';

/** The pages of a visitor: they are told live through the host, and show an item of the same id once. */
function pages(): Promise<FarSide> {
  const hosts: SimulatedHost[] = [];
  const value = `visitor-${'a'.repeat(32)}`;
  return Promise.resolve({
    settings: { name: 'shop.example', identitySecret: 'a secret that nobody may ever see' },
    person: { kind: 'visitor', value, trust: 'verified' as const },
    threadKey: value,
    hosted: (host: SimulatedHost) => void hosts.push(host),
    arrived: () => [
      ...new Map(
        hosts
          .flatMap(({ published }) => published)
          .filter(({ topic }) => topic === `visitor:${value}`)
          .map(({ data }) => (data as { item: { id: string; text: string } }).item)
          .map(({ id, text }) => [id, text]),
      ).values(),
    ],
    close: () => undefined,
  });
}

test('the plugin keeps the promises of the host (N18)', async () => {
  const conformance: Conformance = { channels: { chat: pages } };
  const report = await runConformance(path.resolve('.'), { conformance });
  expect(report.findings.filter(({ state }) => state === 'failed')).toEqual([]);
  const leftOut = report.findings.filter(({ state }) => state === 'left out').map(({ check }) => check);
  // There is no far side that could fail: what cannot be told live is read in the history.
  expect(leftOut.toSorted()).toEqual([
    'a slow far side is waited for',
    'decoding is pure',
    'failures have the right kind',
    'it lets go in the middle of a send',
    'messages come in once',
    'webhooks verify',
  ]);
});
