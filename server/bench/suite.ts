// npm run bench: what matters of all benchmarks in one table, on both databases, each figure next to its ceiling of the same run and to its
// goal; the last table stays in the docs. Minutes by default; --full takes the large sizes.
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ChatBench, fanOutCeiling } from './chat.js';
import { ceiling, IntakeBench } from './intake.js';
import { ListsBench } from './lists.js';
import { ReplyBench, replyCeiling } from './reply.js';
import type { Dialect } from './stack.js';
import { restingMiB, startTimes } from './start.js';

const KEPT = fileURLToPath(new URL('../../deploy/docs/benchmarks.md', import.meta.url));

/** A line of the table; `most`: the ceiling, of which the ratio is told. */
interface Figure {
  what: string;
  ours: number;
  unit: string;
  most?: number;
  goal: string;
}
interface Sizes {
  starts: number;
  mails: number;
  conversations: number;
  replies: number;
  sockets: number[];
  rounds: number;
}
const QUICK: Sizes = { starts: 3, mails: 500, conversations: 10_000, replies: 100, sockets: [1_000], rounds: 10 };
const FULL: Sizes = { starts: 9, mails: 2_000, conversations: 1_000_000, replies: 500, sockets: [1_000, 5_000], rounds: 20 };

type Part = (dialect: Dialect, sizes: Sizes) => Promise<Figure[]>;

const start: Part = async (dialect, { starts }) => {
  const { ours, skeleton } = await startTimes(dialect, starts);
  return [{ what: 'start to the first list', ours, unit: 'ms', most: skeleton, goal: '≤ 1.5 × the skeleton (B7)' }];
};
const memory: Part = async (dialect) => {
  const { none, six } = await restingMiB(dialect);
  return [
    { what: 'memory at rest, no plugin', ours: none, unit: 'MiB', goal: '≤ 160 MiB (B7)' },
    { what: 'memory at rest, six plugins', ours: six, unit: 'MiB', goal: '≤ 250 MiB (B7)' },
  ];
};
const intake: Part = async (dialect, { mails }) => {
  const bench = await IntakeBench.open(dialect);
  try {
    await bench.take(Math.min(mails, 500), 'warm');
    const most = await ceiling();
    const { perSecond, cpuMs, peakMiB } = await bench.take(mails, 'run');
    return [
      { what: 'intake', ours: perSecond, unit: 'mails/s', most: most.perSecond, goal: '≥ 0.5 (B2)' },
      { what: 'intake, CPU a mail', ours: cpuMs, unit: 'ms', most: most.cpuMs, goal: '≤ 2.4 ms (B1)' },
      { what: 'intake, memory at most', ours: peakMiB, unit: 'MiB', goal: '' },
    ];
  } finally {
    await bench.close();
  }
};
const lists: Part = async (dialect, { conversations }) => {
  const bench = await ListsBench.open(dialect, conversations);
  try {
    const times = await bench.measure();
    const of = conversations.toLocaleString('en');
    const ms = { unit: 'ms of CPU' };
    return [
      { what: `list of 50 of ${of}`, ours: times['list CPU'], ...ms, most: times['skeleton CPU'], goal: '≤ 1.5 (B4)' },
      {
        what: 'lists at once',
        ours: times['lists a second'],
        unit: '/s',
        most: times['skeletons a second'],
        goal: '≥ 0.7 (B11)',
      },
      { what: 'all counts', ours: times['counts CPU'], ...ms, goal: 'the same at any size (B5)' },
      { what: 'a conversation', ours: times['open CPU'], ...ms, goal: 'the same at any size (B4)' },
      { what: 'search', ours: times['search CPU'], ...ms, goal: '≤ 20 ms (B8)' },
    ];
  } finally {
    await bench.close();
  }
};
const reply: Part = async (dialect, { replies }) => {
  const bench = await ReplyBench.open(dialect);
  try {
    await bench.measure(20);
    const most = await replyCeiling(replies);
    const ours = await bench.measure(replies);
    return [
      { what: 'reply, durable, p50', ours: ours.ackedP50, unit: 'ms', most: most.ackedP50, goal: '≤ ¼ of FreeScout (B6)' },
      { what: 'reply, at the mail server, p50', ours: ours.sentP50, unit: 'ms', most: most.sentP50, goal: '≤ 60 ms (B6)' },
      { what: 'reply, CPU', ours: ours.cpuMs, unit: 'ms', most: most.cpuMs, goal: '≤ 1/30 of RT (B6)' },
    ];
  } finally {
    await bench.close();
  }
};
const fanOut: Part = async (dialect, { sockets, rounds }) => {
  const bench = await ChatBench.open(dialect);
  const figures: Figure[] = [];
  try {
    const few = await bench.toAgents(10, rounds);
    for (const size of sockets) {
      const most = await fanOutCeiling(size, rounds);
      const ours = await bench.toAgents(size, rounds);
      const of = size.toLocaleString('en');
      figures.push(
        { what: `fan-out to ${of}, p50`, ours: ours.p50, unit: 'ms', most: most.p50, goal: '≤ 1.6 (B9)' },
        { what: `the answer meanwhile, against 10`, ours: ours.answer, unit: 'ms', most: few.answer, goal: '≤ 1.3 (B9)' },
        { what: `a socket of ${of}`, ours: ours.kiB, unit: 'KiB', goal: '≤ 20 KiB (B12)' },
      );
    }
    return figures;
  } finally {
    await bench.close();
  }
};
const PARTS = { start, memory, intake, lists, reply, fanOut };

