export { BulkConversationsModule } from './bulk-conversations.module.js';
