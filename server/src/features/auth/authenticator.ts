import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Ctx } from '../../kernel/context.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { AgentService, type User } from '../agents/index.js';
import { PublicAddress } from '../../kernel/public-address.js';
import type { Caller } from './caller.js';
import { Callers, ctxOf } from './callers.js';
import { readSessionCookie } from './cookie.js';
import { cookieCounts, isForeignOrigin } from './own-origin.js';

type Find<T> = (request: IncomingMessage) => Promise<T | null>;

/** A passport strategy that looks for something in the request and fails when it is not there. */
class FindStrategy<T extends object> extends passport.Strategy {
  constructor(private readonly find: Find<T>) {
    super();
  }

  override authenticate(request: object): void {
    this.find(request as IncomingMessage).then(
      (found) => (found ? this.success(found) : this.fail(401)),
      (error: unknown) => this.error(error),
    );
  }
}

/** What a browser can't put into a header of a WebSocket comes with its first message. */
export interface SocketParams {
  csrf?: unknown;
  authorization?: unknown;
}

/** Who sends a request: the one place that knows how sessions, tokens and passwords are shown. */
@Injectable()
export class Authenticator extends RequestAuth {
  // Not passport's global instance: two servers in one process must not share strategies.
  private readonly passport = new passport.Passport();

  constructor(
    private readonly callers: Callers,
    private readonly address: PublicAddress,
    agents: AgentService,
  ) {
    super();
    this.passport.use('bearer', new FindStrategy((request) => this.callers.byToken(bearer(request.headers.authorization))));
    this.passport.use('session', new FindStrategy((request) => this.bySession(request)));
    const check = (email: string, password: string, done: (error: unknown, user?: User | false) => void): void => {
      agents.byPassword(email, password).then((agent) => done(null, agent ?? false), done);
    };
    this.passport.use('password', new LocalStrategy({ usernameField: 'email', session: false }, check));
  }

  async authenticate(request: IncomingMessage): Promise<Ctx | null> {
    const caller = await this.caller(request);
    return caller && ctxOf(caller.principal);
  }

  /** Who sends an HTTP request. */
  caller(request: IncomingMessage): Promise<Caller | null> {
    return this.run<Caller>(['bearer', 'session'], request);
  }

  /** Who opens a WebSocket, by its headers and the parameters of its first message. */
  async socketCaller(request: IncomingMessage, params: SocketParams): Promise<Caller | null> {
    const shown = typeof params.authorization === 'string' ? params.authorization : request.headers.authorization;
    if (shown !== undefined) return this.callers.byToken(bearer(shown));
    // A browser always names the origin of a WebSocket, so a cookie without one does not come from a browser.
    const own = request.headers.origin !== undefined && !this.isForeign(request);
    return own && params.csrf === '1' ? this.callers.bySession(readSessionCookie(request)) : null;
  }

  /** The agent whose address and password the body of the request holds. */
  byPassword(request: IncomingMessage): Promise<User | null> {
    return this.run<User>(['password'], request);
  }

  /** Whether another site sends the request. */
  isForeign(request: IncomingMessage): boolean {
    return isForeignOrigin(request, this.address.origin);
  }

  private async bySession(request: IncomingMessage): Promise<Caller | null> {
    if (!cookieCounts(request, this.address.origin)) return null;
    return this.callers.bySession(readSessionCookie(request));
  }

  private run<T>(strategies: string[], request: IncomingMessage): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, found?: T | false | null): void => {
        if (error) reject(error as Error);
        else resolve(found || null);
      };
      const middleware = this.passport.authenticate(strategies, { session: false }, answer) as (
        request: IncomingMessage,
        response: object,
        next: (error?: unknown) => void,
      ) => void;
      middleware(request, {}, (error) => reject((error as Error | undefined) ?? new Error('Passport did not answer.')));
    });
  }
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
}
