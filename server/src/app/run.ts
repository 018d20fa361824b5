import { readConfig } from './config.js';
import type { RunningServer } from './server.js';
import { EXIT, StartError } from './start-error.js';
import { giveBackMemory } from './start-memory.js';

const SHUTDOWN_DEADLINE_MS = 20_000;

/** The life of the process: start, tell where it is, stop when asked; every end has its exit code. */
export async function runServer(): Promise<void> {
  try {
    const config = readConfig(withArguments(process.env, process.argv.slice(2)));
    // Only now: a wrong setting is told at once, without loading the whole product first.
    const { startServer } = await import('./server.js');
    const server = await startServer(config);
    const stop = (): void => {
      setTimeout(() => process.exit(1), SHUTDOWN_DEADLINE_MS).unref();
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    // Before the address is told: whoever reads it may ask to stop at once.
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    announce(server);
    giveBackMemory();
  } catch (error) {
    const known = error instanceof StartError;
    const words = known ? error.message : `The server could not start: ${(error as Error).stack ?? String(error)}`;
    process.stderr.write(`${words}\n`, () => process.exit(known ? error.exitCode : 1));
  }
}

/** `--role=web` says the same as BALIE_ROLE; anything else is a mistake. */
export function withArguments(env: NodeJS.ProcessEnv, args: readonly string[]): NodeJS.ProcessEnv {
  let role = env['BALIE_ROLE'];
  for (const arg of args) {
    const [, value] = /^--role=(.*)$/.exec(arg) ?? [];
    if (value === undefined)
      throw new StartError(EXIT.SETTING, `There is no argument ${arg}. Known is --role=web, --role=worker or --role=all.`);
    role = value;
  }
  return role === undefined ? env : { ...env, BALIE_ROLE: role };
}

function announce({ url, setupCode }: RunningServer): void {
  say(`Balie runs at ${url}`);
  if (setupCode === null) return;
  say('There is no owner yet. Open this page once to make one; the code holds until the next start:');
  say(`  ${url}/setup?code=${setupCode}`);
  say(`  Set-up code: ${setupCode}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
