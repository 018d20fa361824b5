export { FilterService } from './filter.service.js';
export { FiltersModule } from './filters.module.js';
export { placed } from './placing.js';
export { SenderRule } from './sender-rule.entity.js';
export { HAS_SENDER_RULES, ruleAbout } from './sender-rule.repository.js';
