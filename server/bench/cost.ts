import { readdirSync, readFileSync } from 'node:fs';

/** One tick of the CPU times in /proc, on every Linux that Node runs on. */
const TICK_MS = 10;

/** What a set of processes has used. */
export interface Cost {
  cpuMs: number;
  /** The same by process, the first of them first. */
  cpuMsEach: number[];
  /** The highest sum of their proportional set sizes: memory that is shared counts once. */
  peakMiB: number;
  lastMiB: number;
}

/** Watches the CPU time and the memory of processes that come and go; what a process used before it ended counts. */
export class CostMeter {
  private readonly used = new Map<number, { first: number; last: number }>();
  private readonly timer: NodeJS.Timeout;
  private peakMiB = 0;
  /** At the last look. */
  lastMiB = 0;

  /** `pids` is asked again at each look. Those that are there at the first look are counted from now on, the others from their start. */
  private constructor(
    private readonly pids: () => Promise<number[]> | number[],
    everyMs: number,
  ) {
    this.timer = setInterval(() => void this.look(), everyMs);
  }

  static async start(pids: () => Promise<number[]> | number[], everyMs = 500): Promise<CostMeter> {
    const meter = new CostMeter(pids, everyMs);
    for (const pid of await pids()) {
      const now = cpuOf(pid);
      if (now !== null) meter.used.set(pid, { first: now, last: now });
    }
    await meter.look();
    return meter;
  }

  async look(): Promise<void> {
    let kib = 0;
    for (const pid of await this.pids()) {
      const now = cpuOf(pid);
      if (now === null) continue;
      this.used.set(pid, { first: this.used.get(pid)?.first ?? 0, last: now });
      kib += pssOf(pid);
    }
    this.lastMiB = kib / 1024;
    this.peakMiB = Math.max(this.peakMiB, this.lastMiB);
  }

  async stop(): Promise<Cost> {
    clearInterval(this.timer);
    await this.look();
    const cpuMsEach = [...this.used.values()].map(({ first, last }) => last - first);
    const cpuMs = cpuMsEach.reduce((sum, each) => sum + each, 0);
    return { cpuMs, cpuMsEach, peakMiB: this.peakMiB, lastMiB: this.lastMiB };
  }
}

/** A process and all that it has started, directly or not. */
export function familyOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const fields = Number.isInteger(pid) ? statOf(pid) : null;
    if (fields) children.set(Number(fields[1]), [...(children.get(Number(fields[1])) ?? []), pid]);
  }
  const family = [root];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
}

/** The CPU time in milliseconds that such processes have used so far. */
export function cpuOfAll(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (cpuOf(pid) ?? 0), 0);
}

function cpuOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : null;
}

/** The fields of /proc/PID/stat after the name, which may hold anything. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended.
    return null;
  }
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
