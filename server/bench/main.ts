// npm run bench -- NAME [OPTIONS]: figures, mostly as ratios to what the machine can do at most, measured in the same run.
import { ChatBench, chatCeiling, fanOutCeiling } from './chat.js';
import { ContactsBench } from './contacts.js';
import { ceiling, IntakeBench, type Rate } from './intake.js';
import { ListsBench } from './lists.js';
import type { Dialect } from './stack.js';
import { soak } from './soak.js';
import { runSuite } from './suite.js';

const ROUNDS = 20;
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

/** The memory that one large mail takes while it comes in, after enough small ones for the processes to have their usual size. */
async function large(dialects: Dialect[], mb: number, rounds: number): Promise<void> {
  for (const dialect of dialects) {
    const bench = await IntakeBench.open(dialect);
    try {
      await bench.take(500, 'warm');
      for (let round = 0; round < rounds; round++) {
        const { before, peak } = await bench.takeLarge(mb * 1_000_000, `r${round}`);
        print(`${dialect}, a mail of ${mb} MB`, { 'MiB before': before, 'MiB at most': peak, 'MiB more': peak - before });
      }
    } finally {
      await bench.close();
    }
  }
}

/** A benchmark of screens on a server that holds so many of something. */
interface Sized {
  what: string;
  open(dialect: Dialect, size: number): Promise<{ measure(): Promise<Record<string, number>>; close(): Promise<void> }>;
}

async function screens({ what, open }: Sized, dialects: Dialect[], sizes: number[]): Promise<void> {
  for (const dialect of dialects) {
    let smallest: Record<string, number> | null = null;
    for (const size of sizes) {
      const bench = await open(dialect, size);
      try {
        const times = await bench.measure();
        const least = (smallest ??= times);
        print(`${dialect}, ${size} ${what}`, times);
        print(
          'ratio to the smallest',
          Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms / (least[name] ?? NaN)])),
        );
      } finally {
        await bench.close();
      }
    }
  }
}

const LISTS: Sized = { what: 'conversations', open: (dialect, size) => ListsBench.open(dialect, size) };
const CONTACTS: Sized = { what: 'contacts', open: (dialect, size) => ContactsBench.open(dialect, size) };

/** In turns with the ceilings, of which each figure is a ratio. */
async function chat(dialects: Dialect[], sizes: number[], messages: number, only: string[]): Promise<void> {
  for (const dialect of dialects) {
    const bench = await ChatBench.open(dialect);
    try {
      await bench.toAgent(1, 150);
      for (const visitors of only.includes('trip') ? [1, 20] : []) {
        const most = await chatCeiling(visitors, messages);
        const ours = await bench.toAgent(visitors, messages);
        print(`${dialect}, ${visitors} visitors`, {
          'p50 ms': ours.p50,
          'p99 ms': ours.p99,
          'ceiling p50': most.p50,
          'ceiling p99': most.p99,
          'ratio p50': ours.p50 / most.p50,
          'ratio p99': ours.p99 / most.p99,
          'CPU ms': ours.cpuMs,
          'ceiling CPU': most.cpuMs,
        });
      }
      if (only.includes('trip')) print(`${dialect}, answers`, { ...(await bench.toVisitor(100)) });
      for (const size of sizes) {
        for (const what of ['away', 'toAgents'] as const) {
          if (!only.includes(what)) continue;
          const most = await fanOutCeiling(size, ROUNDS);
          const ours = await bench[what](size, ROUNDS);
          print(`${dialect}, ${what} ${size}`, {
            'p50 ms': ours.p50,
            'p95 ms': ours.p95,
            'ceiling p50': most.p50,
            'ratio p50': ours.p50 / most.p50,
            'answer ms': ours.answer,
            'CPU ms': ours.cpuMs,
            'KiB each': ours.kiB,
          });
        }
      }
    } finally {
      await bench.close();
    }
  }
}

const given = process.argv.slice(2);
const [name, ...options] = given[0] === undefined || given[0].startsWith('--') ? ['all', ...given] : given;
const option = (key: string, otherwise: string): string => {
  const at = options.indexOf(`--${key}`);
  return at < 0 ? otherwise : (options[at + 1] ?? otherwise);
};
const dialects = option('database', 'sqlite,postgres').split(',') as Dialect[];
const sizes = (key: string, otherwise: string): number[] => option(key, otherwise).split(',').map(Number);
if (name === 'all')
  await runSuite(dialects, options.includes('--full'), options.includes('--only') ? option('only', '').split(',') : null);
else if (name === 'lists') await screens(LISTS, dialects, sizes('conversations', '10000,100000'));
else if (name === 'contacts') await screens(CONTACTS, dialects, sizes('contacts', '10000,100000'));
else if (name === 'intake') await intake(dialects, Number(option('mails', '2000')), Number(option('rounds', '3')));
else if (name === 'large') await large(dialects, Number(option('mb', '50')), Number(option('rounds', '3')));
else if (name === 'chat')
  await chat(
    dialects,
    sizes('sizes', '10,1000,5000'),
    Number(option('messages', '600')),
    option('only', 'trip,away,toAgents').split(','),
  );
else if (name === 'soak')
  for (const dialect of dialects)
    await soak(dialect, {
      minutes: Number(option('minutes', '30')),
      agents: Number(option('agents', '100')),
      visitors: Number(option('visitors', '2000')),
    });
else
  throw new Error(
    'Which benchmark? npm run bench for all of them, or npm run bench -- chat, contacts, intake, large, lists or soak',
  );
process.exit(0);
