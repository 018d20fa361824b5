export { DeprecatedUseModule } from './deprecated-use.module.js';
export { DeprecatedUses } from './deprecated-use.service.js';
