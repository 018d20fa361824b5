import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attempts, Authenticator, BrowserSessions, ctxOfPerson, HttpError, placeOf, SessionService } from '../auth/index.js';
import { PASSWORDS_OFF, ProviderService } from '../oidc/index.js';
import { SecondFactorService, secondStep, type SignInStep } from '../second-factor/index.js';

interface SignInBody {
  email?: unknown;
  password?: unknown;
  /** The second step, once it was asked for: password and code come together, so that nothing is kept between the two. */
  code?: unknown;
}

/** Signing in to the web app. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly sessions: SessionService,
    private readonly browsers: BrowserSessions,
    private readonly attempts: Attempts,
    private readonly factors: SecondFactorService,
    private readonly providers: ProviderService,
  ) {}

  /** 204 with a session; 200 with the step that is still to come, or with recovery codes and a session. */
  @Post('sign-in')
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: SignInBody | undefined,
  ): Promise<SignInStep | undefined> {
    this.browsers.requireOwnPage(request);
    if (await this.providers.passwordsOff()) throw new HttpError(403, 'PASSWORDS_OFF', PASSWORDS_OFF);
    const { email, password, code } = body ?? {};
    if (typeof email !== 'string' || typeof password !== 'string' || email.length > 320 || password.length > 1024)
      throw wrongCredentials();
    const place = placeOf(request);
    await this.attempts.count(place.ip ?? '', email);
    const agent = await this.authenticator.byPassword(request);
    if (!agent) throw wrongCredentials();
    const ctx = ctxOfPerson(agent, place.ip);
    const next = await secondStep(this.factors, ctx, agent, code);
    response.status(next.step === 'NONE' ? 204 : 200);
    // Not yet in: this try counts on, so that who knows a password can't guess codes without end.
    if (next.step === 'CODE' || next.step === 'SET_UP') {
      await this.attempts.halfway(place.ip ?? '');
      return next;
    }
    await this.attempts.succeeded(place.ip ?? '', email);
    // Always a new session, so that one that was planted before the sign-in is worth nothing.
    const { secret } = await this.sessions.start(ctx, agent.id, place);
    this.browsers.signIn(response, secret);
    return next.step === 'DONE' ? next : undefined;
  }
}

function wrongCredentials(): HttpError {
  return new HttpError(401, 'BAD_CREDENTIALS', 'The e-mail address or the password is wrong.');
}
