import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Asked } from './screens.js';

const LIST = `query List($inbox: Int!, $first: Int!) {
  list(inbox: $inbox, first: $first) { id subject preview lastAt assigneeId messages unread customer { id name email } } }`;

/** The least that this stack does for a list: `ceilings/list.ts`. */
export class Skeleton {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async open(folder: string, rows: number): Promise<Skeleton> {
    const program = fileURLToPath(new URL('ceilings/list.ts', import.meta.url));
    const child = fork(program, [folder, String(rows)], { execArgv: process.execArgv });
    const [port] = (await once(child, 'message')) as [number];
    return new Skeleton(child, `http://127.0.0.1:${port}`);
  }

  list(inbox: number): Asked {
    return { document: LIST, variables: { inbox, first: 50 }, url: this.url };
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  close(): void {
    this.child.kill();
  }
}
