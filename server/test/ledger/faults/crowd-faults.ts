import { until } from '../../support/until.js';
import { Client, readChanges } from '../client.js';
import { Follower } from '../follower.js';
import { BOTH, type Fault, type Running } from './fault.js';

/** A hundred sockets; one session may have twenty. */
const SESSIONS = 10;
const SOCKETS = 10;
const BACK_MS = 120_000;

/** Faults that come of how many there are. */
export const crowdFaults: readonly Fault[] = [
  {
    id: 'F23',
    title: 'everybody comes back at once',
    on: BOTH,
    arrange: async () => ({ slower: 10, strike }),
  },
];

async function strike(running: Running): Promise<void> {
  const { world, traffic, times, note } = running;
  const since = await newestOf(world.client, 0);
  const crowd: Follower[] = [];
  try {
    await gather(running, crowd, since);
    let longest = 0;
    let newest = since;
    for (let drop = 0; drop < Math.min(times, 5); drop++) {
      await world.server.kill();
      await world.server.start();
      const begun = performance.now();
      await traffic.acknowledged(1);
      newest = await newestOf(world.client, newest);
      await allHave(crowd, newest);
      longest = Math.max(longest, performance.now() - begun);
    }
    const changes = await readChanges(world.client, String(since));
    await allHave(crowd, changes.at(-1) ?? since);
    const wrong = crowd.filter(({ cursors }) => cursors.slice(0, changes.length).join() !== changes.join()).length;
    if (wrong > 0) throw new Error(`${wrong} of ${crowd.length} did not hear of each change once, in its order.`);
    note(`${crowd.length} sockets had all changes again at most ${Math.round(longest)} ms after the start`);
  } finally {
    await Promise.all(crowd.map((follower) => follower.stop()));
  }
}

/** Opens the sockets of all of them; each has what there is when it has ended. */
async function gather({ world }: Running, crowd: Follower[], since: number): Promise<void> {
  for (let session = 0; session < SESSIONS; session++) {
    const client = new Client(world.server.url);
    await client.signIn();
    const headers = { cookie: client.cookie, origin: world.server.url };
    for (let socket = 0; socket < SOCKETS; socket++) crowd.push(new Follower(world.server.url, headers, since));
  }
  await allHave(crowd, await newestOf(world.client, since));
}

/** What is the newest change now. */
async function newestOf(client: Client, since: number): Promise<number> {
  return (await readChanges(client, String(since))).at(-1) ?? since;
}

/** Waits until all of them have this change. */
async function allHave(crowd: readonly Follower[], cursor: number): Promise<void> {
  const late = (): Follower[] => crowd.filter(({ last }) => last < cursor);
  await until(() => late().length === 0, { what: 'the newest change at each socket', deadlineMs: BACK_MS }).catch((error) => {
    throw new Error(`${late().length} of ${crowd.length} are not back: ${late()[0]?.refused ?? String(error)}`);
  });
}
