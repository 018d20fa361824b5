import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { audit } from '../audit/index.js';
import { Attempts, SessionService, SignInChallenges } from '../auth/index.js';
import { Ceremonies, NotProved } from './ceremonies.js';
import { PasskeyChecks, type Shown } from './passkey-checks.js';
import type { Passkey } from './passkey.entity.js';
import {
  deletePasskey,
  deletePasskeys,
  findPasskey,
  insertPasskey,
  passkeysOf,
  renamePasskey,
  withPasskey,
} from './passkey.repository.js';

const MOST = 20;
const NAME_LENGTH = 60;
/** Who has no password has shown who he is when he signed in, as long as that is not long ago. */
const FRESH_MS = 15 * 60_000;
const MAKING = 'passkey-make';
const making = z.object({ sessionId: z.string(), challenge: z.string() });

export interface PasskeyAdd {
  ticket: string;
  response: unknown;
  name: string;
}

/** One's own passkeys. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ceremonies: Ceremonies,
    private readonly challenges: SignInChallenges,
    private readonly attempts: Attempts,
    private readonly sessions: SessionService,
    private readonly checks: PasskeyChecks,
  ) {}

  async list({ principal }: Ctx): Promise<{ available: boolean; passkeys: Passkey[] }> {
    const passkeys = principal.kind === 'user' ? await passkeysOf(this.uow.reader, principal.userId) : [];
    return { available: this.ceremonies.available, passkeys };
  }

  /** One of the viewer's own. */
  async find({ principal }: Ctx, id: string): Promise<Passkey | null> {
    const passkey = await findPasskey(this.uow.reader, 'id', id);
    return passkey && principal.kind === 'user' && passkey.userId === principal.userId ? passkey : null;
  }

  /** Who of these has one. */
  having(userIds: readonly string[]): Promise<string[]> {
    return withPasskey(this.uow.reader, userIds);
  }

  /** What the browser needs to make one, for who shows what he signs in with. */
  async begin(ctx: Ctx, given: Shown): Promise<{ ticket: string; options: PublicKeyCredentialCreationOptionsJSON }> {
    const { user, sessionId } = await this.asker(ctx);
    await this.attempts.countAccount(`passkey ${user.id}`);
    if (!this.ceremonies.available)
      throw new DomainError('UNSUPPORTED', 'Passkeys need a public address with https. See BALIE_PUBLIC_URL.');
    const known = await passkeysOf(this.uow.reader, user.id);
    if (known.length >= MOST) throw new DomainError('LIMIT', `There may be ${MOST} passkeys. Remove one first.`);
    if (user.passwordHash === null) await this.requireFresh(sessionId);
    await this.checks.requireOwner(ctx, user, given);
    const options = await this.ceremonies.toMake(user, await this.checks.workspaceName(), known);
    const data = { sessionId, challenge: options.challenge };
    return { ticket: await this.uow.run(ctx, (tx) => this.challenges.begin(tx, MAKING, data)), options };
  }

  /** Keeps what the authenticator has made. */
  async add(ctx: Ctx, { ticket, response, name }: PasskeyAdd): Promise<Passkey> {
    const { user, sessionId } = await this.asker(ctx);
    const checked = checkName(name);
    // Taken in a unit of its own: what fails below does not give it back.
    const taken = making.safeParse(await this.uow.run(ctx, (tx) => this.challenges.take(tx, MAKING, ticket)));
    if (!taken.success || taken.data.sessionId !== sessionId)
      throw new DomainError('INVALID', 'That took too long. Begin again.', { path: ['ticket'] });
    const key = await this.ceremonies.wasMade(response, taken.data.challenge).catch((error: unknown) => {
      if (!(error instanceof NotProved)) throw error;
      throw new DomainError('INVALID', 'This is not a passkey for this address. Begin again.', { path: ['response'] });
    });
    return this.uow.run(ctx, async (tx) => {
      const row = { id: newId('passkey'), userId: user.id, ...key, name: checked, createdAt: tx.now, lastUsedAt: null };
      if (!(await insertPasskey(tx, row)))
        throw new DomainError('INVALID', 'This passkey is there already.', { path: ['response'] });
      await audit(tx, { action: 'PASSKEY_ADDED', object: user, changes: named(null, checked) });
      return row;
    });
  }

  async rename(ctx: Ctx, id: string, name: string): Promise<Passkey> {
    const passkey = await this.own(ctx, id);
    const checked = checkName(name);
    await this.uow.run(ctx, (tx) => renamePasskey(tx, id, checked));
    return { ...passkey, name: checked };
  }

  async remove(ctx: Ctx, id: string): Promise<string> {
    const passkey = await this.own(ctx, id);
    const { user } = await this.asker(ctx);
    await this.uow.run(ctx, async (tx) => {
      await deletePasskey(tx, id);
      await audit(tx, { action: 'PASSKEY_REMOVED', object: user, changes: named(passkey.name, null) });
    });
    return id;
  }

  private async own(ctx: Ctx, id: string): Promise<Passkey> {
    const passkey = await this.find(ctx, id);
    if (!passkey) throw new DomainError('NOT_FOUND', 'There is no such passkey.', { path: ['id'] });
    return passkey;
  }

  private async requireFresh(sessionId: string): Promise<void> {
    const session = await this.sessions.byId(sessionId);
    if (session && this.clock.now() - session.createdAt < FRESH_MS) return;
    throw new DomainError('FORBIDDEN', 'Sign in again first, so that nobody makes a passkey in a window that was left open.');
  }

  private async asker({ principal }: Ctx): Promise<{ user: User; sessionId: string }> {
    const [user] = principal.kind === 'user' ? await findAgents(this.uow.reader, [principal.userId]) : [];
    if (principal.kind !== 'user' || principal.sessionId === null || !user)
      throw new DomainError('FORBIDDEN', 'Only a person who is signed in changes how he signs in.');
    return { user, sessionId: principal.sessionId };
  }
}

/** Takes all passkeys of somebody away; whether there were any. */
export async function removePasskeys(tx: Tx, user: User): Promise<boolean> {
  const had = (await deletePasskeys(tx, user.id)) > 0;
  if (had) await audit(tx, { action: 'PASSKEY_REMOVED', object: user });
  return had;
}

const named = (before: string | null, after: string | null) => [{ field: 'name', before, after }];

function checkName(given: string): string {
  const name = given.trim();
  if (name !== '' && name.length <= NAME_LENGTH && !/\p{Cc}/u.test(name)) return name;
  throw new DomainError('INVALID', `A name has 1 to ${NAME_LENGTH} characters.`, { path: ['name'] });
}
