import type { Readable } from 'node:stream';

const BYTES_PER_SECOND = 64 * 1024;
const MAX_LINE = 2000;

/**
 * The lines that a process writes, at most so many bytes a second: beyond that the stream is left alone until the second is over,
 * so a process that floods its output waits for itself.
 */
export function throttledLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  let taken = 0;
  let timer: NodeJS.Timeout | null = null;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    taken += chunk.length;
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const line of lines) if (line.trim()) onLine(line.slice(0, MAX_LINE));
    timer ??= setTimeout(() => {
      timer = null;
      taken = 0;
      stream.resume();
    }, 1000).unref();
    if (taken > BYTES_PER_SECOND) stream.pause();
  });
  stream.on('error', () => undefined);
  stream.on('end', () => {
    if (rest.trim()) onLine(rest);
  });
}
