import { Injectable } from '@nestjs/common';
import type { SignInProviderProblem } from '../../generated/graphql.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { SecretBox } from '../../kernel/secrets.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { User } from '../agents/index.js';
import { audit, changesOf } from '../audit/index.js';
import { Attempts } from '../auth/index.js';
import { findProvider, identityOf, insertProvider, passwordsOff, updateProvider } from './oidc.repository.js';
import { OidcOptions } from './oidc-options.js';
import { type Client, ProviderClient, ProviderRefused } from './provider-client.js';
import { PROVIDER_ID, type SignInProvider } from './provider.entity.js';
import { checkButton, checkClientId, checkDomains, checkIssuer, checkSecret, checkStepValues } from './provider-rules.js';

/** Where the provider sends the browser back to. */
const CALLBACK = '/api/sign-in/provider/callback';
const FIELDS = [
  'active',
  'issuer',
  'clientId',
  'button',
  'domains',
  'newPeople',
  'seat',
  'trustEmail',
  'secondStepValues',
] as const;
/** What somebody is told who tries a password where none is taken. */
export const PASSWORDS_OFF = 'Here people sign in with the provider of the company, not with a password.';

/** What an owner fills in. */
export interface ProviderSave {
  active: boolean;
  issuer: string;
  clientId: string;
  clientSecret?: string | null;
  button: string;
  domains: string[];
  newPeople: boolean;
  seat: User['seat'];
  trustEmail: boolean;
  secondStepValues: string[];
  expectedVersion?: number | null;
}
/** How people sign in, as owners see it. */
export interface SignInSettings {
  provider: SignInProvider | null;
  redirectUri: string | null;
  passwordsAllowed: boolean;
  viewerUsedProvider: boolean;
}

