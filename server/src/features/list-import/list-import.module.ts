import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ListImportJob } from './list-import.job.js';
import { ListImportResolver, ListImportRowResolver } from './list-import.resolver.js';
import { ListImportService } from './list-import.service.js';
import { ImportProblemsController } from './problems.controller.js';

/** Lists out of files. Needs the kernel's ports. */
@Module({
  controllers: [ImportProblemsController],
  providers: [ListImportJob, ListImportService, ListImportResolver, ListImportRowResolver],
})
export class ListImportModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly imports: ListImportService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('listImport', 'ListImport', ({ ctx }, id) => this.imports.find(ctx, id));
  }
}
