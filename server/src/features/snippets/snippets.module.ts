import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { MessagesModule } from '../messages/index.js';
import { SnippetResolver } from './snippet.resolver.js';
import { SnippetService } from './snippet.service.js';

/** Texts to insert while writing. */
@Module({ imports: [MessagesModule], providers: [SnippetService, SnippetResolver] })
export class SnippetsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly snippets: SnippetService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('snippet', 'Snippet', (gql, id) => this.snippets.find(gql.ctx, id));
  }
}
