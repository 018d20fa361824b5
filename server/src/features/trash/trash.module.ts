import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { ClosedJob } from './closed.job.js';
import { PurgeJob } from './purge.job.js';
import { TrashResolver } from './trash.resolver.js';
import { TrashService } from './trash.service.js';
import { WipeFilesJob } from './wipe-files.job.js';

/** What was deleted: kept for a while, restored, or gone for good. Needs the kernel's ports. */
@Module({
  imports: [ConversationsModule],
  providers: [TrashService, TrashResolver, ClosedJob, PurgeJob, WipeFilesJob],
  exports: [TrashService],
})
export class TrashModule {}
