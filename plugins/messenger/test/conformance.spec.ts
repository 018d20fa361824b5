import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type Conformance, type FarSide, runConformance } from '@balie/plugin-sdk/kit';
import { ANNA, batchOf, byAnna, PAGE, requestOf, settingsFor } from './desk.js';
import { GraphApi } from './graph-api.js';

/** The fake of the Graph API, as the kit wants it. */
async function farSide(): Promise<FarSide> {
  const api = await GraphApi.open();
  api.page(PAGE, 'Fietsenzaak');
  api.person(ANNA, 'Anna Berg');
  return {
    settings: settingsFor(api),
    plugin: { graphUrl: api.url },
    wrong: settingsFor(api, { pageToken: 'not-the-token' }),
    person: { kind: 'psid', value: ANNA, trust: 'verified', name: 'Anna Berg' },
    threadKey: ANNA,
    arrived: () => api.sent.map(({ text }) => text ?? ''),
    trouble: (next) => void (api.trouble = next),
    hook: (text, at) => {
      const { text: body, headers } = api.signed(batchOf(byAnna({ message: { mid: 'm_in', text } }, at.getTime())));
      return { name: 'app', request: requestOf(body, headers) };
    },
    close: () => api.close(),
  };
}

test('the plugin keeps the promises of the host (N18)', async () => {
  const conformance: Conformance = { channels: { messenger: farSide } };
  const report = await runConformance(path.resolve('.'), { conformance });
  expect(report.findings.filter(({ state }) => state === 'failed')).toEqual([]);
  const leftOut = report.findings.filter(({ state }) => state === 'left out').map(({ check }) => check);
  expect(leftOut).toEqual(['messages come in once', 'decoding is pure']);
}, 240_000);
