import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ConversationAccess } from './conversation-access.js';
import { loadVisibleConversation, loadVisibleDraft } from './conversation.loader.js';
import { ConversationMutations } from './conversation.mutations.js';
import { ContactConversationsResolver, ConversationResolver } from './conversation.resolver.js';
import { ConversationService } from './conversation.service.js';
import { DraftResolver } from './draft.resolver.js';
import { PersonalService } from './personal.service.js';
import { TeamGoneJob } from './team-gone.job.js';

/** The units of work: their lists, their state, and what each agent keeps about them. */
@Module({
  providers: [
    ConversationAccess,
    ConversationService,
    PersonalService,
    TeamGoneJob,
    ConversationResolver,
    ContactConversationsResolver,
    ConversationMutations,
    DraftResolver,
  ],
  exports: [ConversationAccess, ConversationService],
})
export class ConversationsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const { reader } = this.uow;
    this.nodes.register('conversation', 'Conversation', (gql, id) => loadVisibleConversation(gql, reader, id));
    this.nodes.register('draft', 'Draft', (gql, id) => loadVisibleDraft(gql, reader, id));
  }
}
