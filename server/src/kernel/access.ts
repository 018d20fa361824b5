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
      /** Null when he comes by a personal token or by a plugin. */
      sessionId: string | null;
      /** The responder of a plugin that acts in his name, where he has linked his account elsewhere. */
      via?: { id: string; name: string };
      /** The personal token that he or his program shows. */
      token?: { id: string; name: string };
    }
  | {
      kind: 'integration';
      tokenId: string;
      name: string;
      scopes: ReadonlySet<Scope>;
      /** A responder of a plugin: it sees the inboxes that it serves, and with `turn` acts only where it has the word. */
      bot?: { inboxIds: readonly string[]; turn: boolean };
    }
  | {
      kind: 'system';
      name: string;
      /** The rule of the workspace that does it by itself. */
      ruleId?: string;
    };

/** What can be done with an inbox and what lies in it. */
export type InboxAction = 'view' | 'comment' | 'act' | 'manage';

/** Which inboxes a principal may see: all of them, or only those named. The one predicate behind lists, counts, search and subscriptions. */
export type VisibleInboxes = { all: true } | { all: false; inboxIds: readonly string[] };

/** Each role may what those below it may. */
export const INBOX_ROLE_RANK: Record<InboxRole, number> = { VIEWER: 1, AGENT: 2, MANAGER: 3 };

/**
 * The one rule about inboxes: owners and admins see each inbox (S4) and manage it, but comment and act only as members (S5);
 * members see theirs (S6): viewers read and comment, agents act, managers manage. A session carries all scopes of its role; who comes with
 * a personal token needs the scope besides. Integrations act by their scopes, the system always.
 */
export function canInInbox(principal: Principal, action: InboxAction, inboxId: string): boolean {
  if (principal.kind === 'system') return true;
  if (principal.kind === 'integration') {
    const served = !principal.bot || principal.bot.inboxIds.includes(inboxId);
    return served && integrationCan(principal.scopes, action);
  }
  const role = principal.inboxRoles.get(inboxId);
  const admin = isAdmin(principal);
  switch (action) {
    case 'view':
      return principal.scopes.has('CONVERSATIONS_READ') && (admin || role !== undefined);
    case 'comment':
      return role !== undefined && hasScope(principal, ['CONVERSATIONS_WRITE', 'MESSAGES_WRITE']);
    case 'act': {
      const acts = role !== undefined && INBOX_ROLE_RANK[role] >= INBOX_ROLE_RANK.AGENT;
      return acts && hasScope(principal, ['CONVERSATIONS_WRITE', 'MESSAGES_WRITE']);
    }
    case 'manage':
      return admin || (role === 'MANAGER' && principal.scopes.has('CONVERSATIONS_WRITE'));
  }
}

/** `canInInbox(principal, 'view', …)` as a set, for SQL. */
export function visibleInboxes(principal: Principal): VisibleInboxes {
  if (!hasScope(principal, ['CONVERSATIONS_READ'])) return { all: false, inboxIds: [] };
  if (principal.kind === 'integration' && principal.bot) return { all: false, inboxIds: principal.bot.inboxIds };
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

/** The scopes that only look. */
const READING: ReadonlySet<Scope> = new Set(['CONVERSATIONS_READ', 'CONTACTS_READ']);

/**
 * Whether the principal may change something by a field that is open to these scopes. Some changes are open to whoever reads, such as
 * what one has read or one's own settings: a personal token needs a scope that writes for these too, so that one that only reads changes nothing.
 */
export function mayChange(principal: Principal, anyOf: readonly Scope[]): boolean {
  if (!hasScope(principal, anyOf)) return false;
  const readersMay = anyOf.every((scope) => READING.has(scope));
  return !readersMay || principal.kind !== 'user' || !principal.token || principal.scopes.has('CONVERSATIONS_WRITE');
}

/** The rights that a personal token leaves of a role: no token has an owner's, and one without ADMIN is a member's. */
export function roleOfToken(role: WorkspaceRole, scopes: ReadonlySet<Scope>): WorkspaceRole {
  return role !== 'MEMBER' && scopes.has('ADMIN') ? 'ADMIN' : 'MEMBER';
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
