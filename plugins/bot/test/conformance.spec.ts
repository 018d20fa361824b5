import path from 'node:path';
import { expect, it } from '@jest/globals';
import type { Json } from '@balie/plugin-sdk';
import { runConformance } from '@balie/plugin-sdk/kit';

it('keeps the promises of the host (N18)', async () => {
  const steps: Json = [{ type: 'question', name: 'topic', text: 'What is it about?' }, { type: 'handover' }];
  const report = await runConformance(path.resolve('.'), { conformance: { responders: { bot: { steps } } } });
  expect(report.findings.filter(({ state }) => state !== 'passed')).toEqual([]);
});
