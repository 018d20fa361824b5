export { ConversationContactModule } from './conversation-contact.module.js';
