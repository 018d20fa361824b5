import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserSessions, placeOf } from '../auth/index.js';
import { type CameBack, CompanySignIn, type Rest } from './company-sign-in.js';

/** Signing in with the provider of the company. */
@Controller('api/sign-in/provider')
export class OidcController {
  constructor(
    private readonly signIn: CompanySignIn,
    private readonly browsers: BrowserSessions,
  ) {}

  /** Answers where the page goes next. */
  @Post()
  @HttpCode(200)
  async begin(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: { to?: unknown } | undefined,
  ): Promise<{ url: string }> {
    this.browsers.requireOwnPage(request);
    const { url, challenge } = await this.signIn.begin(placeOf(request), body?.to);
    this.browsers.keepChallenge(response, challenge);
    return { url };
  }

  /** The provider sends the browser here; whatever happened, a page of ours is next. */
  @Get('callback')
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const search = request.originalUrl.slice(request.originalUrl.indexOf('?')).replace(/^[^?].*$/, '');
    const back = await this.signIn.comeBack(placeOf(request), this.browsers.challenge(request), search);
    this.browsers.keepChallenge(response, back.end === 'halfway' ? back.challenge : null);
    if (back.end === 'in') this.browsers.signIn(response, back.secret);
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, pageOf(back));
  }

  /** 204 with a session; 200 with what is still to be shown, or with recovery codes and a session. */
  @Post('finish')
  async finish(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: { password?: unknown; code?: unknown } | undefined,
  ): Promise<Rest | undefined> {
    this.browsers.requireOwnPage(request);
    const { next, secret } = await this.signIn.finish(placeOf(request), this.browsers.challenge(request), body ?? {});
    response.status(next.step === 'NONE' ? 204 : 200);
    if (!secret) return next;
    this.browsers.keepChallenge(response, null);
    this.browsers.signIn(response, secret);
    return next.step === 'DONE' ? next : undefined;
  }
}

/** What the page does with it stands behind the #, which no server sees. */
function pageOf({ to, end }: CameBack): string {
  return end === 'in' ? to : `${to}#sign-in=${end}`;
}
