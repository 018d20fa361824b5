import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { audit } from '../audit/index.js';
import type { SignInIdentity } from './identity.entity.js';
import { deleteIdentities, deleteIdentity, identitiesOf, identityById, passwordsOff, withIdentity } from './oidc.repository.js';

/** The accounts with which one signs in oneself. */
@Injectable()
export class IdentityService {
  constructor(private readonly uow: UnitOfWork) {}

  async list({ principal }: Ctx): Promise<SignInIdentity[]> {
    return principal.kind === 'user' ? identitiesOf(this.uow.reader, principal.userId) : [];
  }

  /** Who of these has one. */
  having(userIds: readonly string[]): Promise<string[]> {
    return withIdentity(this.uow.reader, userIds);
  }

  /** One of the viewer's own. */
  async find({ principal }: Ctx, id: string): Promise<SignInIdentity | null> {
    const found = await identityById(this.uow.reader, id);
    return found && principal.kind === 'user' && found.userId === principal.userId ? found : null;
  }

  /** Unties it; never so that the viewer could not come in any more. */
  async remove(ctx: Ctx, id: string): Promise<string> {
    const identity = await this.find(ctx, id);
    if (!identity) throw new DomainError('NOT_FOUND', 'There is no such account.', { path: ['id'] });
    await this.uow.run(ctx, async (tx) => {
      const [user] = await findAgents(tx, [identity.userId]);
      if (!user) throw new DomainError('NOT_FOUND', 'This account is no longer there.');
      if (user.passwordHash === null || (await passwordsOff(tx)))
        throw new DomainError('INVALID', 'You sign in with it only. Set a password first, or ask an owner.', { path: ['id'] });
      await deleteIdentity(tx, id);
      await untied(tx, user);
    });
    return id;
  }
}

/** Unties everything from somebody; whether there was anything. */
export async function resetIdentities(tx: Tx, user: User): Promise<boolean> {
  const had = (await deleteIdentities(tx, user.id)) > 0;
  if (had) await untied(tx, user);
  return had;
}

async function untied(tx: Tx, user: User): Promise<void> {
  await audit(tx, { action: 'SIGN_IN_UNTIED', object: user });
}
