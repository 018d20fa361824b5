import { hasScope, isAdmin, type Principal, type WorkspaceRole } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Tx } from '../../kernel/uow.js';
import { countOwners, findAgents, type User } from '../agents/index.js';

/** Owners manage everybody, admins the members: whoever can set somebody's password can be him. */
export function requireMayManage({ principal }: Ctx, role: WorkspaceRole, path: string[] = []): void {
  if (mayManage(principal, role)) return;
  const words = isAdminHere(principal) ? 'Only an owner manages owners and admins.' : 'Only admins manage people.';
  throw new DomainError('FORBIDDEN', words, path.length > 0 ? { path } : {});
}

/** The same as an answer. */
export function mayManage(principal: Principal, role: WorkspaceRole): boolean {
  if (principal.kind === 'system' || (principal.kind === 'user' && principal.role === 'OWNER')) return true;
  return isAdminHere(principal) && role === 'MEMBER';
}

function isAdminHere(principal: Principal): boolean {
  return principal.kind === 'user' ? isAdmin(principal) : hasScope(principal, ['ADMIN']);
}

/** For what any admin may do to anybody. */
export function requireAdmin(ctx: Ctx): void {
  if (!hasScope(ctx.principal, ['ADMIN'])) throw new DomainError('FORBIDDEN', 'Only admins manage people.');
}

/** The person, or NOT_FOUND. */
export async function requirePerson(tx: Tx, id: string): Promise<User> {
  const [user] = await findAgents(tx, [id]);
  if (!user) throw new DomainError('NOT_FOUND', 'There is no such person.', { path: ['id'] });
  return user;
}

/** Throws when this active owner is the last one. The caller holds the lock of the workspace. */
export async function keepAnOwner(tx: Tx, user: User, path: string[]): Promise<void> {
  if (user.role !== 'OWNER' || user.state !== 'ACTIVE' || (await countOwners(tx)) > 1) return;
  throw new DomainError('INVALID', `${user.name} is the last owner. Make somebody else an owner first.`, { path });
}

export function conflict(user: User): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this person. Look at it again.', { currentId: user.id });
}

/** Tells of a person: everybody sees the change, and who it is about has his rights looked at again. */
export function tellOfPerson(tx: Tx, user: Pick<User, 'id'>, change: 'CREATED' | 'UPDATED' | 'DELETED' = 'UPDATED'): void {
  tx.emit({ type: `agent.${change.toLowerCase()}`, change, nodeId: user.id, inboxId: null, audience: 'agents' });
}
