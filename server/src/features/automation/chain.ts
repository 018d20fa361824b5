/** As deep rules may set off each other. */
export const MAX_DEPTH = 4;
/** Stands in no id of ours. */
const MARK = '~';

/** What led to something: where it began, and the rules that carried it on, the first one first. */
export interface Chain {
  rootId: string;
  ruleIds: string[];
}

/**
 * The chain as the correlation id carries it. That id goes through every event and job that follows from a unit, also through those of other
 * slices that know nothing of rules, such as the waking of what a rule has snoozed.
 */
export function chainOf(correlationId: string): Chain {
  const [rootId = '', ...ruleIds] = correlationId.split(MARK);
  return { rootId, ruleIds };
}

/** The correlation id of what this rule does now. */
export function carriedOn({ rootId, ruleIds }: Chain, ruleId: string): string {
  return [rootId, ...ruleIds, ruleId].join(MARK);
}
