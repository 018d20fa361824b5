import type { Json } from '@balie/plugin-sdk';

type Level = 'debug' | 'info' | 'warn' | 'error';
export type Log = Record<Level, (message: string, fields?: Record<string, Json>) => void>;
/** Hands one line to the host. */
export type Emit = (level: Level, message: string, fields: Record<string, Json>) => void;

const PER_SECOND = 50;
const BURST = 200;

/** Lets a burst of lines through and then so many a second, so that a talkative plugin costs nothing; says how many it left out. */
export function limited(emit: Emit): Emit {
  let tokens = BURST;
  let dropped = 0;
  let last = performance.now();
  return (level, message, fields) => {
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - last) / 1000) * PER_SECOND);
    last = now;
    if (tokens < 1) {
      dropped++;
      return;
    }
    tokens--;
    if (dropped > 0) emit('warn', `${dropped} log lines were left out: the plugin wrote too many.`, {});
    dropped = 0;
    emit(level, message, fields);
  };
}

/** The log of one instance. */
export function logOf(emit: Emit, fixed: Record<string, Json>): Log {
  const at =
    (level: Level) =>
    (message: string, fields: Record<string, Json> = {}) =>
      emit(level, String(message), { ...fields, ...fixed });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What libraries write by `console` goes the same way. */
export function captureConsole(emit: Emit): void {
  const words = (values: unknown[]) => values.map((v) => (typeof v === 'string' ? v : inspectShort(v))).join(' ');
  const at =
    (level: Level) =>
    (...values: unknown[]) =>
      emit(level, words(values), {});
  const [debug, info, warn, error] = [at('debug'), at('info'), at('warn'), at('error')];
  Object.assign(globalThis.console, { debug, trace: debug, log: info, info, warn, error });
}

function inspectShort(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
