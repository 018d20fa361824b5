import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { SavedViewResolver } from './saved-view.resolver.js';
import { SavedViewService } from './saved-view.service.js';

/** Filters under a name in the left bar. Needs the kernel's ports. */
@Module({ providers: [SavedViewService, SavedViewResolver] })
export class SavedViewsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly views: SavedViewService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('savedView', 'SavedView', (gql, id) => this.views.find(gql.ctx, id));
  }
}
