import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { DeadJobService } from './dead-job.service.js';
import { OperationsResolver } from './operations.resolver.js';
import { SystemCheckService } from './system-check.service.js';

/** What the host looks at: jobs that were given up, and whether everything works. */
@Module({ providers: [DeadJobService, OperationsResolver, SystemCheckService] })
export class OperationsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly dead: DeadJobService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('job', 'DeadJob', async ({ ctx }, id) =>
      hasScope(ctx.principal, ['ADMIN']) ? this.dead.find(id) : null,
    );
  }
}
