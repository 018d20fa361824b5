import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Authenticator } from './authenticator.js';
import { BrowserSessions } from './browser-sessions.js';
import { SessionService } from './session.service.js';

/** Signing out of the web app. */
@Controller('api')
export class AuthController {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly sessions: SessionService,
    private readonly browsers: BrowserSessions,
  ) {}

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    this.browsers.requireOwnPage(request);
    const ctx = await this.authenticator.authenticate(request);
    if (ctx?.principal.kind === 'user' && ctx.principal.sessionId)
      await this.sessions.revoke(ctx, ctx.principal.userId, ctx.principal.sessionId);
    this.browsers.signOut(response);
  }
}
