export { OperationsModule } from './operations.module.js';
export { OperationsOptions } from './operations-options.js';
