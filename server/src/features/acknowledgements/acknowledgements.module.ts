import { Module } from '@nestjs/common';
import { AcknowledgeJob } from './acknowledge.job.js';
import { AcknowledgementResolver } from './acknowledgement.resolver.js';
import { AcknowledgementService } from './acknowledgement.service.js';

/** What inboxes answer by themselves. Needs the kernel's ports. */
@Module({ providers: [AcknowledgementService, AcknowledgementResolver, AcknowledgeJob] })
export class AcknowledgementsModule {}
