import type { RoutingInboxFragment, RoutingMode, RoutingRuleInput, RoutingStrategy } from '../../generated/graphql.js';

/** One rule as it is being edited; in the order of the list, people are tried. */
export interface RuleDraft {
  mode: 'INHERIT' | RoutingMode;
  strategy: RoutingStrategy;
  agentIds: readonly string[];
  teamIds: readonly string[];
  capacity: string;
  reroute: boolean;
}

/** What each way means. */
export const MODE_HELP = {
  UNASSIGNED: 'routing.UNASSIGNEDHelp',
  SPECIFIC: 'routing.SPECIFICHelp',
  CONTACT_OWNER: 'routing.CONTACT_OWNERHelp',
} as const;

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

/** Whether somebody gets something by it. */
export function handsOut({ mode }: RuleDraft): boolean {
  return mode === 'SPECIFIC' || mode === 'CONTACT_OWNER';
}

export function isRight(draft: RuleDraft): boolean {
  if (!handsOut(draft)) return true;
  const somebody = draft.mode === 'CONTACT_OWNER' || draft.agentIds.length + draft.teamIds.length > 0;
  return somebody && capacityOf(draft) !== undefined;
}

/** The rule as it is sent. */
export function inputOf(draft: RuleDraft, channelId: string | null): RoutingRuleInput {
  const { mode, strategy, agentIds, teamIds, reroute } = draft;
  const given = handsOut(draft);
  return {
    channelId,
    mode: mode === 'INHERIT' ? 'UNASSIGNED' : mode,
    strategy,
    agentIds: given ? [...agentIds] : [],
    teamIds: given ? [...teamIds] : [],
    capacity: given ? (capacityOf(draft) ?? null) : null,
    reroute: given && reroute,
  };
}
