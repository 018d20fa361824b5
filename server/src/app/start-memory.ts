import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then the pages of those who waited for the start are answered. */
const AFTER_START_MS = 5_000;

/**
 * Returns what loading the product needed and serving it does not: V8 keeps some 50 MiB of it for as long as there is nothing
 * to do, which on a small machine is somebody else's. One collection soon after the start; on a busy
 * machine it was seen to take up to half a second.
 */
export function giveBackMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
    collect();
  }, AFTER_START_MS).unref();
}
