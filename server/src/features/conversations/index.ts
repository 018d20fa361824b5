export { type AccessNeed, ConversationAccess } from './conversation-access.js';
export { deleteConversations, demoConversationIds } from './conversation-delete.js';
export type { ItemEffects } from './conversation-rules.js';
export {
  type Activity,
  addItem,
  changeConversation,
  type ConversationPatch,
  type NewConversation,
  openConversation,
  setDeliverySummary,
} from './conversation-writes.js';
export { Conversation } from './conversation.entity.js';
export { loadVisibleConversation } from './conversation.loader.js';
export { findConversation, findConversations, lockConversation } from './conversation.repository.js';
export { ConversationService } from './conversation.service.js';
export { ConversationsModule } from './conversations.module.js';
export { Participant } from './participant.entity.js';
export {
  addParticipant,
  createThread,
  findThread,
  findThreadByKey,
  findThreadByToken,
  type NewParticipant,
  type NewThread,
  participantsOf,
  threadsOf,
} from './thread.repository.js';
export { Thread } from './thread.entity.js';
export { insertReadMarks } from './unread.js';
