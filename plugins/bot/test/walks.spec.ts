import { expect, it } from '@jest/globals';
import { compile, flawsOf, walk } from '../src/program.js';
import { LostWord } from '../src/engine.js';
import type { Step } from '../src/steps.js';
import { MadeWorld, settingsWith, stepsOf } from './made-flow.js';

/** Numbers that are the same on each run. */
function seeded(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Any steps, right or wrong. */
function anySteps(random: (below: number) => number, depth = 0): unknown[] {
  const name = () => ['a', 'b', 'c', 'd', 'e', 'f'][random(6)]!;
  const one = (): unknown => {
    switch (random(depth > 1 ? 9 : 11)) {
      case 0:
      case 1:
        return { type: 'message', text: `m${random(100)} {{a}}` };
      case 2:
        return { type: 'question', name: name(), text: 'q?', answer: (['text', 'number', 'email'] as const)[random(3)] };
      case 3:
        return { type: 'question', name: name(), text: 'q?', answer: 'choice', options: ['Yes', 'No'] };
      case 4:
        return { type: 'pause', minutes: 1 };
      case 5:
        return { type: 'webhook', name: name(), url: 'https://x.example/', onFailure: random(2) ? 'continue' : 'handover' };
      case 6:
        return random(3) ? { type: 'set', property: 'name', value: '{{b}}x' } : { type: 'ticket', title: 't {{a}}' };
      case 7:
        return random(3) ? { type: 'goto', step: name() } : { type: 'close' };
      case 8:
        return random(3) ? { type: 'action', name: name(), action: 'i a' } : { type: 'handover' };
      default:
        return {
          type: 'branch',
          ...(random(2) ? { on: 'available' } : { on: 'answer', question: name(), value: ['yes', '3'][random(2)] }),
          then: anySteps(random, depth + 1),
          otherwise: anySteps(random, depth + 1),
        };
    }
  };
  return Array.from({ length: 1 + random(depth === 0 ? 6 : 4) }, one);
}

/** A flow that may be kept, made of one that may not: what is wrong becomes something to say. */
function mended(steps: Step[]): Step[] {
  for (let tries = 0; tries < 200; tries++) {
    const flaw = flawsOf(steps)[0];
    if (!flaw) return steps;
    const path = flaw.path.filter(
      (part, index) => typeof part === 'number' || (['then', 'otherwise'].includes(part) && index % 2 === 1),
    );
    let list = steps;
    for (let at = 0; at + 2 < path.length; at += 2) {
      const branch = list[path[at] as number] as unknown as Record<string, Step[]>;
      list = branch[path[at + 1] as string]!;
    }
    const index = path.at(-1) as number;
    if (flaw.message.startsWith('Nothing leads')) list.splice(index, 1);
    else list[index] = { type: 'message', text: `mended ${tries}` };
  }
  throw new Error('can not be mended');
}

const SAYINGS = ['yes', 'No', '3', 'a@b.example', 'what?', '2', 'x'];

/** Talks to a flow until it ends; `crash` makes the process die now and then. */
async function talk(seed: number, crash: boolean): Promise<{ world: MadeWorld; ended: boolean }> {
  const random = seeded(seed);
  const settings = settingsWith([{ type: 'message', text: 'x' }]);
  settings.steps = mended(stepsOf(anySteps(random)));
  const world = new MadeWorld();
  const deaths = seeded(seed + 1000);
  const through = async (work: () => Promise<void>): Promise<void> => {
    for (let tries = 0; ; tries++) {
      world.dies = crash && tries < 25 ? deaths(7) : Infinity;
      try {
        return await work();
      } catch (error) {
        if (error instanceof LostWord) return;
        if ((error as Error).message !== 'dead') throw error;
      }
    }
  };
  const over = () => world.lost || world.kept?.run.ended != null;
  await through(() => (world.kept ? world.walk(settings).go() : world.walk(settings).begin()));
  for (let turn = 2; turn < 60 && !over(); turn++) {
    const text = SAYINGS[random(SAYINGS.length)]!;
    const event = `evt_${turn}`;
    if (world.kept!.run.waits?.for === 'time') world.clock += 3_600_000;
    await through(async () => {
      const { run } = world.kept!;
      const current = world.walk(settings);
      if (run.waits?.for === 'time') return current.time();
      if (run.heard.includes(event)) return run.waits || run.ended ? undefined : current.go();
      return run.waits ? current.answer(event, text) : current.go();
    });
  }
  return { world, ended: over() };
}

it('leads every kept flow somewhere: it waits or ends, and what ends it ends it once', async () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { world, ended } = await talk(seed, false);
    expect(ended || world.kept?.run.waits !== null).toBe(true);
    expect(world.handed.length + Number(world.closed)).toBeLessThanOrEqual(1);
    if (ended) expect(world.handed.length + Number(world.closed)).toBe(1);
  }
});

it('says and does the same with a process that dies at any moment, each thing once (R: restart in mid-flow)', async () => {
  let compared = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const calm = await talk(seed, false);
    const rough = await talk(seed, true);
    // An action that was cut off is handed to people: there both part.
    const acts =
      calm.world.called.some((call) => call.startsWith('action')) || rough.world.called.some((call) => call.startsWith('action'));
    const keys = [...rough.world.done.keys()];
    expect(new Set(keys).size).toBe(keys.length);
    expect(rough.world.called.filter((call) => call.startsWith('action')).length).toBeLessThanOrEqual(
      calm.world.called.filter((call) => call.startsWith('action')).length,
    );
    if (acts) continue;
    compared++;
    // A crash right after a miss is counted may swallow the second asking; nothing is ever said twice.
    const without = (said: string[]) => said.filter((text) => !text.startsWith('Sorry?'));
    expect(without(rough.world.said)).toEqual(without(calm.world.said));
    expect(rough.world.said.length).toBeLessThanOrEqual(calm.world.said.length);
    expect(rough.world.called).toEqual(calm.world.called);
    expect(rough.world.handed.map(({ note }) => note)).toEqual(calm.world.handed.map(({ note }) => note));
    expect(rough.world.closed).toBe(calm.world.closed);
  }
  expect(compared).toBeGreaterThan(100);
});

it('knows where every step goes on', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const steps = mended(stepsOf(anySteps(seeded(seed))));
    const { nodes, start } = compile(steps);
    expect(nodes.size).toBe([...walk(steps)].length);
    expect(start).toBe('0');
    for (const { next, then, otherwise } of nodes.values())
      for (const id of [next, then, otherwise]) expect(id == null || nodes.has(id)).toBe(true);
  }
});
