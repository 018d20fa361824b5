import path from 'node:path';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Json } from '@balie/plugin-sdk';
import { type Conformance, type FarSide, runConformance, type Trouble } from '@balie/plugin-sdk/kit';
import { startMailstack, type Mailstack } from '../../../deploy/mailstack/mailstack.mjs';
import { closeFarSides, openFarSide, outbound, refusal } from './far-side.js';
import { mail, settingsFor } from './host.js';

let stack: Mailstack;
beforeAll(async () => {
  stack = await startMailstack();
}, 240_000);
afterAll(async () => {
  await closeFarSides();
  await stack?.stop();
}, 240_000);

/** A real mailbox to read, and an SMTP server that fails as it is told to. */
async function mailFarSide(): Promise<FarSide> {
  const user = 'conformance@shop.test';
  const sockets = new Set<Socket>();
  let trouble: Trouble | null = null;
  let late = 0;
  const smtp = await openFarSide({
    onRcptTo: (_address, _session, done) => {
      if (trouble === 'refuses') return done(refusal(550, '5.7.1 not for you'));
      if (trouble === 'busy') return done(refusal(451, '4.3.2 not now'));
      if (trouble === 'breaks') return sockets.forEach((socket) => socket.destroy());
      if (trouble !== 'hangs') setTimeout(done, late);
    },
    watch: (socket) => sockets.add(socket),
  });
  const settings = (more: object = {}) =>
    settingsFor(stack, user, { smtpPort: smtp.port, smtpSecurity: 'none', ...more }) as unknown as Record<string, Json>;
  const { from, thread, author } = outbound();
  return {
    settings: settings(),
    wrong: settings({ password: 'not the password' }),
    unreachable: settings({ imapPort: 47, smtpPort: 47 }),
    person: { kind: 'email', value: 'anna@cust.test', trust: 'claimed', name: 'Anna Berg' },
    message: { from: { ...from, value: user }, thread, author },
    arrived: () => smtp.stored,
    write: (text) => stack.deliver(user, mail({ text })).then(() => undefined),
    trouble: (next) => void (trouble = next),
    late: (milliseconds) => void (late = milliseconds),
    raw: [mail({ text: 'Where is it?' }), mail({ subject: 'Grüße', text: 'Ünïcode' })].map((raw) => Buffer.from(raw)),
    close: () => undefined,
  };
}

test('the plugin keeps the promises of the host (N18)', async () => {
  const conformance: Conformance = { channels: { email: mailFarSide } };
  const report = await runConformance(path.resolve('.'), { conformance });
  expect(report.findings.filter(({ state }) => state === 'failed')).toEqual([]);
  const leftOut = report.findings.filter(({ state }) => state === 'left out').map(({ check }) => check);
  expect(leftOut).toEqual(['webhooks verify']);
}, 300_000);
