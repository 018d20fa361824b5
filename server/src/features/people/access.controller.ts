import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attempts, BrowserSessions, HttpError, placeOf } from '../auth/index.js';
import { PASSWORDS_OFF } from '../oidc/index.js';
import { AccessService, type LinkUse, type LinkView } from './access.service.js';

/** What somebody does who is not signed in yet: join, or set a new password. */
@Controller('api/access')
export class AccessController {
  constructor(
    private readonly access: AccessService,
    private readonly browsers: BrowserSessions,
    private readonly attempts: Attempts,
  ) {}

  @Post('link')
  @HttpCode(200)
  async look(@Req() request: Request, @Body() body: { secret?: unknown } | undefined): Promise<LinkView> {
    this.browsers.requireOwnPage(request);
    await this.attempts.count(placeOf(request).ip ?? '', String(body?.secret).slice(0, 100));
    await this.requirePasswords();
    return this.access.look(body?.secret);
  }

  @Post('use')
  @HttpCode(204)
  async use(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: LinkUse | undefined,
  ): Promise<void> {
    this.browsers.requireOwnPage(request);
    const place = placeOf(request);
    await this.attempts.count(place.ip ?? '', String(body?.secret).slice(0, 100));
    await this.requirePasswords();
    const { secret } = await this.access.use(body ?? { secret: null, password: null }, place);
    await this.attempts.succeeded(place.ip ?? '', String(body?.secret).slice(0, 100));
    if (secret) this.browsers.signIn(response, secret);
  }

  @Post('forgot')
  @HttpCode(200)
  async forgot(@Req() request: Request, @Body() body: { email?: unknown } | undefined): Promise<{ mail: boolean }> {
    this.browsers.requireOwnPage(request);
    const email = typeof body?.email === 'string' ? body.email.slice(0, 320) : '';
    await this.attempts.count(placeOf(request).ip ?? '', `forgot ${email}`);
    await this.requirePasswords();
    return this.access.forgot(email);
  }

  private async requirePasswords(): Promise<void> {
    if (await this.access.passwordsOff()) throw new HttpError(403, 'PASSWORDS_OFF', PASSWORDS_OFF);
  }
}
