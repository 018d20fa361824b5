/** The rights that a token or a session carries; the same words as `Scope` in the schema. */
export type Scope =
  'CONVERSATIONS_READ' | 'CONVERSATIONS_WRITE' | 'MESSAGES_WRITE' | 'CONTACTS_READ' | 'CONTACTS_WRITE' | 'ADMIN';
export type WorkspaceRole = 'OWNER' | 'ADMIN' | 'MEMBER';
export type InboxRole = 'MANAGER' | 'AGENT' | 'VIEWER';

/** Who is asking, with his memberships as they are now. Loaded for each request, and again when rights change. */
export type Principal =
  | {
      kind: 'user';
      userId: string;
      name: string;
      role: WorkspaceRole;
      scopes: ReadonlySet<Scope>;
      inboxRoles: ReadonlyMap<string, InboxRole>;
      /** Null for a personal token. */
      sessionId: string | null;
    }
  | { kind: 'integration'; tokenId: string; name: string; scopes: ReadonlySet<Scope> }
  | { kind: 'system'; name: string };

/** What can be done with an inbox and what lies in it. */
export type InboxAction = 'view' | 'comment' | 'act' | 'manage';

/** Which inboxes a principal may see: all of them, or only those named. The one predicate behind lists, counts, search and subscriptions. */
export type VisibleInboxes = { all: true } | { all: false; inboxIds: readonly string[] };

const RANK: Record<InboxRole, number> = { VIEWER: 1, AGENT: 2, MANAGER: 3 };

/**
 * The one rule about inboxes: owners and admins see each inbox (S4) and manage it, but comment and act only as members (S5);
 * members see theirs (S6): viewers read and comment, agents act, managers manage. Integrations act by their scopes, the system always.
 */
export function canInInbox(principal: Principal, action: InboxAction, inboxId: string): boolean {
  if (principal.kind === 'system') return true;
  if (principal.kind === 'integration') return integrationCan(principal.scopes, action);
  const role = principal.inboxRoles.get(inboxId);
  const admin = isAdmin(principal);
  switch (action) {
    case 'view':
      // A session always carries the scope; a personal token may not.
      return principal.scopes.has('CONVERSATIONS_READ') && (admin || role !== undefined);
    case 'comment':
      return role !== undefined;
    case 'act':
      return role !== undefined && RANK[role] >= RANK.AGENT;
    case 'manage':
      return admin || role === 'MANAGER';
  }
}

/** `canInInbox(principal, 'view', …)` as a set, for SQL. */
export function visibleInboxes(principal: Principal): VisibleInboxes {
  if (!hasScope(principal, ['CONVERSATIONS_READ'])) return { all: false, inboxIds: [] };
  if (principal.kind !== 'user' || isAdmin(principal)) return { all: true };
  return { all: false, inboxIds: [...principal.inboxRoles.keys()] };
}

/** Whether the principal holds any of the scopes. */
export function hasScope(principal: Principal, anyOf: readonly Scope[]): boolean {
  if (principal.kind === 'system') return true;
  return anyOf.some((scope) => principal.scopes.has(scope));
}

/** Owners and admins. */
export function isAdmin(principal: Principal): boolean {
  return principal.kind === 'user' && principal.role !== 'MEMBER';
}

/** The scopes that a session of this role carries. */
export function scopesOfRole(role: WorkspaceRole): Set<Scope> {
  const scopes: Scope[] = ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_WRITE', 'CONTACTS_READ', 'CONTACTS_WRITE'];
  return new Set(role === 'MEMBER' ? scopes : [...scopes, 'ADMIN']);
}

function integrationCan(scopes: ReadonlySet<Scope>, action: InboxAction): boolean {
  switch (action) {
    case 'view':
      return scopes.has('CONVERSATIONS_READ');
    case 'comment':
      return scopes.has('MESSAGES_WRITE');
    case 'act':
      return scopes.has('CONVERSATIONS_WRITE') || scopes.has('MESSAGES_WRITE');
    case 'manage':
      return scopes.has('ADMIN');
  }
}
