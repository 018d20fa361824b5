export { AutomationModule } from './automation.module.js';
export { AutomationPlace } from './automation-place.entity.js';
export { AutomationRule } from './automation-rule.entity.js';
export { AutomationRun } from './automation-run.entity.js';
