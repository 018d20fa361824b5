// npm run bench -- NAME [OPTIONS]: figures, mostly as ratios to what the machine can do at most, measured in the same run.
import { ceiling, IntakeBench, type Rate } from './intake.js';
import { ListsBench, type Times } from './lists.js';
import type { Dialect } from './stack.js';

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const middle = (rates: readonly Rate[]): Rate => ({
  perSecond: median(rates.map((rate) => rate.perSecond)),
  cpuMs: median(rates.map((rate) => rate.cpuMs)),
});

function print(what: string, figures: Record<string, number | string>): void {
  const words = Object.entries(figures).map(([name, value]) => `${name} ${typeof value === 'number' ? value.toFixed(2) : value}`);
  console.log(`${what.padEnd(28)} ${words.join('   ')}`);
}

async function intake(dialects: Dialect[], count: number, rounds: number): Promise<void> {
  for (const dialect of dialects) {
    const bench = await IntakeBench.open(dialect);
    const ours: Rate[] = [];
    const most: Rate[] = [];
    let peak = 0;
    try {
      await bench.take(Math.min(count, 500), 'warm');
      for (let round = 0; round < rounds; round++) {
        most.push(await ceiling());
        const taken = await bench.take(count, `r${round}`);
        peak = Math.max(peak, taken.peakMiB);
        ours.push(taken);
        print(`${dialect}, round ${round + 1}`, {
          'mails/s': taken.perSecond,
          'CPU ms': taken.cpuMs,
          'peak MiB': taken.peakMiB,
          each: taken.cpuMsEach.map((ms) => (ms / count).toFixed(2)).join(' '),
        });
      }
    } finally {
      await bench.close();
    }
    const [mine, best] = [middle(ours), middle(most)];
    print('ceiling', { 'mails/s': best.perSecond, 'CPU ms': best.cpuMs });
    print(`intake on ${dialect}`, { 'mails/s': mine.perSecond, 'CPU ms': mine.cpuMs, 'peak MiB': peak });
    print('ratio to the ceiling', { 'mails/s': mine.perSecond / best.perSecond, CPU: mine.cpuMs / best.cpuMs });
  }
}

async function lists(dialects: Dialect[], sizes: number[]): Promise<void> {
  for (const dialect of dialects) {
    let smallest: Times | null = null;
    for (const size of sizes) {
      const bench = await ListsBench.open(dialect, size);
      try {
        const times = await bench.measure();
        smallest ??= times;
        print(`${dialect}, ${size} conversations`, { ...times });
        const ratio = (name: keyof Times): number => times[name] / (smallest?.[name] ?? NaN);
        const names = Object.keys(times) as (keyof Times)[];
        print('ratio to the smallest', Object.fromEntries(names.map((name) => [name, ratio(name)])));
      } finally {
        await bench.stack.close();
      }
    }
  }
}

const [name, ...options] = process.argv.slice(2);
const option = (key: string, otherwise: string): string => {
  const at = options.indexOf(`--${key}`);
  return at < 0 ? otherwise : (options[at + 1] ?? otherwise);
};
const dialects = option('database', 'sqlite,postgres').split(',') as Dialect[];
if (name === 'lists') await lists(dialects, option('conversations', '10000,100000').split(',').map(Number));
else if (name === 'intake') await intake(dialects, Number(option('mails', '2000')), Number(option('rounds', '3')));
else throw new Error('Which benchmark? npm run bench -- intake, or lists');
process.exit(0);
