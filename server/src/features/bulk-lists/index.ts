export { BulkListsModule } from './bulk-lists.module.js';
