import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { User } from '../agents/index.js';
import { HttpError } from '../auth/index.js';
import type { SecondFactorService, SignInStep } from './second-factor.service.js';

/** The second half of a sign-in for the routes of it: a wrong code is BAD_CODE. The caller has counted the try. */
export async function secondStep(factors: SecondFactorService, ctx: Ctx, agent: User, code: unknown): Promise<SignInStep> {
  try {
    return await factors.atSignIn(ctx, agent, code);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID') throw new HttpError(401, 'BAD_CODE', error.message);
    throw error;
  }
}
