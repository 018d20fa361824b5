import type { Candidate } from './routing-decision.entity.js';
import type { RoutingRule } from './routing-rule.entity.js';

/** What a way to choose knows: who is left, in the order of the rule, and who was the last in turn. */
interface Choice {
  free: readonly Candidate[];
  all: readonly Candidate[];
  last: string | null;
  /** 0 up to, but not, 1. */
  random: () => number;
}

const anyOf = (list: readonly Candidate[], random: () => number): Candidate | null =>
  list[Math.floor(random() * list.length)] ?? null;

/** Each way to choose among those who are free; one more is one more entry. */
const WAYS: Record<RoutingRule['strategy'], (choice: Choice) => Candidate | null> = {
  RANDOM: ({ free, random }) => anyOf(free, random),
  // The first that is free after who was last, in the order of the rule.
  ROUND_ROBIN: ({ free, all, last }) => {
    const after = all.findIndex(({ agentId }) => agentId === last) + 1;
    return [...all.slice(after), ...all.slice(0, after)].find((one) => free.includes(one)) ?? null;
  },
  LEAST_BUSY: ({ free, random }) => {
    const least = Math.min(...free.map(({ open }) => open));
    return anyOf(
      free.filter(({ open }) => open === least),
      random,
    );
  },
  FIRST_ONLINE: ({ free }) => free[0] ?? null,
};

/** Who gets it: to whom the contact belongs, else who is chosen among those whom the rule names; null when nobody is free. */
export function choose(
  rule: Pick<RoutingRule, 'strategy' | 'lastAgentId'>,
  candidates: readonly Candidate[],
  random: () => number,
): Candidate | null {
  const owner = candidates.find((one) => one.owner && one.skipped === null);
  if (owner) return owner;
  const free = candidates.filter(({ skipped }) => skipped === null);
  return free.length === 0 ? null : WAYS[rule.strategy]({ free, all: candidates, last: rule.lastAgentId, random });
}
