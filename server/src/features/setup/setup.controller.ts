import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { hasScope } from '../../kernel/access.js';
import { Attempts, Authenticator, BrowserSessions, HttpError, placeOf } from '../auth/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { SetupCode } from './setup-code.js';
import { SetupOptions } from './setup-options.js';
import { type FirstOwner, SetupService } from './setup.service.js';

/** What the web app asks before it asks anything else, and the first run. */
@Controller('api')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly code: SetupCode,
    private readonly authenticator: Authenticator,
    private readonly browsers: BrowserSessions,
    private readonly attempts: Attempts,
    private readonly workspace: WorkspaceService,
    private readonly options: SetupOptions,
  ) {}

  @Get('session')
  async session(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { version } = this.options;
    const caller = await this.authenticator.caller(request);
    const workspace = await this.workspace.find();
    const signIn = await this.setup.waysIn();
    if (caller?.principal.kind !== 'user') {
      const setup = (await this.setup.needsOwner()) ? 'owner' : 'done';
      const locale = workspace ? { locale: workspace.locale } : {};
      return { signedIn: false, setup, ...locale, version, demo: false, signIn };
    }
    if (caller.principal.sessionId) this.browsers.renew(request, response);
    const locale = (await this.setup.localeOf(caller.principal.userId)) ?? workspace?.locale;
    const setup = workspace?.setupState ?? 'done';
    return { signedIn: true, setup, locale, version, demo: workspace?.demo ?? false, signIn };
  }

  @Post('setup/owner')
  @HttpCode(201)
  async owner(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: (Partial<FirstOwner> & { code?: unknown }) | undefined,
  ): Promise<Record<string, never>> {
    this.browsers.requireOwnPage(request);
    if (!(await this.setup.needsOwner()))
      throw new HttpError(404, 'NOT_FOUND', 'This instance has an owner already. Sign in instead.');
    const place = placeOf(request);
    await this.attempts.count(place.ip ?? '', 'the set-up code');
    if (!this.code.matches(body?.code))
      throw new HttpError(403, 'BAD_CODE', 'This is not the code that the server printed when it was started.');
    await this.attempts.succeeded(place.ip ?? '', 'the set-up code');
    const { name = '', email = '', password = '', locale, timeZone, workspaceName } = body ?? {};
    const { secret } = await this.setup.createOwner({ name, email, password, locale, timeZone, workspaceName }, place);
    this.code.drop();
    if (secret) this.browsers.signIn(response, secret);
    return {};
  }

  @Post('setup/finish')
  @HttpCode(204)
  async finish(@Req() request: Request): Promise<void> {
    this.browsers.requireOwnPage(request);
    const ctx = await this.authenticator.authenticate(request);
    if (!ctx) throw new HttpError(401, 'UNAUTHENTICATED', 'Sign in first.');
    if (!hasScope(ctx.principal, ['ADMIN'])) throw new HttpError(403, 'FORBIDDEN', 'Only admins end the first run.');
    await this.setup.finish(ctx);
  }
}
