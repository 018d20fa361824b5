import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OWNER } from '../server/server.js';

const guide = readFileSync(fileURLToPath(new URL('../../docs/graphql.md', import.meta.url)), 'utf8');
const programs = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** The program of the guide in which something stands. */
export const programWith = (words: string): string => programs.find((program) => program.includes(words)) ?? '';

/** Runs a program of the guide to its end, at an address of the test; answers what it printed. */
export function runProgram(program: string, o: { url: string; token?: string; given?: string[] }): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-', ...(o.given ?? [])], {
    env: { PATH: process.env['PATH'], BALIE_TOKEN: o.token ?? '', BALIE_PASSWORD: OWNER.password },
  });
  child.stdin.end(program.replace('https://desk.example.com', o.url));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', () => resolve(output)));
}
