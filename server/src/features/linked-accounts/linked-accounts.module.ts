import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { LinkedAccountResolver } from './linked-account.resolver.js';
import { LinkedAccountService } from './linked-account.service.js';

/** Who of the agents is who elsewhere. The plugin host asks it when a responder acts in somebody's name. */
@Module({ providers: [LinkedAccountService, LinkedAccountResolver], exports: [LinkedAccountService] })
export class LinkedAccountsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly accounts: LinkedAccountService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('linkedAccount', 'LinkedAccount', ({ ctx }, id) => this.accounts.find(ctx, id));
  }
}
