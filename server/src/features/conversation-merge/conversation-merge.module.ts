import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ConversationAccess, ConversationsModule } from '../conversations/index.js';
import { ConversationMergeResolver, ConversationMergesResolver } from './merge.resolver.js';
import { findMerge } from './merge.repository.js';
import { ConversationMergeService } from './merge.service.js';
import { ConversationSplitService } from './split.service.js';
import { MergeUndoService } from './undo.service.js';

/** Two conversations become one, one becomes two, and the way back. */
@Module({
  imports: [ConversationsModule],
  providers: [
    ConversationMergeService,
    ConversationSplitService,
    MergeUndoService,
    ConversationMergeResolver,
    ConversationMergesResolver,
  ],
})
export class ConversationMergeModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
  ) {}

  onModuleInit(): void {
    this.nodes.register('conversationMerge', 'ConversationMerge', async ({ ctx }, id) => {
      const merge = await findMerge(this.uow.reader, id);
      return merge && (await this.access.loadVisible(ctx, merge.intoId)) ? merge : null;
    });
  }
}
