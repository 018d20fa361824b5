import { newId } from '../../../src/kernel/ids.js';
import type { TestClient } from '../../server/client.js';
import { ask, codesOf } from './asking.js';
import { FILLINGS, type Filling } from './fillings.js';
import type { Operation } from './inventory.js';
import { nameOf } from './kinds.js';
import type { Rule } from './rules.js';
import type { TwoInboxes } from './world.js';

export const PEOPLE = ['manager', 'agent', 'viewer', 'owner outside', 'nobody'] as const;
export type Who = (typeof PEOPLE)[number];

/** What each is answered where the rule is this; of what is one's own there is nothing to say here. */
export const ANSWERS: Record<Exclude<Rule, 'own'>, Record<Who, readonly string[]>> = {
  view: { manager: [], agent: [], viewer: [], 'owner outside': [], nobody: ['NOT_FOUND'] },
  comment: { manager: [], agent: [], viewer: [], 'owner outside': ['NOT_A_MEMBER'], nobody: ['NOT_FOUND'] },
  act: { manager: [], agent: [], viewer: ['FORBIDDEN'], 'owner outside': ['NOT_A_MEMBER'], nobody: ['NOT_FOUND'] },
  ledger: { manager: [], agent: ['NOT_FOUND'], viewer: ['NOT_FOUND'], 'owner outside': [], nobody: ['NOT_FOUND'] },
  manage: { manager: [], agent: ['FORBIDDEN'], viewer: ['FORBIDDEN'], 'owner outside': [], nobody: ['NOT_FOUND'] },
};

/** A comment, which viewers may write where they may not answer. */
export const COMMENT: Filling = async (side) => ({
  input: { id: newId('message'), conversationId: await side.conversation(), direction: 'INTERNAL', text: side.text('comment') },
});

export function browserOf(world: TwoInboxes, who: Who): TestClient {
  const { manager, agent, viewer } = world.ours;
  const browsers = { manager: manager.browser, agent: agent.browser, viewer: viewer.browser };
  return { ...browsers, 'owner outside': world.owner, nobody: world.nobody.browser }[who];
}

const REFUSALS = new Set(['FORBIDDEN', 'NOT_A_MEMBER', 'NOT_FOUND', 'UNAUTHENTICATED']);

/** All codes that an operation on something of ours is answered with, for each way to fill it. */
export async function answers(
  world: TwoInboxes,
  operation: Operation,
  who: Who,
  fillings: readonly Filling[] = FILLINGS[nameOf(operation)] ?? [],
): Promise<string[][]> {
  const by = browserOf(world, who);
  const all = [];
  for (const fill of fillings) all.push(codesOf(await ask(by, operation, await fill(world.ours, by))));
  return all;
}

/** Only what is about rights: what is refused for another reason, such as a state, was allowed. */
export const refusals = (codes: readonly string[]): string[] => [...new Set(codes.filter((code) => REFUSALS.has(code)))];
