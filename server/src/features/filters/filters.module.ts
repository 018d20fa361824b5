import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ConversationsModule } from '../conversations/index.js';
import { BlockedContactResolver, ConversationFilterResolver, FilterResolver } from './filter.resolver.js';
import { FilterService } from './filter.service.js';

/** What people decide about senders, and where their conversations lie. */
@Module({
  imports: [ConversationsModule],
  providers: [FilterService, FilterResolver, BlockedContactResolver, ConversationFilterResolver],
  exports: [FilterService],
})
export class FiltersModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly filters: FilterService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('senderRule', 'SenderRule', ({ ctx }, id) => this.filters.find(ctx, id));
  }
}
