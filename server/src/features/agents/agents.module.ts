import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { agentLoader } from './agent.loader.js';
import { AgentResolver } from './agent.resolver.js';
import { AgentService } from './agent.service.js';

/** The people who work with the product. */
@Module({ providers: [AgentService, AgentResolver], exports: [AgentService] })
export class AgentsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('user', 'Agent', async (gql, id) => {
      return hasScope(gql.ctx.principal, ['CONVERSATIONS_READ']) ? agentLoader(gql, this.uow.reader).load(id) : null;
    });
  }
}
