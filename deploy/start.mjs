// `npm start`: install when needed, build when needed, then run the server on the Node of the lock file.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { build, install, main, pinnedNode, root, toolEnv } from './prepare.mjs';

/** Of the C library on Linux: each thread that has ever made something would keep pools of its own, some ten MiB of an instance at rest. */
const ARENAS = '2';

/** Hands signals down and the exit code up. */
function serve(node) {
  return new Promise((resolve, reject) => {
    const { NODE_ENV, MALLOC_ARENA_MAX = ARENAS } = process.env;
    const env = toolEnv({ NODE_ENV: NODE_ENV || 'production', MALLOC_ARENA_MAX });
    const child = spawn(node, [join(root, 'server', 'dist', 'main.js'), ...process.argv.slice(2)], {
      env,
      stdio: 'inherit',
    });
    // A terminal sends Ctrl-C to every process of the foreground itself; a second one would cut the shutdown short.
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

await main(async () => {
  await install();
  const node = pinnedNode();
  await build();
  return serve(node);
});
