import type { RoutingInboxFragment, RoutingRuleInput, RoutingStrategy } from '../../generated/graphql.js';

/** One rule as it is being edited; in the order of the list, people are tried. */
export interface RuleDraft {
  mode: 'INHERIT' | 'UNASSIGNED' | 'SPECIFIC';
  strategy: RoutingStrategy;
  agentIds: readonly string[];
  teamIds: readonly string[];
  capacity: string;
  reroute: boolean;
}

export const STRATEGY_HELP = {
  ROUND_ROBIN: 'routing.ROUND_ROBINHelp',
  LEAST_BUSY: 'routing.LEAST_BUSYHelp',
  RANDOM: 'routing.RANDOMHelp',
  FIRST_ONLINE: 'routing.FIRST_ONLINEHelp',
} as const satisfies Record<RoutingStrategy, string>;
export const STRATEGIES: readonly RoutingStrategy[] = ['ROUND_ROBIN', 'LEAST_BUSY', 'RANDOM', 'FIRST_ONLINE'];

/** The rule that is kept for a channel, or with null for the inbox; what holds without one when there is none. */
export function draftOf(inbox: RoutingInboxFragment, channelId: string | null): RuleDraft {
  const rule = inbox.routing?.rules.find(({ channel }) => (channel?.id ?? null) === channelId);
  return {
    mode: rule?.mode ?? (channelId === null ? 'UNASSIGNED' : 'INHERIT'),
    strategy: rule?.strategy ?? 'ROUND_ROBIN',
    agentIds: rule?.agents.map(({ id }) => id) ?? [],
    teamIds: rule?.teams.map(({ id }) => id) ?? [],
    capacity: rule?.capacity ? String(rule.capacity) : '',
    reroute: rule?.reroute ?? false,
  };
}

/** The limit that was typed: null for none, undefined for what is no limit. */
export function capacityOf({ capacity }: RuleDraft): number | null | undefined {
  if (capacity.trim() === '') return null;
  const limit = Number(capacity);
  return Number.isInteger(limit) && limit >= 1 && limit <= 1000 ? limit : undefined;
}

export function isRight(draft: RuleDraft): boolean {
  if (draft.mode !== 'SPECIFIC') return true;
  return capacityOf(draft) !== undefined && draft.agentIds.length + draft.teamIds.length > 0;
}

/** The rule as it is sent. */
export function inputOf(draft: RuleDraft, channelId: string | null): RoutingRuleInput {
  const { mode, strategy, agentIds, teamIds, reroute } = draft;
  const specific = mode === 'SPECIFIC';
  return {
    channelId,
    mode: specific ? 'SPECIFIC' : 'UNASSIGNED',
    strategy,
    agentIds: specific ? [...agentIds] : [],
    teamIds: specific ? [...teamIds] : [],
    capacity: specific ? (capacityOf(draft) ?? null) : null,
    reroute: specific && reroute,
  };
}
