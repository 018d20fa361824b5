import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Has the kernel answer some calls of a running process, of all its threads and of the processes that it starts, as `inject` of strace says:
 * `error=EIO:when=1`, `signal=KILL:when=7`, `delay_exit=50000` (microseconds). Resolves when it is in force; `detach` ends it.
 */
export async function inject(pid: number, calls: string, how: string): Promise<{ detach(): Promise<void> }> {
  const args = ['-f', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:${how}`, '-p', String(pid)];
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`strace ended: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('attached')) resolve();
    });
  });
  return {
    detach: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}
