import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import { BrowserSessions, placeOf } from '../auth/index.js';
import { PasskeySignIn } from './passkey-sign-in.js';

/** Signing in with a passkey. */
@Controller('api/sign-in/passkey')
export class PasskeyController {
  constructor(
    private readonly signIn: PasskeySignIn,
    private readonly browsers: BrowserSessions,
  ) {}

  @Post()
  @HttpCode(200)
  async begin(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    this.browsers.requireOwnPage(request);
    const { options, challenge } = await this.signIn.begin(placeOf(request));
    this.browsers.keepChallenge(response, challenge);
    return options;
  }

  @Post('finish')
  @HttpCode(204)
  async finish(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: { response?: unknown } | undefined,
  ): Promise<void> {
    this.browsers.requireOwnPage(request);
    const challenge = this.browsers.challenge(request);
    this.browsers.keepChallenge(response, null);
    this.browsers.signIn(response, await this.signIn.finish(placeOf(request), challenge, body?.response));
  }
}
