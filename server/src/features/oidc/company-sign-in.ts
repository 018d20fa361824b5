import { Injectable, Logger } from '@nestjs/common';
import { AuthorizationResponseError } from 'openid-client';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors.js';
import type { PublicAddress } from '../../kernel/public-address.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { agentEmail, findAgentByEmail, findAgents, type User, verifyPassword } from '../agents/index.js';
import { audit } from '../audit/index.js';
import {
  Attempts,
  ctxOf,
  ctxOfPerson,
  HttpError,
  LONGEST_CHALLENGE_MS,
  type Place,
  SessionService,
  SignInChallenges,
} from '../auth/index.js';
import { SecondFactorService, secondStep, type SignInStep } from '../second-factor/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { addNewcomer, letJoin } from './newcomer.js';
import { type Account, findIdentity, findProvider, identityOf, tie, useIdentity } from './oidc.repository.js';
import { type Claims, ProviderClient } from './provider-client.js';
import type { SignInProvider } from './provider.entity.js';
import { isOfDomain } from './provider-rules.js';
import { ProviderService } from './provider.service.js';

const UNDER_WAY = 'provider';
const HALFWAY = 'provider-halfway';
const underWay = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
const halfway = z.object({
  userId: z.string(),
  issuer: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  /** The account is not tied yet: he shows his password once. */
  confirm: z.boolean(),
  /** The provider has asked for a second step. */
  stepped: z.boolean(),
});
type Halfway = z.output<typeof halfway>;

/** Why somebody was not let in, as he is told it: nothing of it helps who has no business here. */
export type Failure = 'cancelled' | 'failed' | 'refused';
/** How a way back from the provider ends. */
export type CameBack = { to: string } & (
  { end: 'in'; secret: string } | { end: 'halfway'; challenge: string } | { end: Failure }
);
/** What is still to be shown before somebody is in. */
export type Rest = { step: 'PASSWORD' } | SignInStep;

/** Not let in; the words are for the log. */
class Refused extends Error {}

