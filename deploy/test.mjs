// `npm test`: everything that is checked, in one run. The suites are in suites.mjs; with CI=true nothing may be left out.
//   npm test                       all suites
//   npm test -- borders "agent app"  only these
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { advice, aptInstall, needs, stopAll, systemFolders, usable } from './needs.mjs';
import { bin, build, install, main, npm, pinnedNode, root, say, Stop, toolEnv } from './prepare.mjs';
import { suites } from './suites.mjs';

const ci = ['true', '1'].includes(process.env.CI ?? '');
const reports = mkdtempSync(join(tmpdir(), 'balie-test-report-'));
const addresses = {};
// The tests call programs such as dovecot and mkfs by name.
process.env.PATH = [process.env.PATH, ...systemFolders].filter(Boolean).join(delimiter);

/**
 * Runs to the end or to the deadline, in a process group that is ended as a whole.
 * What it prints is shown as it comes or, of a suite that has another beside it, when it has ended.
 */
function run({ file, args, shell = false, cwd = root, env }, { minutes, lane }) {
  return new Promise((resolve, reject) => {
    const group = process.platform !== 'win32';
    const stdio = lane === undefined ? 'inherit' : 'pipe';
    const child = spawn(file, args, { cwd, env, shell, detached: group, stdio: ['ignore', stdio, stdio] });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
    const stop = (signal) => (group ? process.kill(-child.pid, signal) : child.kill(signal));
    const leave = () => (stop('SIGTERM'), process.exit(130));
    process.on('SIGINT', leave).on('SIGTERM', leave);
    const timer = setTimeout(() => {
      say(`Stopped after ${minutes} minutes.`);
      stop('SIGKILL');
    }, minutes * 60_000);
    const end = () => (clearTimeout(timer), process.off('SIGINT', leave).off('SIGTERM', leave));
    child.on('error', (error) => (end(), reject(error)));
    child.on('close', (code, signal) => (end(), process.stdout.write(Buffer.concat(printed)), resolve(code ?? signal)));
  });
}

async function runCheck({ command, env, minutes = 10, lane }) {
  if (command.build) {
    await build();
    return { passed: 1, failed: 0, left: 0, notes: [] };
  }
  const call = command.run ? npm(['run', command.run]) : { file: pinnedNode(), args: [join(root, command.file)] };
  const code = await run({ ...call, env: toolEnv(env) }, { minutes, lane });
  return code === 0
    ? { passed: 1, failed: 0, left: 0, notes: [] }
    : { passed: 0, failed: 1, left: 0, notes: [`exit code ${code}`] };
}

const fill = (env) =>
  Object.fromEntries(
    Object.entries(env).map(([key, value]) => [key, value.replace(/^\{(\w+)\}$/, (_, name) => addresses[name])]),
  );

async function runTests({ workspace, only, not = [], env = {}, name, minutes = 15, lane }) {
  const report = join(reports, `${name.replace(/\W+/g, '-')}.json`);
  const args = ['--ci', '--json', `--outputFile=${report}`, '--maxWorkers=2', '--testLocationInResults'];
  if (only) args.push(...only.map((pattern) => `--testPathPatterns=${pattern}`));
  if (not.length) args.push(...['/node_modules/', '/dist/', ...not].map((pattern) => `--testPathIgnorePatterns=${pattern}`));
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest'), ...args];
  const code = await run(
    { file: pinnedNode(), args: jest, cwd: join(root, workspace), env: toolEnv({ NODE_ENV: 'test', ...fill(env) }) },
    { minutes, lane },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, left: 0, notes: [`no test ran to its end (${code})`] };
  return count(JSON.parse(readFileSync(report, 'utf8')), code);
}

/** What a failed test said first, so that the end of the output tells it even where the rest is cut off. */
const why = ({ failureMessages }) =>
  stripVTControlCharacters(failureMessages.join('\n'))
    .split('\n')
    .filter((text) => text.trim() !== '' && !text.includes('node_modules'))
    .slice(0, 12)
    .map((text) => `            | ${text.trimEnd()}`)
    .join('\n');

