#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from './conformance.js';
import { createPlugin } from './create.js';
import { develop } from './dev.js';
import { runConformance } from './run.js';
import { makeKey, signPackage } from './sign.js';

const HELP = `balie-plugin create <name> [--responder]     makes a plugin that works, with its tests
balie-plugin test [folder]                   tries it against a simulated host; the result is in conformance.json
balie-plugin dev [folder] --url <address> --token <token> [--build <command>]
                                             puts it into a running Balie on this machine, again at each save
balie-plugin keys <publisher>                makes the key that a publisher signs with
balie-plugin sign <file.tgz> --key <file>    signs what npm pack made`;
const MARKS: Record<Finding['state'], string> = { passed: '✓', failed: '✗', 'left out': '–' };
/** A plugin that spins ends the whole run, not the patience of who waits. */
const WATCHDOG_MS = 10 * 60_000;

const say = (line: string): unknown => process.stdout.write(`${line}\n`);
const complain = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      responder: { type: 'boolean', default: false },
      url: { type: 'string', default: 'http://localhost:3000' },
      token: { type: 'string', default: process.env['BALIE_TOKEN'] ?? '' },
      build: { type: 'string' },
      sdk: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, given] = positionals;
  const folder = path.resolve(given ?? '.');
  switch (values.help ? undefined : command) {
    case 'create': {
      if (!given) throw new Error('Say what it is to be called: balie-plugin create <name>');
      const made = await createPlugin(given, { responder: values.responder, ...(values.sdk ? { sdk: values.sdk } : {}) });
      say(`Made ${made}. Next: cd ${given} && npm install && npm test`);
      return 0;
    }
    case 'test':
      return test(folder);
    case 'dev':
      await develop(folder, { url: values.url, token: values.token, ...(values.build ? { build: values.build } : {}) });
      return 0;
    case 'keys': {
      if (!given) throw new Error('Say whose key it is to be: balie-plugin keys <publisher>');
      const { file, trustedAs } = await makeKey(given);
      say(
        `Made ${file}. Keep it to yourself. Who trusts you adds this under Settings → Plugins, or sets BALIE_PLUGINS_PUBLISHERS to it:\n${trustedAs}`,
      );
      return 0;
    }
    case 'sign': {
      if (!given || !values.key) throw new Error('Say what and with which key: balie-plugin sign <file.tgz> --key <file>');
      say(`Made ${await signPackage(given, values.key)}. It goes along with the package.`);
      return 0;
    }
    default:
      say(HELP);
      return command === undefined || values.help ? 0 : 2;
  }
}

async function test(folder: string): Promise<number> {
  setTimeout(() => {
    complain(`Nothing came of it within ${WATCHDOG_MS / 60_000} minutes.`);
    process.exit(3);
  }, WATCHDOG_MS).unref();
  const report = await runConformance(folder, {
    onFinding: ({ state, of, check, words }) =>
      say(`${MARKS[state]} ${of ? `${of}: ` : ''}${check}${words ? ` (${words})` : ''}`),
  });
  await writeFile(path.join(folder, 'conformance.json'), `${JSON.stringify(report, null, 2)}\n`);
  const left = report.findings.filter(({ state }) => state === 'left out').length;
  say(`\n${report.plugin} ${report.version}: ${report.passed ? 'passed' : 'failed'}${left > 0 ? `, ${left} left out` : ''}`);
  return report.passed ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    process.exit(2);
  },
);
