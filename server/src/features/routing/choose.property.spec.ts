import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choose } from './choose.js';
import type { Candidate } from './routing-decision.entity.js';

const SEED = { seed: 20_261_129, numRuns: 1_000 };
type Strategy = Parameters<typeof choose>[0]['strategy'];
const skipped = fc.constantFrom<Candidate['skipped']>(null, null, 'AWAY', 'FULL');
const candidates = fc
  .uniqueArray(fc.record({ agentId: fc.constantFrom(...'abcdefghij'), open: fc.nat(5), skipped }), {
    selector: ({ agentId }) => agentId,
    maxLength: 8,
  })
  .map((list) => list.map((one): Candidate => ({ ...one, name: one.agentId })));
const strategy = fc.constantFrom<Strategy>('RANDOM', 'ROUND_ROBIN', 'LEAST_BUSY', 'FIRST_ONLINE');
const last = fc.option(fc.constantFrom(...'abcdefghijz'));
const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });

it('whoever is free may get it, nobody else ever does, and it is left only when nobody is free', () => {
  fc.assert(
    fc.property(candidates, strategy, last, random, (all, way, lastAgentId, number) => {
      const chosen = choose({ strategy: way, lastAgentId }, all, () => number);
      const free = all.filter((one) => one.skipped === null);
      expect(chosen === null).toBe(free.length === 0);
      if (chosen) expect(free).toContain(chosen);
      if (chosen && way === 'LEAST_BUSY') expect(chosen.open).toBe(Math.min(...free.map(({ open }) => open)));
      if (chosen && way === 'FIRST_ONLINE') expect(chosen).toBe(free[0]);
    }),
    SEED,
  );
});

it('in turns each gets as many as every other, one more at most, whoever began', () => {
  fc.assert(
    fc.property(candidates, last, fc.integer({ min: 1, max: 40 }), (all, before, rounds) => {
      const free = all.filter((one) => one.skipped === null);
      if (free.length === 0) return;
      const got = new Map(free.map(({ agentId }) => [agentId, 0]));
      let lastAgentId = before;
      for (let round = 0; round < rounds; round++) {
        const { agentId } = choose({ strategy: 'ROUND_ROBIN', lastAgentId }, all, () => 0)!;
        got.set(agentId, got.get(agentId)! + 1);
        lastAgentId = agentId;
      }
      expect(Math.max(...got.values()) - Math.min(...got.values())).toBeLessThanOrEqual(1);
    }),
    SEED,
  );
});

it('who can not have it changes nothing for the others', () => {
  fc.assert(
    fc.property(candidates, strategy, last, random, (all, way, lastAgentId, number) => {
      if (all.some(({ agentId, skipped: why }) => agentId === lastAgentId && why !== null)) return;
      const without = all.filter((one) => one.skipped === null);
      const by = (list: readonly Candidate[]) => choose({ strategy: way, lastAgentId }, list, () => number)?.agentId;
      expect(by(all)).toBe(by(without));
    }),
    SEED,
  );
});

it('the least busy way evens out, however uneven it began', () => {
  fc.assert(
    fc.property(candidates, random, (all, number) => {
      const free = all.filter((one) => one.skipped === null);
      if (free.length === 0) return;
      const most = Math.max(...free.map(({ open }) => open));
      const needed = free.reduce((sum, { open }) => sum + (most - open), 0);
      let now = all;
      for (let n = 0; n < needed; n++) {
        const { agentId } = choose({ strategy: 'LEAST_BUSY', lastAgentId: null }, now, () => number)!;
        now = now.map((one) => (one.agentId === agentId ? { ...one, open: one.open + 1 } : one));
      }
      expect(now.filter((one) => one.skipped === null).every(({ open }) => open === most)).toBe(true);
    }),
    SEED,
  );
});
