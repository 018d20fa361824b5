import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import type { IdKind } from '../../kernel/ids.js';
import { JobQueue } from '../../kernel/jobs.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { OPEN_RECORD } from '../conversations/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { openRecord } from './open.job.js';
import { findPipeline } from './pipeline.repository.js';
import { PipelineService } from './pipeline.service.js';
import { RECORD_TYPES } from './record-fields.resolver.js';
import { recordLoader } from './record.loader.js';
import {
  ContactRecordsResolver,
  ConversationRecordsResolver,
  PipelineResolver,
  RecordResolver,
  StageResolver,
  TimelineEntryResolver,
} from './record.resolver.js';
import { TYPES } from './record-rules.js';
import { RecordService, REMIND } from './record.service.js';
import { remindOwner } from './remind.job.js';

/** Tickets, deals, tasks, notes, calls, meetings and companies, and what they hang on. Nothing in messaging knows of them. */
@Module({
  imports: [WorkspaceModule],
  providers: [
    RecordService,
    PipelineService,
    RecordResolver,
    PipelineResolver,
    StageResolver,
    ContactRecordsResolver,
    ConversationRecordsResolver,
    TimelineEntryResolver,
    ...RECORD_TYPES,
  ],
  exports: [RecordService],
})
export class RecordsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly jobs: JobQueue,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const { reader } = this.uow;
    for (const [kind, type] of Object.entries(TYPES))
      this.nodes.register(kind as IdKind, type[0] + type.slice(1).toLowerCase(), async (gql, id) =>
        hasScope(gql.ctx.principal, ['CONTACTS_READ']) ? recordLoader(gql, reader).load(id) : null,
      );
    this.nodes.register('pipeline', 'Pipeline', async ({ ctx }, id) =>
      hasScope(ctx.principal, ['CONTACTS_READ']) ? findPipeline(reader, id) : null,
    );
    this.jobs.register(REMIND, (job) => remindOwner(this.uow, job));
    this.jobs.register(OPEN_RECORD, (job) => openRecord(this.uow, job));
  }
}