/** Signing in with the provider of the company (N9). Accounts are tied by issuer and `sub`; an address ties one only when it is verified. */
@Injectable()
export class CompanySignIn {
  private readonly logger = new Logger('Sign-in');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly challenges: SignInChallenges,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
    private readonly factors: SecondFactorService,
    private readonly providers: ProviderService,
    private readonly client: ProviderClient,
  ) {}

  /** Where to send the browser, and the secret that it keeps meanwhile. */
  async begin({ ip }: Place, to: unknown): Promise<{ url: string; challenge: string }> {
    await this.attempts.countAddress(ip ?? '');
    const provider = await this.providers.active();
    const redirectUri = this.providers.redirectUri;
    if (!provider || !redirectUri) throw new HttpError(404, 'NOT_FOUND', 'There is no provider to sign in with.');
    const { issuer } = provider;
    const { url, checks } = await this.client.begin(this.providers.clientOf(provider), redirectUri).catch((error: unknown) => {
      this.logger.warn(`The provider ${issuer} could not be asked: ${wordsOf(error)}`);
      throw new HttpError(502, 'PROVIDER_FAILED', 'The provider did not answer. Try again later.');
    });
    const data = { issuer, ...checks, to: ownPath(to, this.providers.address) };
    const challenge = await this.uow.run(asSystem(ip), (tx) => this.challenges.begin(tx, UNDER_WAY, data, LONGEST_CHALLENGE_MS));
    return { url, challenge };
  }

  /** The browser is back with what the provider gave it. */
  async comeBack(place: Place, challenge: unknown, search: string): Promise<CameBack> {
    const begun = underWay.safeParse(
      await this.uow.run(asSystem(place.ip), (tx) => this.challenges.take(tx, UNDER_WAY, challenge)),
    );
    const to = this.providers.address.path(begun.success ? begun.data.to : '/');
    try {
      const provider = await this.providers.active();
      if (!begun.success || provider?.issuer !== begun.data.issuer)
        throw new Error('It was not begun in this browser, or too long ago.');
      const back = new URL(`${this.providers.redirectUri ?? ''}${search}`);
      const claims = await this.client.end(this.providers.clientOf(provider), back, begun.data);
      return { to, ...(await this.letIn(place, provider, claims)) };
    } catch (error) {
      this.logger.warn(`A sign-in with the provider ended: ${wordsOf(error)}`);
      const cancelled = error instanceof AuthorizationResponseError && error.error === 'access_denied';
      return { to, end: error instanceof Refused ? 'refused' : cancelled ? 'cancelled' : 'failed' };
    }
  }

  /** The rest of a sign-in that the provider alone did not complete: the password once, to tie an account, and the second step. */
  async finish(
    place: Place,
    challenge: unknown,
    { password, code }: { password?: unknown; code?: unknown },
  ): Promise<{ next: Rest; secret: string | null }> {
    const found = halfway.safeParse(await this.challenges.look(HALFWAY, challenge));
    const [user] = found.success ? await findAgents(this.uow.reader, [found.data.userId]) : [];
    if (!found.success || user?.state !== 'ACTIVE') throw tooLate();
    if (found.data.confirm && password === undefined) return { next: { step: 'PASSWORD' }, secret: null };
    await this.attempts.count(place.ip ?? '', user.email);
    if (found.data.confirm && !(await this.isPasswordOf(user, password)))
      throw new HttpError(401, 'BAD_CREDENTIALS', 'This is not your password.');
    const ctx = ctxOfPerson(user, place.ip);
    const next: SignInStep = found.data.stepped ? { step: 'NONE' } : await secondStep(this.factors, ctx, user, code);
    if (next.step === 'CODE' || next.step === 'SET_UP') {
      await this.attempts.halfway(place.ip ?? '');
      return { next, secret: null };
    }
    const secret = await this.uow.run(ctx, (tx) => this.complete(tx, challenge, place));
    await this.attempts.succeeded(place.ip ?? '', user.email);
    return { next, secret };
  }

  private async complete(tx: Tx, challenge: unknown, place: Place): Promise<string> {
    const taken = halfway.safeParse(await this.challenges.take(tx, HALFWAY, challenge));
    const [user] = taken.success ? await findAgents(tx, [taken.data.userId]) : [];
    if (!taken.success || user?.state !== 'ACTIVE') throw tooLate();
    // Somebody else may have been faster.
    if (taken.data.confirm && !(await this.tieTo(tx, user, taken.data))) throw tooLate();
    return (await this.sessions.startIn(tx, user.id, place)).secret;
  }

  private async letIn(
    place: Place,
    provider: SignInProvider,
    claims: Claims,
  ): Promise<{ end: 'in'; secret: string } | { end: 'halfway'; challenge: string }> {
    const stepped = claims.asked.some((value) => provider.secondStepValues.includes(value));
    return this.uow.run(asSystem(place.ip), async (tx) => {
      const { user, confirm } = await this.personOf(tx, claims);
      const wanted = !stepped && (await this.factors.isWanted(tx, user.id));
      // The provider vouches for him: his way there does not count any more.
      await this.attempts.halfway(place.ip ?? '');
      if (!confirm && !wanted) return { end: 'in', secret: (await this.sessions.startIn(tx, user.id, place)).secret };
      const { issuer, subject, email } = claims;
      const data: Halfway = { userId: user.id, issuer, subject, email, confirm, stepped };
      return { end: 'halfway', challenge: await this.challenges.begin(tx, HALFWAY, data) };
    });
  }

  /** Who it is here; throws Refused. `confirm`: only if he shows his password, too. */
  private async personOf(tx: Tx, claims: Claims): Promise<{ user: User; confirm: boolean }> {
    await lockWorkspace(tx);
    // As it is now: the owner may have changed it while somebody was at the provider.
    const provider = await findProvider(tx);
    if (!provider?.active) throw new Refused('the provider was switched off');
    if (provider.domains.length > 0 && !isOfDomain(claims.email ?? '', provider.domains))
      throw new Refused('the address is of another domain');
    const known = await findIdentity(tx, claims.issuer, claims.subject);
    if (known) {
      const [user] = await findAgents(tx, [known.userId]);
      if (!user || user.state === 'DEACTIVATED') throw new Refused('the person has left');
      await useIdentity(tx, known.id, claims.email);
      return { user: user.state === 'INVITED' ? await letJoin(tx, user) : user, confirm: false };
    }
    if (claims.email === null || !claims.emailVerified) throw new Refused('the address is not verified');
    return this.firstTime(tx, provider, claims, claims.email);
  }

  private async firstTime(
    tx: Tx,
    provider: SignInProvider,
    claims: Claims,
    told: string,
  ): Promise<{ user: User; confirm: boolean }> {
    const email = addressOf(told);
    const known = await findAgentByEmail(tx, email);
    if (!known && !provider.newPeople) throw new Refused('nobody was invited with this address');
    if (known?.state === 'DEACTIVATED') throw new Refused('the person has left');
    if (known && (await identityOf(tx, known.id, claims.issuer)))
      throw new Refused('the person is tied to another account there');
    if (known?.state === 'ACTIVE' && !provider.trustEmail) return { user: known, confirm: true };
    const user = known ?? (await addNewcomer(tx, { email, name: claims.name, seat: provider.seat }));
    await this.tieTo(tx, user, claims);
    // An invitation is for who has this address, and nobody has used the account yet.
    return { user: user.state === 'INVITED' ? await letJoin(tx, user) : user, confirm: false };
  }

  /** False when the account is tied already, or the person to another. */
  private async tieTo(tx: Tx, user: User, { issuer, subject, email }: Account): Promise<boolean> {
    if (!(await tie(tx, user.id, { issuer, subject, email }))) return false;
    await audit(tx, { action: 'SIGN_IN_TIED', object: user, changes: [{ field: 'issuer', before: null, after: issuer }] });
    return true;
  }

  private async isPasswordOf(user: User, password: unknown): Promise<boolean> {
    return typeof password === 'string' && password.length <= 1024 && verifyPassword(user.passwordHash, password);
  }
}

/** Only a path of our own: nobody is led elsewhere by a link to the sign-in. */
function ownPath(to: unknown, address: PublicAddress): string {
  const top = address.at('/');
  if (typeof to !== 'string' || to.length > 2000 || !to.startsWith('/') || !URL.canParse(to, top)) return '/';
  const url = new URL(to, top);
  const own = address.own(url.pathname);
  return url.origin === address.origin && !own.startsWith('/api/') ? own + url.search : '/';
}

function addressOf(email: string): string {
  try {
    return agentEmail(email);
  } catch (error) {
    if (error instanceof DomainError) throw new Refused('the address is none');
    throw error;
  }
}

function asSystem(ip: string | null) {
  return { ...ctxOf({ kind: 'system', name: 'Sign-in' }), ...(ip ? { ip } : {}) };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return error.message + cause;
}

function tooLate(): HttpError {
  return new HttpError(410, 'TOO_LATE', 'That took too long. Sign in again.');
}
