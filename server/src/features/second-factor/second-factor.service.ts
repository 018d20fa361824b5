import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/errors.js';
import { SecretBox } from '../../kernel/secrets.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User, verifyPassword } from '../agents/index.js';
import { audit } from '../audit/index.js';
import { Attempts, SessionService } from '../auth/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { newRecoveryCodes, readCode } from './code.js';
import {
  confirmFactor,
  countRecoveryCodes,
  deleteFactor,
  findFactor,
  putRecoveryCodes,
  putUnconfirmed,
  useRecoveryCode,
  useStep,
  withFactor,
} from './second-factor.repository.js';
import { keyUri, newKey, stepOfCode } from './totp.js';

/** A key to be put into an authenticator, by hand or as a QR code. */
export interface NewKey {
  key: string;
  uri: string;
}
/** How it stands with the asker's second step. */
export interface FactorState {
  on: boolean;
  since: number | null;
  recoveryCodesLeft: number;
  /** Nobody comes in without one. */
  required: boolean;
}
/** What a sign-in with the right password asks for, or that it is complete. */
export type SignInStep =
  { step: 'NONE' } | { step: 'CODE' } | ({ step: 'SET_UP' } & NewKey) | { step: 'DONE'; recoveryCodes: string[] };

/** The second step of signing in: a code that changes every 30 seconds (RFC 6238), or one of ten that were written down. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly attempts: Attempts,
    private readonly sessions: SessionService,
    private readonly workspace: WorkspaceService,
  ) {}

  /** How it stands for who asks. */
  async stateOf(userId: string): Promise<FactorState> {
    const { reader } = this.uow;
    const factor = await findFactor(reader, userId);
    const on = factor?.confirmedAt != null;
    const recoveryCodesLeft = on ? await countRecoveryCodes(reader, userId) : 0;
    return { on, since: factor?.confirmedAt ?? null, recoveryCodesLeft, required: await this.isRequired() };
  }

  /** Who of these has one. */
  withFactor(userIds: readonly string[]): Promise<string[]> {
    return withFactor(this.uow.reader, userIds);
  }

  /** Whether a right password alone does not let this person in. */
  async isWanted(reader: Reader, userId: string): Promise<boolean> {
    return (await withFactor(reader, [userId])).length > 0 || (await this.isRequired(reader));
  }

  /** The second half of a sign-in whose password was right; throws INVALID for a wrong code. The caller has counted the try. */
  async atSignIn(ctx: Ctx, user: User, code: unknown): Promise<SignInStep> {
    const factor = await findFactor(this.uow.reader, user.id);
    if (factor?.confirmedAt != null) {
      if (code === undefined) return { step: 'CODE' };
      await this.uow.run(ctx, (tx) => this.use(tx, user, code));
      return { step: 'NONE' };
    }
    if (!(await this.isRequired())) return { step: 'NONE' };
    if (code === undefined) return { step: 'SET_UP', ...(await this.uow.run(ctx, (tx) => this.offer(tx, user))) };
    return { step: 'DONE', recoveryCodes: await this.uow.run(ctx, (tx) => this.confirmIn(tx, user, code)) };
  }

  /** A key for the asker's authenticator; it counts once `confirm` has seen a code of it. */
  async begin(ctx: Ctx, password: string): Promise<NewKey> {
    const user = await this.asker(ctx);
    if (!(await verifyPassword(user.passwordHash, password)))
      throw new DomainError('INVALID', 'This is not your password.', { path: ['password'] });
    return this.uow.run(ctx, (tx) => this.offer(tx, user));
  }

  /** From now on the asker's sign-in asks for a code, and wherever else he is signed in ends; answers his recovery codes. */
  async confirm(ctx: Ctx, code: string): Promise<string[]> {
    const user = await this.asker(ctx);
    return this.uow.run(ctx, async (tx) => {
      const codes = await this.confirmIn(tx, user, code);
      await this.sessions.revokeAllIn(tx, user.id, ctx.principal.kind === 'user' ? ctx.principal.sessionId : null);
      return codes;
    });
  }

  /** Takes the asker's second step away, for which he shows one. */
  async remove(ctx: Ctx, code: string): Promise<void> {
    const user = await this.asker(ctx);
    await this.uow.run(ctx, async (tx) => {
      if (await this.isRequired(tx))
        throw new DomainError('FORBIDDEN', 'Everybody here needs a second step. An owner can reset yours.');
      await this.use(tx, user, code);
      await deleteFactor(tx, user.id);
      await audit(tx, { action: 'SECOND_FACTOR_OFF', object: user });
    });
  }

  /** New recovery codes in the place of the ones before. */
  async renewCodes(ctx: Ctx, code: string): Promise<string[]> {
    const user = await this.asker(ctx);
    return this.uow.run(ctx, async (tx) => {
      await this.use(tx, user, code);
      await audit(tx, { action: 'RECOVERY_CODES_MADE', object: user });
      return this.makeCodes(tx, user);
    });
  }

  /** Whether everybody needs a second step from his next sign-in on; for owners. */
  async require(ctx: Ctx, required: boolean): Promise<void> {
    if (ctx.principal.kind !== 'user' || ctx.principal.role !== 'OWNER')
      throw new DomainError('FORBIDDEN', 'Only an owner sets how people sign in.');
    await this.uow.run(ctx, async (tx) => {
      const before = await this.isRequired(tx);
      if (before === required) return;
      await this.workspace.setSecondFactorRequired(tx, required);
      const changes = [{ field: 'secondFactorRequired', before, after: required }];
      await audit(tx, { action: 'SIGN_IN_RULES_CHANGED', changes });
    });
  }

  private async isRequired(reader: Reader = this.uow.reader): Promise<boolean> {
    return (await this.workspace.find(reader))?.secondFactorRequired ?? false;
  }

  private async offer(tx: Tx, user: User): Promise<NewKey> {
    const key = newKey();
    if (!(await putUnconfirmed(tx, user.id, this.box.seal(key, user.id))))
      throw new DomainError('INVALID', 'You have a second step already. Switch it off first.');
    const { name } = await this.workspace.current(tx);
    return { key, uri: keyUri(key, name, user.email) };
  }

  private async confirmIn(tx: Tx, user: User, input: unknown): Promise<string[]> {
    const [factor, code] = [await findFactor(tx, user.id), readCode(input)];
    const open = factor?.confirmedAt === null ? factor : null;
    const step = open && code?.kind === 'time' ? stepOfCode(this.box.open(open.secret, user.id), code.code, tx.now) : null;
    if (!open || step === null || !(await confirmFactor(tx, open, step))) throw wrongCode();
    await audit(tx, { action: 'SECOND_FACTOR_ON', object: user });
    return this.makeCodes(tx, user);
  }

  /** Takes a code that is shown, which is worth nothing afterwards; INVALID for any that is not good. */
  private async use(tx: Tx, user: User, input: unknown): Promise<void> {
    const code = readCode(input);
    const factor = await findFactor(tx, user.id);
    if (!code || factor?.confirmedAt == null) throw wrongCode();
    if (code.kind === 'recovery') {
      if (!(await useRecoveryCode(tx, user.id, code.hash))) throw wrongCode();
      await audit(tx, { action: 'RECOVERY_CODE_USED', object: user });
      return;
    }
    const step = stepOfCode(this.box.open(factor.secret, user.id), code.code, tx.now);
    if (step === null || !(await useStep(tx, user.id, step))) throw wrongCode();
  }

  private async makeCodes(tx: Tx, user: User): Promise<string[]> {
    const codes = newRecoveryCodes();
    await putRecoveryCodes(
      tx,
      user.id,
      codes.map(({ hash }) => hash),
    );
    return codes.map(({ code }) => code);
  }

  /** A person in his own browser; each try is counted, so that nobody guesses codes in a window that was left open. */
  private async asker(ctx: Ctx): Promise<User> {
    const { principal } = ctx;
    if (principal.kind !== 'user' || principal.sessionId === null)
      throw new DomainError('FORBIDDEN', 'Only a person who is signed in changes how he signs in.');
    await this.attempts.countAccount(`second step ${principal.userId}`);
    const [user] = await findAgents(this.uow.reader, [principal.userId]);
    if (!user) throw new DomainError('NOT_FOUND', 'This account is no longer there.');
    return user;
  }
}

/** Takes the second step of somebody away, who signs in without until he makes a new one; whether he had one. */
export async function resetSecondFactor(tx: Tx, user: User): Promise<boolean> {
  const had = await deleteFactor(tx, user.id);
  if (had) await audit(tx, { action: 'SECOND_FACTOR_RESET', object: user });
  return had;
}

function wrongCode(): DomainError {
  return new DomainError('INVALID', 'This code is wrong, or it was used already. Wait for the next one.', { path: ['code'] });
}
