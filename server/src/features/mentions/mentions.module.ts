import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ConversationsModule } from '../conversations/index.js';
import {
  ConversationMentionResolver,
  InboxReadersResolver,
  MentionResolver,
  MessageMentionResolver,
} from './mention.resolver.js';
import { MentionService } from './mention.service.js';

/** Colleagues who are called into a conversation. Needs the kernel's ports. */
@Module({
  imports: [ConversationsModule],
  providers: [MentionService, MentionResolver, ConversationMentionResolver, InboxReadersResolver, MessageMentionResolver],
})
export class MentionsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly mentions: MentionService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('mention', 'Mention', ({ ctx }, id) => this.mentions.find(ctx, id));
  }
}
