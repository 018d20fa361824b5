import type { WorkspaceRole } from '../../generated/graphql.js';

/** The roles that somebody may give: owners each, admins only that of a member. */
export function rolesToGive(own: WorkspaceRole): readonly WorkspaceRole[] {
  return own === 'OWNER' ? ['MEMBER', 'ADMIN', 'OWNER'] : ['MEMBER'];
}

/** Whether somebody manages a person of this role. */
export function manages(own: WorkspaceRole, role: WorkspaceRole): boolean {
  return rolesToGive(own).includes(role);
}
