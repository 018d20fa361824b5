export {
  afterTurn,
  type Clocked,
  earlierClock,
  NO_CLOCK,
  owesAnswer,
  pickClock,
  type Said,
  settledClock,
  type SlaClock,
  type Targets,
  turnOf,
} from './clock.js';
export { type ClosingClock, closingView, earlierClosing, NO_CLOSING, pickClosing, settledClosing } from './closing.js';
export { type DueCall, lookWhenDue, SLA_DUE } from './due.js';
export { closingOutcomeOf, outcomeOf, type SlaOutcome } from './outcome.js';
export { reclocked, withoutUnlimited } from './reclock.js';
export { SlaPolicy } from './sla-policy.entity.js';
export {
  type InboxTargets,
  knowTargets,
  policiesOf,
  readTargets,
  removePolicy,
  storePolicy,
  targetsFor,
  targetsIn,
} from './sla-policy.repository.js';
