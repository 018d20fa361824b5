import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { MailCheckJob } from './mail-check.job.js';
import { MailCheckResolver } from './mail-check.resolver.js';
import { MailCheckService } from './mail-check.service.js';

/** The mail that an instance sends to itself (N15). Needs OperationsOptions from a global module. */
@Module({ imports: [PeopleModule], providers: [MailCheckJob, MailCheckResolver, MailCheckService] })
export class MailCheckModule {}
