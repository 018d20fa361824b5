import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';

/** Who did what when. Writing to it needs no more than the caller's unit. */
@Module({ providers: [AuditService, AuditResolver] })
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('auditEntry', 'AuditEntry', (gql, id) => this.audit.find(gql.ctx, id));
  }
}
