import type { Channel, Json, Responder } from '../index.js';
import {
  badSettingsAreRefused,
  capabilitiesAreTrue,
  type Check,
  LeftOut,
  manifestFaults,
  settingsHaveWords,
  type Trial,
} from './checks.js';
import {
  checkTellsWhatIsWrong,
  decodesPurely,
  failsInTheRightKind,
  letsGoInTheMiddle,
  saidBy,
  secretsIn,
  sendsFilesInThreads,
  sendsOnce,
  takesInOnce,
  waitsForTheSlow,
  webhooksVerify,
} from './channel-checks.js';
import { choicesAnswer } from './choice-checks.js';
import type { Conformance, Finding, Report } from './conformance.js';
import { type Loaded, loadPlugin } from './load.js';

/** In the order in which they are run; the last ones need a far side. */
const CHANNEL_CHECKS: readonly [string, Check][] = [
  ['settings have words', settingsHaveWords],
  ['capabilities are true', capabilitiesAreTrue],
  ['bad settings are refused', badSettingsAreRefused],
  ['check tells what is wrong', checkTellsWhatIsWrong],
  ['a message is sent once', sendsOnce],
  ['files and threads go along', sendsFilesInThreads],
  ['failures have the right kind', failsInTheRightKind],
  ['a slow far side is waited for', waitsForTheSlow],
  ['it lets go in the middle of a send', letsGoInTheMiddle],
  ['messages come in once', takesInOnce],
  ['decoding is pure', decodesPurely],
  ['webhooks verify', webhooksVerify],
];

/** Runs a plugin against a simulated host and the far sides of its conformance file. */
export async function runConformance(
  folder: string,
  o: { conformance?: Conformance; onFinding?: (finding: Finding) => void } = {},
): Promise<Report> {
  const loaded = await loadPlugin(folder, o.conformance);
  const findings: Finding[] = [];
  const keep = (finding: Finding) => {
    findings.push(finding);
    o.onFinding?.(finding);
  };
  const faults = manifestFaults(loaded);
  keep({
    check: 'the manifest says what the code has',
    of: '',
    state: faults.length === 0 ? 'passed' : 'failed',
    words: faults.join(' '),
  });
  for (const channel of (loaded.plugin.channels ?? []) as Channel[]) await tryChannel(loaded, channel, keep);
  for (const responder of (loaded.plugin.responders ?? []) as Responder[]) await tryResponder(loaded, responder, keep);
  const { name: plugin, version } = loaded.manifest;
  return { plugin, version, passed: findings.every(({ state }) => state !== 'failed'), findings };
}

async function tryChannel(loaded: Loaded, channel: Channel, keep: (finding: Finding) => void): Promise<void> {
  const make = loaded.conformance.channels?.[channel.type];
  const far = make ? await make() : null;
  const trial: Trial = { loaded, channel, far };
  try {
    for (const [check, run] of CHANNEL_CHECKS) keep({ check, of: channel.type, ...(await outcome(() => run(trial), trial)) });
    const leaks = secretsIn(trial, saidBy.get(trial) ?? []);
    const words =
      leaks.length > 0 ? `A secret stands in: ${leaks[0]?.slice(0, 60)}…` : 'logs, issues, errors and what it keeps openly';
    keep({
      check: 'no secret is said',
      of: channel.type,
      state: far === null ? 'left out' : leaks.length > 0 ? 'failed' : 'passed',
      words,
    });
  } finally {
    await far?.close();
  }
}

/** A responder acts through the public API, which a simulated host does not have: what can be seen from outside is looked at. */
async function tryResponder(loaded: Loaded, responder: Responder, keep: (finding: Finding) => void): Promise<void> {
  const trial = { loaded, channel: responder as unknown as Channel, far: null };
  for (const [check, run] of [
    ['settings have words', settingsHaveWords],
    ['bad settings are refused', badSettingsAreRefused],
    ['what is chosen from is there', choicesAnswer],
  ] as const)
    keep({ check, of: responder.type, ...(await outcome(() => run(trial), trial)) });
  const given: Record<string, Json> = loaded.conformance.responders?.[responder.type] ?? {};
  const parsed = await responder.settings.safeParseAsync(given);
  const words = parsed.success
    ? 'its settings are taken'
    : `conformance.mjs has no settings that are taken: ${parsed.error.issues[0]?.message}`;
  keep({ check: 'good settings are taken', of: responder.type, state: parsed.success ? 'passed' : 'left out', words });
}

async function outcome(run: () => Promise<string>, trial: Trial): Promise<Pick<Finding, 'state' | 'words'>> {
  try {
    return { state: 'passed', words: await run() };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof LeftOut) return { state: 'left out', words };
    const said = saidBy.get(trial) ?? [];
    said.push(`error ${words}`);
    saidBy.set(trial, said);
    return { state: 'failed', words };
  }
}
