import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { teamLoader } from './team.loader.js';
import { AgentTeamResolver, TeamMemberResolver, TeamResolver, TeamsOfAgentResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';

/** People who work together. */
@Module({
  providers: [TeamService, TeamResolver, TeamMemberResolver, AgentTeamResolver, TeamsOfAgentResolver],
  exports: [TeamService],
})
export class TeamsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('team', 'Team', async (gql, id) => {
      return hasScope(gql.ctx.principal, ['CONVERSATIONS_READ']) ? teamLoader(gql, this.uow.reader).load(id) : null;
    });
  }
}
