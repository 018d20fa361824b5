export { AmendingModule } from './amending.module.js';
