import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type User, verifyPassword } from '../agents/index.js';
import { SecondFactorService } from '../second-factor/index.js';
import { WorkspaceService } from '../workspace/index.js';

/** What is shown again before a passkey is made. */
export interface Shown {
  password?: string | null;
  code?: string | null;
}

/** What must be right before a passkey is made. */
@Injectable()
export class PasskeyChecks {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly workspace: WorkspaceService,
  ) {}

  async workspaceName(): Promise<string> {
    return (await this.workspace.current()).name;
  }

  /** Throws INVALID for a password or code that is wrong: a passkey is worth as much as both. */
  async requireOwner(ctx: Ctx, user: User, { password, code }: Shown): Promise<void> {
    if (user.passwordHash !== null && !(await verifyPassword(user.passwordHash, (password ?? '').slice(0, 1024))))
      throw new DomainError('INVALID', 'This is not your password.', { path: ['password'] });
    const { on } = await this.factors.stateOf(user.id);
    if (on) await this.factors.atSignIn(ctx, user, code ?? '');
  }
}
