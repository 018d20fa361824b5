import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ContactExportController } from './contact-export.controller.js';
import { ContactExportJob } from './contact-export.job.js';
import { ContactExportResolver } from './contact-export.resolver.js';
import { ContactExportService } from './contact-export.service.js';

/** All that is kept of one person, as an archive. Needs the kernel's ports. */
@Module({
  controllers: [ContactExportController],
  providers: [ContactExportJob, ContactExportResolver, ContactExportService],
})
export class ContactExportModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly exports: ContactExportService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('contactExport', 'ContactExport', ({ ctx }, id) => this.exports.find(ctx, id));
  }
}
