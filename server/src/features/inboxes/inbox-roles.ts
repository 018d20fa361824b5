import { type InboxRole, INBOX_ROLE_RANK } from '../../kernel/access.js';

/** What makes somebody a member of an inbox. */
export interface RoleSources {
  audience: 'EVERYONE' | 'MEMBERS';
  /** What he is named as himself. */
  own: InboxRole | null;
  /** What the teams are named as that he is in. */
  byTeams: readonly InboxRole[];
}

/** What is said of an agent himself counts; else the highest role of his teams; else AGENT where it is for everyone; null for no member (S75). */
export function roleOf({ audience, own, byTeams }: RoleSources): InboxRole | null {
  if (own) return own;
  const [highest] = byTeams.toSorted((a, b) => INBOX_ROLE_RANK[b] - INBOX_ROLE_RANK[a]);
  return highest ?? (audience === 'EVERYONE' ? 'AGENT' : null);
}
