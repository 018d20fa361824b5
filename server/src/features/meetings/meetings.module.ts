import { Module, type OnModuleInit } from '@nestjs/common';
import { CALENDAR_TAKEN_BACK } from '../messages/index.js';
import { RepliesModule } from '../replies/index.js';
import { JobQueue } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ANSWERED, readAnswers } from './answers.job.js';
import { AttendeeResolver, MeetingMutations, MeetingResolver } from './meeting.resolver.js';
import { MeetingService } from './meeting.service.js';
import { putBack } from './taken-back.job.js';

/** Meetings with people outside: sent as invitations, with what is answered to them (S52). Nothing in messaging knows of them. */
@Module({
  imports: [RepliesModule],
  providers: [MeetingService, MeetingMutations, MeetingResolver, AttendeeResolver],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ANSWERED, (job) => readAnswers(this.uow, job));
    this.jobs.register(CALENDAR_TAKEN_BACK, (job) => putBack(this.uow, job));
  }
}
