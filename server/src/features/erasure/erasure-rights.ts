import { hasScope, isAdmin } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';

/** Whether somebody may erase people, and hand over what is kept of them. */
export function mayErase({ principal }: Ctx): boolean {
  return principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
}

export function requireEraser(ctx: Ctx): void {
  if (!mayErase(ctx)) throw new DomainError('FORBIDDEN', 'Only admins do this.');
}
