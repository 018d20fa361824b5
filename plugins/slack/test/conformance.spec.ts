import { expect, test } from '@jest/globals';
import { runConformance } from '@balie/plugin-sdk/kit';

test('the plugin keeps the promises of the host (N18)', async () => {
  const settings = { botToken: 'xoxb-canary-1', signingSecret: 'canary-secret', channel: 'C0123ABCDEF' };
  const report = await runConformance('.', { conformance: { responders: { slack: settings } } });
  expect(report.findings.filter(({ state }) => state !== 'passed')).toEqual([]);
});
