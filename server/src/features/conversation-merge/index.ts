export { ConversationMergeModule } from './conversation-merge.module.js';
