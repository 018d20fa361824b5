import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { ConversationsModule } from '../conversations/index.js';
import { TagResolver } from './tag.resolver.js';
import { TagService } from './tag.service.js';

/** Words that conversations are sorted by. Needs the kernel's ports. */
@Module({ imports: [ConversationsModule], providers: [TagService, TagResolver], exports: [TagService] })
export class TagsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly tags: TagService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('tag', 'Tag', (_gql, id) => this.tags.find(id));
  }
}
