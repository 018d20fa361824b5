export { InboxDeletionModule } from './inbox-deletion.module.js';
