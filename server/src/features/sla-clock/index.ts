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
export { type DueCall, lookWhenDue, SLA_DUE } from './due.js';
export { SlaPolicy } from './sla-policy.entity.js';
export { knowTargets, policiesOf, readTargets, storePolicy, targetsIn } from './sla-policy.repository.js';
