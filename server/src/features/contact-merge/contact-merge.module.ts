import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findMerge } from './merge.repository.js';
import { ContactMergesResolver, MergeResolver } from './merge.resolver.js';
import { MergeService } from './merge.service.js';

/** Two contacts become one, with all that hangs on them, and are parted again. */
@Module({ providers: [MergeService, MergeResolver, ContactMergesResolver] })
export class ContactMergeModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('contactMerge', 'ContactMerge', async ({ ctx }, id) =>
      hasScope(ctx.principal, ['CONTACTS_READ']) ? findMerge(this.uow.reader, id) : null,
    );
  }
}
