import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a program of the tests ended. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Runs `test/support/programs/<name>.ts` in a process of its own. */
export function runProgram(name: string, ...args: string[]): Promise<Ended> {
  const path = fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url));
  const server = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', path, ...args], { cwd: server });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
