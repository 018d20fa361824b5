export { applyCounts, type CountedConversation, dropEmptyCounts, openCountsOf, recountInboxes } from './inbox-counts.js';
export { Inbox } from './inbox.entity.js';
export { effectiveMembers, inboxLoader, memberLoader } from './inbox.loader.js';
export {
  findDefaultInbox,
  findInbox,
  findInboxByName,
  findInboxes,
  listDeletions,
  listInboxes,
  updateInbox,
} from './inbox.repository.js';
export { answerersOf, findInboxRole, loadInboxRoles, membersAmong } from './inbox-grant.repository.js';
export type { MemberInput } from './inbox-grants.js';
export { requireManaged, tellOfInbox } from './inbox-managed.js';
export { INBOX_LIMIT } from './inbox-rules.js';
export { type InboxSave, InboxService } from './inbox.service.js';
export { InboxesModule } from './inboxes.module.js';
export { enqueueReassign, REASSIGN, type Reassignment, type ReassignPayload } from './handing-on.js';
export { InboxOptions } from './inbox-options.js';
