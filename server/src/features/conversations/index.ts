export { summaryOf } from './conversation-summary.js';
export { type AccessNeed, allowed, ConversationAccess, requireInbox, requireTurn } from './conversation-access.js';
export { assignment, teamWorksIn } from './assign-target.js';
export { compileFilter, type ConversationFilter, filterText } from './conversation-filter.js';
export { deleteConversations, demoConversationIds, withMerged } from './conversation-delete.js';
export { BLOCKED, type ItemEffects } from './conversation-rules.js';
export {
  type Activity,
  addItem,
  changeConversation,
  type ConversationPatch,
  type NewConversation,
  openConversation,
  replaceConversation,
  setDeliverySummary,
  tellInTimeline,
} from './conversation-writes.js';
export { askForRecord, OPEN_RECORD, type RecordCall } from './record-calls.js';
export { askForBacklog, askForRouting, BACKLOG, ROUTE, type RouteCall } from './routing-calls.js';
export type { ConversationFacts } from './conversation-facts.js';
export { messageLeft, messageReworded, messageTakenBack } from './conversation-turn.js';
export { Conversation } from './conversation.entity.js';
export { linkConversations } from './conversation-link.repository.js';
export { loadVisibleConversation } from './conversation.loader.js';
export {
  findConversation,
  findConversations,
  lockConversation,
  lockConversations,
  lockOfContact,
} from './conversation.repository.js';
export { type Around, assignmentTo, type BulkResult, ConversationService, type Versions } from './conversation.service.js';
export { ConversationsModule } from './conversations.module.js';
export { Draft } from './draft.entity.js';
export { keepDraft } from './draft.repository.js';
export { Participant } from './participant.entity.js';
export {
  addParticipant,
  addParticipants,
  createThread,
  findThread,
  findThreadByKey,
  findThreadByToken,
  keepVisited,
  type NewParticipant,
  type NewThread,
  participantsOf,
  passKeyOn,
  threadsOf,
  threadsUnderKey,
} from './thread.repository.js';
export { Thread, type Visited } from './thread.entity.js';
export { insertReadMarks } from './unread.js';
export { type ConversationListing, listConversations } from './conversation-list.js';
export { COUNT_LIMIT, countUpToLimit } from './conversation-count.js';