/** With which provider people sign in, and whether they still may by a password; for owners. */
@Injectable()
export class ProviderService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly box: SecretBox,
    private readonly client: ProviderClient,
    private readonly attempts: Attempts,
    readonly address: PublicAddress,
    private readonly options: OidcOptions,
  ) {}

  get redirectUri(): string | null {
    return this.address.url && this.address.at(CALLBACK);
  }

  /** The provider as long as people may sign in with it. */
  async active(): Promise<SignInProvider | null> {
    const provider = this.redirectUri === null ? null : await findProvider(this.uow.reader);
    return provider?.active ? provider : null;
  }

  /** Whether nobody comes in by a password. */
  passwordsOff(): Promise<boolean> {
    return passwordsOff(this.uow.reader);
  }

  /** How Balie is known to the provider. */
  clientOf({ issuer, clientId, clientSecret }: SignInProvider): Client {
    return { issuer, clientId, clientSecret: clientSecret === null ? null : this.box.open(clientSecret, PROVIDER_ID) };
  }

  async settings(ctx: Ctx): Promise<SignInSettings> {
    const userId = requireOwner(ctx);
    const { reader } = this.uow;
    const provider = await findProvider(reader);
    const used = provider && (await identityOf(reader, userId, provider.issuer));
    const passwordsAllowed = !(provider?.passwordsOff ?? false);
    return { provider, redirectUri: this.redirectUri, passwordsAllowed, viewerUsedProvider: used !== null };
  }

  /** Sets the provider; one that is new or switched on must answer. */
  async save(ctx: Ctx, input: ProviderSave): Promise<void> {
    requireOwner(ctx);
    const row = {
      active: input.active,
      issuer: checkIssuer(input.issuer, this.options.privateNetworks),
      clientId: checkClientId(input.clientId),
      button: checkButton(input.button),
      domains: checkDomains(input.domains),
      newPeople: input.newPeople,
      seat: input.seat,
      trustEmail: input.trustEmail,
      secondStepValues: checkStepValues(input.secondStepValues),
    };
    const before = await findProvider(this.uow.reader);
    const moved = before?.issuer !== row.issuer;
    if (row.active && (moved || !before?.active)) await this.requireAnswer({ ...row, clientSecret: null });
    const given = input.clientSecret ? this.box.seal(checkSecret(input.clientSecret), PROVIDER_ID) : null;
    await this.uow.run(ctx, async (tx) => {
      const known = await findProvider(tx);
      if (!known) return this.insert(tx, { ...row, clientSecret: given });
      if ((input.expectedVersion ?? known.version) !== known.version) throw changedMeanwhile();
      if (known.passwordsOff && (!row.active || known.issuer !== row.issuer))
        throw new DomainError('INVALID', 'People sign in with it only. Allow passwords first.', {
          path: [row.active ? 'issuer' : 'active'],
        });
      // Else the secret of one provider would be told to another.
      if (!given && known.clientSecret !== null && known.issuer !== row.issuer)
        throw new DomainError('INVALID', 'Give the client secret of this provider.', { path: ['clientSecret'] });
      const after = await updateProvider(tx, known, { ...row, ...(given ? { clientSecret: given } : {}) });
      const secret = given ? [{ field: 'clientSecret', before: null, after: null }] : [];
      await this.audited(tx, [...changesOf(known, after, FIELDS), ...secret]);
    });
  }

  /** What is wrong with a provider; null when nothing is. */
  async test(ctx: Ctx, issuer: string): Promise<{ problem: SignInProviderProblem; message: string } | null> {
    await this.attempts.countAccount(`provider ${requireOwner(ctx)}`);
    const checked = checkIssuer(issuer, this.options.privateNetworks);
    return this.problemOf({ issuer: checked, clientId: 'test', clientSecret: null });
  }

  /** Whether people may sign in by a password. Never so that the owner who forbids it could not come in any more. */
  async allowPasswords(ctx: Ctx, allowed: boolean): Promise<void> {
    const userId = requireOwner(ctx);
    const provider = await findProvider(this.uow.reader);
    if (allowed === !(provider?.passwordsOff ?? false)) return;
    if (!allowed) {
      if (!provider?.active || this.redirectUri === null)
        throw new DomainError('INVALID', 'Set a provider first, and switch it on.', { path: ['allowed'] });
      await this.requireAnswer(this.clientOf(provider));
    }
    await this.uow.run(ctx, async (tx) => {
      const known = await findProvider(tx);
      if (!known || (!allowed && (!known.active || known.version !== provider?.version))) throw changedMeanwhile();
      if (!allowed && !(await identityOf(tx, userId, known.issuer)))
        throw new DomainError('INVALID', 'Sign in with the provider yourself first, so that you know that it works.', {
          path: ['allowed'],
        });
      await updateProvider(tx, known, { passwordsOff: !allowed });
      await audit(tx, { action: 'SIGN_IN_RULES_CHANGED', changes: passwordChange(allowed) });
    });
  }

  private async insert(tx: Tx, row: Omit<SignInProvider, 'id' | 'passwordsOff' | 'createdAt' | 'updatedAt' | 'version'>) {
    const times = { createdAt: tx.now, updatedAt: tx.now, version: 1 };
    const provider: SignInProvider = { id: PROVIDER_ID, ...row, passwordsOff: false, ...times };
    if (!(await insertProvider(tx, provider))) throw changedMeanwhile();
    await this.audited(tx, changesOf(null, provider, FIELDS));
  }

  private async audited(tx: Tx, changes: ReturnType<typeof changesOf>): Promise<void> {
    if (changes.length > 0) await audit(tx, { action: 'SIGN_IN_PROVIDER_CHANGED', changes });
  }

  private async requireAnswer(client: Client): Promise<void> {
    const wrong = await this.problemOf(client);
    if (wrong) throw new DomainError('INVALID', wrong.message, { path: ['issuer'] });
  }

  private async problemOf(client: Client): Promise<{ problem: SignInProviderProblem; message: string } | null> {
    try {
      await this.client.discover(client);
      return null;
    } catch (error) {
      if (error instanceof ProviderRefused) return { problem: error.problem, message: error.message };
      throw error;
    }
  }
}

/** Lets people sign in by a password again, from the terminal; whether that changed anything. */
export async function allowPasswordsAgain(tx: Tx): Promise<boolean> {
  const known = await findProvider(tx);
  if (!known?.passwordsOff) return false;
  await updateProvider(tx, known, { passwordsOff: false });
  await audit(tx, { action: 'SIGN_IN_RULES_CHANGED', changes: passwordChange(true) });
  return true;
}

const passwordChange = (allowed: boolean) => [{ field: 'passwordsAllowed', before: !allowed, after: allowed }];

function requireOwner({ principal }: Ctx): string {
  if (principal.kind === 'user' && principal.role === 'OWNER') return principal.userId;
  throw new DomainError('FORBIDDEN', 'Only an owner sets how people sign in.');
}

function changedMeanwhile(): DomainError {
  return new DomainError('CONFLICT', 'The settings were changed meanwhile. Look at them again.', { path: ['expectedVersion'] });
}
