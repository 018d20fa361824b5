import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { scopesOfRole } from '../../kernel/access.js';
import { Attempts } from './attempts.js';
import { Authenticator } from './authenticator.js';
import { BrowserSessions, placeOf } from './browser-sessions.js';
import { ctxOf } from './callers.js';
import { HttpError } from './http-errors.js';
import { SessionService } from './session.service.js';

/** Signing in and out of the web app. */
@Controller('api')
export class AuthController {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly sessions: SessionService,
    private readonly browsers: BrowserSessions,
    private readonly attempts: Attempts,
  ) {}

  @Post('sign-in')
  @HttpCode(204)
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: { email?: unknown; password?: unknown } | undefined,
  ): Promise<void> {
    this.browsers.requireOwnPage(request);
    const { email, password } = body ?? {};
    if (typeof email !== 'string' || typeof password !== 'string' || email.length > 320 || password.length > 1024)
      throw wrongCredentials();
    const place = placeOf(request);
    await this.attempts.count(place.ip ?? '', email);
    const agent = await this.authenticator.byPassword(request);
    if (!agent) throw wrongCredentials();
    await this.attempts.succeeded(place.ip ?? '', email);
    // Always a new session, so that one that was planted before the sign-in is worth nothing.
    const { id: userId, name, role } = agent;
    const ctx = ctxOf({ kind: 'user', userId, name, role, scopes: scopesOfRole(role), inboxRoles: new Map(), sessionId: null });
    const { secret } = await this.sessions.start(ctx, userId, place);
    this.browsers.signIn(response, secret);
  }

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

function wrongCredentials(): HttpError {
  return new HttpError(401, 'BAD_CREDENTIALS', 'The e-mail address or the password is wrong.');
}
