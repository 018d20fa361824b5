import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ContactImportJob } from './contact-import.job.js';
import { ContactImportResolver, ContactImportRowResolver } from './contact-import.resolver.js';
import { ContactImportService } from './contact-import.service.js';
import { ImportProblemsController } from './problems.controller.js';

/** Contacts out of files. Needs the kernel's ports. */
@Module({
  controllers: [ImportProblemsController],
  providers: [ContactImportJob, ContactImportService, ContactImportResolver, ContactImportRowResolver],
})
export class ContactImportModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly imports: ContactImportService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('contactImport', 'ContactImport', ({ ctx }, id) => this.imports.find(ctx, id));
  }
}
