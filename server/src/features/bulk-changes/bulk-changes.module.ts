import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { BulkChangeJob } from './bulk-change.job.js';
import { BulkChangeResolver } from './bulk-change.resolver.js';
import { BulkChangeService } from './bulk-change.service.js';
import { BulkSubjects } from './bulk-subjects.js';

/** Changes of whole views and lists, whatever they hold. Needs the kernel's ports. */
@Module({
  providers: [BulkChangeJob, BulkChangeResolver, BulkChangeService, BulkSubjects],
  exports: [BulkChangeService, BulkSubjects],
})
export class BulkChangesModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly changes: BulkChangeService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('bulkChange', 'BulkChange', ({ ctx }, id) => this.changes.find(ctx, id));
  }
}
