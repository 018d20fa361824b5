export { RoutingDecision } from './routing-decision.entity.js';
export { RoutingModule } from './routing.module.js';
export { RoutingRule } from './routing-rule.entity.js';
export { hasRouting, rulesOf } from './routing.repository.js';
