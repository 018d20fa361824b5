import { Module, type OnModuleInit } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { WorkspaceModule } from '../workspace/index.js';
import { inboxLoader } from './inbox.loader.js';
import { InboxesOfTeamResolver, InboxGrantResolver, InboxResolver, InboxViewResolver } from './inbox.resolver.js';
import { InboxService } from './inbox.service.js';
import { RecountJob } from './recount.job.js';

/** The places where teams work. */
@Module({
  imports: [WorkspaceModule],
  providers: [RecountJob, InboxService, InboxResolver, InboxGrantResolver, InboxesOfTeamResolver, InboxViewResolver],
  exports: [InboxService],
})
export class InboxesModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('inbox', 'Inbox', async (gql, id) => {
      const inbox = canInInbox(gql.ctx.principal, 'view', id) ? await inboxLoader(gql, this.uow.reader).load(id) : null;
      return inbox?.deletedAt == null ? inbox : null;
    });
  }
}
