// npm run faults -- [F7 …] [--database sqlite,postgres] [--times 10] [--minutes 30] [--seed N]: strikes the server with faults of reliability 1.3 while
// mails come in and replies go out, lets it heal, and compares what everybody was told with what is there. Needs root, strace, libfaketime,
// redis-server and the programs of PostgreSQL; by hand, before a release, and its lines belong in server/docs/faults.md.
import { parseArgs } from 'node:util';
import type { Dialect } from '../../../src/kernel/uow.js';
import { freshPostgresUrl } from '../../support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../../support/redis.js';
import path from 'node:path';
import type { Verdict } from '../checker.js';
import { Random, seedOfRun } from '../random.js';
import { heal } from '../run.js';
import { freePort, ServerProcess } from '../server-process.js';
import { Traffic } from '../traffic.js';
import { openWorld } from '../world.js';
import { diskFaults } from './disk-faults.js';
import { crowdFaults } from './crowd-faults.js';
import { BOTH, type Arranged, type Fault } from './fault.js';
import { peerFaults } from './peer-faults.js';
import { processFaults } from './process-faults.js';
import { soakFaults } from './soak-faults.js';

const FAULTS = [...processFaults, ...diskFaults, ...peerFaults, ...crowdFaults, ...soakFaults].toSorted(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
);

interface Wish {
  dialect: Dialect;
  seed: number;
  times: number;
  minutes: number;
}

async function run(fault: Fault, wish: Wish): Promise<Verdict> {
  const arranged = await fault.arrange(wish.dialect);
  const database = wish.dialect === 'postgres' && !arranged.databaseUrl ? await freshPostgresUrl() : null;
  const { prefix, forget } = freshRedisPrefix();
  try {
    return await strike(arranged, wish, { url: arranged.databaseUrl ?? database?.url, prefix });
  } finally {
    await arranged.close?.();
    await database?.remove();
    if (wish.dialect === 'postgres') await forget();
  }
}

async function strike(arranged: Arranged, wish: Wish, { url, prefix }: { url?: string; prefix: string }): Promise<Verdict> {
  const random = new Random(wish.seed);
  let dataDir = '';
  const make = async (folder: string): Promise<ServerProcess> => {
    dataDir = arranged.dataDir ?? path.join(folder, 'data');
    const shared: Record<string, string> =
      url === undefined ? {} : { DATABASE_URL: url, REDIS_URL: TEST_REDIS_URL, BALIE_REDIS_PREFIX: prefix };
    return new ServerProcess(await freePort(), 'dist', { BALIE_DATA_DIR: dataDir, ...shared, ...arranged.env });
  };
  const world = await openWorld(random, { make, dropShare: 0.05 });
  const seen: string[] = [];
  try {
    const traffic = new Traffic(world, random, arranged.slower);
    await traffic.acknowledged(3);
    const { dialect, times, minutes } = wish;
    const databaseUrl = url ?? path.join(dataDir, 'balie.db');
    const note = (words: string): void => void seen.push(words);
    await arranged.strike({ world, traffic, random, dialect, databaseUrl, times, minutes, note });
    await traffic.acknowledged(3);
    const verdict = await heal(world, traffic, {});
    return { ...verdict, line: [verdict.line, ...seen].join('; ') };
  } finally {
    await world.stop();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string' },
    times: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string' },
  },
});
const unknown = positionals.find((id) => !FAULTS.some((fault) => fault.id === id));
if (unknown !== undefined) throw new Error(`There is no ${unknown}. There are: ${FAULTS.map(({ id }) => id).join(', ')}.`);
const dialects = values.database === undefined ? BOTH : (values.database.split(',') as Dialect[]);
const seed = values.seed === undefined ? seedOfRun() : Number(values.seed);
let bad = 0;
for (const fault of FAULTS.filter(({ id }) => positionals.length === 0 || positionals.includes(id)))
  for (const dialect of fault.on.filter((one) => dialects.includes(one))) {
    const wish = { dialect, seed, times: Number(values.times), minutes: Number(values.minutes) };
    const verdict = await run(fault, wish).catch((error: unknown) => ({
      line: 'broken off',
      wrong: [error instanceof Error ? error.message : String(error)],
    }));
    console.log(
      `${verdict.wrong.length > 0 ? 'FAIL' : 'ok  '} ${fault.id.padEnd(3)} ${dialect.padEnd(8)} seed=${seed} ${verdict.line}`,
    );
    for (const words of verdict.wrong.slice(0, 10)) console.log(`       ${words}`);
    if (verdict.wrong.length > 0) bad += 1;
  }
process.exitCode = bad > 0 ? 1 : 0;
