// What screens cost: each is all the requests that the app sends for it, one after the other.
import { Client } from '../test/ledger/client.js';

const WARM = 10;
const ROUNDS = 60;
/** So often in a row, that the CPU's ticks count; a new session for each turn, as one may spend only so much in a minute. */
const TURN = 10;
const SECONDS_AT_ONCE = 4;

export type Variables = Record<string, unknown>;
/** One request of the app. */
export interface Asked {
  document: string;
  variables: Variables;
  /** Of another server than the one that is measured. */
  url?: string;
}
/** The requests of each screen; the round says which row, inbox or word it is this time. */
export type Screens<Name extends string> = Record<Name, (round: number) => Asked[]>;

/**
 * The middle time of each screen in milliseconds, of many rounds in which the screens take turns, and the CPU time that its server used:
 * the steadier figure where a machine has other things to do.
 */
export async function middleCosts<Name extends string>(
  client: Client,
  screens: Screens<Name>,
  cpuOf: (name: Name) => Promise<number>,
): Promise<{ ms: Record<Name, number>; cpuMs: Record<Name, number> }> {
  const costs = await timed(client, screens, cpuOf);
  return { ms: mapped(costs, ({ ms }) => middle(ms)), cpuMs: mapped(costs, ({ ms, cpuMs }) => cpuMs / ms.length) };
}

type Costs = { ms: number[]; cpuMs: number };

async function timed<Name extends string>(
  client: Client,
  screens: Screens<Name>,
  cpuOf: (name: Name) => Promise<number>,
): Promise<Record<Name, Costs>> {
  const names = Object.keys(screens) as Name[];
  const costs = Object.fromEntries(names.map((name): [string, Costs] => [name, { ms: [], cpuMs: 0 }])) as Record<Name, Costs>;
  for (let from = 0; from < WARM + ROUNDS; from += TURN) {
    await client.signIn();
    for (const name of names) {
      const before = await cpuOf(name);
      for (let round = from; round < from + TURN; round++) {
        const asked = screens[name](round);
        const started = performance.now();
        for (const one of asked) await askOne(client, one);
        if (from >= WARM) costs[name].ms.push(performance.now() - started);
      }
      if (from >= WARM) costs[name].cpuMs += (await cpuOf(name)) - before;
    }
  }
  return costs;
}

function mapped<Name extends string>(costs: Record<Name, Costs>, value: (costs: Costs) => number): Record<Name, number> {
  return Object.fromEntries(Object.entries<Costs>(costs).map(([name, one]) => [name, value(one)])) as Record<Name, number>;
}

/** How many of a screen are answered in a second, each of the clients asking for its next when it has one. */
export async function atOnce(clients: readonly Client[], screen: (round: number) => Asked[]): Promise<number> {
  const end = performance.now() + SECONDS_AT_ONCE * 1000;
  let done = 0;
  const ask = async (client: Client, first: number): Promise<void> => {
    for (let round = first; performance.now() < end; round += clients.length) {
      for (const asked of screen(round)) await askOne(client, asked);
      done++;
    }
  };
  await Promise.all(clients.map((client, first) => ask(client, first)));
  return done / SECONDS_AT_ONCE;
}

function askOne(client: Client, { document, variables, url }: Asked): Promise<unknown> {
  return (url === undefined ? client : new Client(url)).graphql(document, variables);
}

function middle(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}