/** Runs all of it, prints the table, and keeps it in the docs; with `only`, some parts, which are printed and not kept. */
export async function runSuite(dialects: readonly Dialect[], full: boolean, only: readonly string[] | null): Promise<void> {
  const began = performance.now();
  const load = loadavg()[0] ?? 0;
  const rows: Row[] = [];
  const parts = Object.entries(PARTS).filter(([name]) => only === null || only.includes(name));
  for (const [name, part] of parts)
    for (const dialect of dialects) rows.push(...(await ran(name, part, dialect, full ? FULL : QUICK)));
  const minutes = Math.round((performance.now() - began) / 60_000);
  const table = tableOf(rows, dialects);
  console.log(table);
  if (only) return;
  const processor = cpus();
  const machine = `${processor.length} × ${processor[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  const others = `load ${load.toFixed(1)} at the start, ${(loadavg()[0] ?? 0).toFixed(1)} at the end`;
  const text = `${HEAD}${day}, ${machine}; ${others}; \`npm run bench${full ? ' -- --full' : ''}\`, ${minutes} minutes.\n\n${table}\n`;
  await writeFile(KEPT, await format(text, { ...(await resolveConfig(KEPT)), parser: 'markdown' }));
  console.log(`\nKept in deploy/docs/benchmarks.md.`);
}

const HEAD = `# Benchmarks

The last run of \`npm run bench\`, which writes this page; [\`server/bench\`](../../server/bench/README.md) has the parts by themselves and what was seen earlier. Ratios are to what the same machine does at most, measured in the same run. Where the load is far above the number of processors, milliseconds say nothing and ratios little: the ceilings are one process, a server is several.

`;

interface Row {
  what: string;
  goal: string;
  dialect: Dialect;
  words: string;
}

async function ran(name: string, part: Part, dialect: Dialect, sizes: Sizes): Promise<Row[]> {
  console.log(`${name} on ${dialect} …`);
  try {
    return (await part(dialect, sizes)).map(({ what, goal, ours, unit, most }): Row => {
      const ratio = most === undefined ? '' : ` (ceiling ${short(most)}, ratio ${(ours / most).toFixed(2)})`;
      const words = `${short(ours)} ${unit}${ratio}`;
      console.log(`  ${what}: ${words}`);
      return { what, goal, dialect, words };
    });
  } catch (error) {
    // The others are worth a table all the same.
    const words = `failed: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? ''}`;
    console.log(`  ${words}`);
    return [{ what: name, goal: '', dialect, words }];
  }
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

function tableOf(rows: readonly Row[], dialects: readonly Dialect[]): string {
  const names = [...new Set(rows.map(({ what }) => what))];
  const lines = names.map((what) => {
    const cells = dialects.map((dialect) => rows.find((row) => row.what === what && row.dialect === dialect)?.words ?? '');
    return `| ${[what, ...cells, rows.find((row) => row.what === what)?.goal ?? ''].join(' | ')} |`;
  });
  const titles = ['', ...dialects.map((dialect) => ({ sqlite: 'SQLite', postgres: 'PostgreSQL' })[dialect]), 'goal'];
  return [`| ${titles.join(' | ')} |`, `| ${titles.map(() => '---').join(' | ')} |`, ...lines].join('\n');
}
