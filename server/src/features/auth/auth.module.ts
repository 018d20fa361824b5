import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { AgentsModule } from '../agents/index.js';
import { ApiTokenService } from './api-token.service.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { ApiTokenResolver, SessionResolver } from './auth.resolver.js';
import { Authenticator } from './authenticator.js';
import { BrowserSessions } from './browser-sessions.js';
import { Callers } from './callers.js';
import { SignInChallenges } from './challenges.js';
import { SessionService } from './session.service.js';

/** Sessions, tokens, and who sends a request: the last one for every slice with routes of its own. */
@Global()
@Module({
  imports: [AgentsModule],
  controllers: [AuthController],
  providers: [
    ApiTokenResolver,
    ApiTokenService,
    Attempts,
    Authenticator,
    BrowserSessions,
    Callers,
    SessionResolver,
    SessionService,
    SignInChallenges,
    { provide: RequestAuth, useExisting: Authenticator },
  ],
  exports: [Attempts, Authenticator, BrowserSessions, RequestAuth, SessionService, SignInChallenges],
})
export class AuthModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('session', 'Session', async ({ ctx }, id) => {
      const session = await this.sessions.byId(id);
      const own = ctx.principal.kind === 'user' && session?.userId === ctx.principal.userId;
      return own ? session : null;
    });
    this.nodes.register('apiToken', 'ApiToken', async ({ ctx }, id) => {
      const token = hasScope(ctx.principal, ['ADMIN']) ? await this.tokens.byId(id) : null;
      return token?.userId === null ? token : null;
    });
  }
}
