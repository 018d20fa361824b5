// `npm run admin`: what the host does at the terminal, on the Node of the lock file and the build that is there.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, main, pinnedNode, root, toolEnv } from './prepare.mjs';

await main(async () => {
  await install();
  const node = pinnedNode();
  await build();
  const args = ['--enable-source-maps', join(root, 'server', 'dist', 'admin.js'), ...process.argv.slice(2)];
  const child = spawn(node, args, { env: toolEnv({ NODE_ENV: 'production' }), stdio: 'inherit' });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code ?? 1)));
});
