export { applyCounts, type CountedConversation, dropEmptyCounts, recountInboxes } from './inbox-counts.js';
export { Inbox } from './inbox.entity.js';
export { inboxLoader } from './inbox.loader.js';
export { findDefaultInbox, findInbox, findInboxes, findInboxRole, loadInboxRoles } from './inbox.repository.js';
export { INBOX_LIMIT } from './inbox-rules.js';
export { type InboxSave, InboxService, type MemberInput } from './inbox.service.js';
export { InboxesModule } from './inboxes.module.js';
