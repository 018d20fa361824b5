import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { PersonalTokenResolver } from './personal-token.resolver.js';
import { PersonalTokenService } from './personal-token.service.js';

/** Tokens that people make for programs of their own. */
@Module({ providers: [PersonalTokenResolver, PersonalTokenService] })
export class PersonalTokensModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly tokens: PersonalTokenService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('personalToken', 'PersonalToken', ({ ctx }, id) => this.tokens.find(ctx, id));
  }
}