function count(result, code) {
  const cases = result.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name.slice(root.length + 1) })),
  );
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = cases.filter((test) => test.status === 'failed');
  const left = cases.filter((test) => ['pending', 'todo', 'skipped', 'disabled'].includes(test.status));
  const notes = [
    ...broken.map((file) => `${file.name.slice(root.length + 1)} could not be run`),
    ...failures.map((test) => `${test.file}: ${test.fullName}\n${why(test)}`),
    ...left.map((test) => `left out: ${test.file}: ${test.fullName}`),
  ];
  const failed = failures.length + broken.length;
  if (cases.length === 0 && failed === 0) return { passed: 0, failed: 1, left: 0, notes: ['no test found'] };
  const odd = code !== 0 && failed === 0 ? [`Jest ended with ${code}`] : [];
  return {
    passed: cases.filter((test) => test.status === 'passed').length,
    failed: failed + odd.length,
    left: left.length,
    notes: [...notes, ...odd],
  };
}

/** The needs that are not met; under CI they are installed first, so none may be left. */
async function missingNeeds(chosen) {
  const missing = new Set();
  const look = async () => {
    missing.clear();
    for (const name of new Set(chosen.flatMap((suite) => suite.needs ?? []))) if (!(await usable(name))) missing.add(name);
  };
  await look();
  if (ci && missing.size > 0) {
    aptInstall([...missing].flatMap((name) => needs[name].packages));
    await look();
    if (missing.size > 0)
      throw new Stop(`Installed, and still not usable: ${[...missing].map((name) => needs[name].title).join(', ')}`);
  }
  return missing;
}

async function runSuite(suite, missing) {
  const lacks = (suite.needs ?? []).filter((name) => missing.has(name));
  if (lacks.length > 0) {
    return { passed: 0, failed: 0, left: 1, notes: [await advice(lacks)] };
  }
  try {
    for (const name of suite.needs ?? []) if (needs[name].start) addresses[name] ??= await needs[name].start();
    return suite.command ? await runCheck(suite) : await runTests(suite);
  } catch (error) {
    say(error.message);
    return { passed: 0, failed: 1, left: 0, notes: [error.message.trim().split('\n').at(-1)] };
  }
}

function line({ name, passed, failed, left, time }) {
  const state = failed > 0 ? 'FAIL' : passed === 0 ? 'LEFT OUT' : left > 0 ? 'PART' : 'ok';
  return `${state.padEnd(9)} ${name.padEnd(38)} ${String(passed + failed).padStart(5)} cases ${String(failed).padStart(4)} bad ${time.padStart(8)}`;
}

function choose(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Stop(`There is no suite "${unknown[0]}". There are: ${suites.map((suite) => suite.name).join(', ')}.`);
  return names.length > 0 ? suites.filter((suite) => names.includes(suite.name)) : suites;
}

const shorten = (notes) => (notes.length > 40 ? [...notes.slice(0, 40), `… and ${notes.length - 40} more`] : notes);

const theBuild = { name: 'build', command: { build: true } };

/** What runs one after the other: a suite, or the lanes of neighbours that run side by side. */
function stages(chosen) {
  const all = [];
  for (const suite of chosen) {
    const last = all.at(-1);
    if (suite.lane === undefined) all.push(new Map([[0, [suite]]]));
    else if (last === undefined || last.has(0)) all.push(new Map([[suite.lane, [suite]]]));
    else last.set(suite.lane, [...(last.get(suite.lane) ?? []), suite]);
  }
  return all;
}

async function runAll(chosen, results) {
  await install();
  const missing = await missingNeeds(chosen);
  let begun = 0;
  const runLane = async (lane) => {
    for (const suite of lane) {
      const since = Date.now();
      say(`\n=== ${suite.name} (${++begun} of ${chosen.length + 1})`);
      const result = { name: suite.name, ...(await runSuite(suite, missing)), time: '' };
      result.time = `${((Date.now() - since) / 1000).toFixed(1)} s`;
      results.push(result);
      say(line(result));
    }
  };
  for (const lanes of stages([theBuild, ...chosen])) await Promise.all([...lanes.values()].map(runLane));
}

await main(async () => {
  const results = [];
  try {
    await runAll(choose(process.argv.slice(2)), results);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    results.push({ name: 'preparation', passed: 0, failed: 1, left: 0, notes: [error.message], time: '' });
  } finally {
    await stopAll();
    rmSync(reports, { recursive: true, force: true });
  }
  say('\n=== all suites');
  for (const result of results) say([line(result), ...shorten(result.notes).map((note) => `          ${note}`)].join('\n'));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  if (sum('left') > 0) say(`\n${sum('left')} left out${ci ? ', and with CI=true nothing may be' : ''}.`);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 || (ci && sum('left') > 0) ? 1 : 0;
});
