import { Module } from '@nestjs/common';
import { ApplyJob } from './apply.job.js';
import { DueJob } from './due.job.js';
import { InboxSlaResolver, SlaPolicyResolver, SlaResolver } from './sla.resolver.js';
import { SlaService } from './sla.service.js';

/** Within what time inboxes answer, and what is told when they do not (D37). Needs the kernel's ports. */
@Module({ providers: [SlaService, InboxSlaResolver, SlaPolicyResolver, SlaResolver, DueJob, ApplyJob] })
export class SlaModule {}
