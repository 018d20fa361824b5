export { FirstRun } from './first-run.js';
export { SetupModule } from './setup.module.js';
export { SetupOptions } from './setup-options.js';
