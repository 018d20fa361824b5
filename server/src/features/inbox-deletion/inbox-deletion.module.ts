import { Module } from '@nestjs/common';
import { InboxesModule } from '../inboxes/index.js';
import { InboxDeletionJob } from './inbox-deletion.job.js';
import { InboxDeletionResolver } from './inbox-deletion.resolver.js';
import { InboxDeletionService } from './inbox-deletion.service.js';

/** Deleting inboxes. */
@Module({ imports: [InboxesModule], providers: [InboxDeletionJob, InboxDeletionResolver, InboxDeletionService] })
export class InboxDeletionModule {}
