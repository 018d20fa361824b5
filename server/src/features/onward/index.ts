export { OnwardModule } from './onward.module.js';
