import { createHash } from 'node:crypto';
import type { Context, Slack } from './api.js';

const KEPT_MS = 10 * 60_000;

/** Somebody in Slack, as his profile says. */
export interface Person {
  id: string;
  name: string;
  /** Only with the scope users:read.email, and never for strangers of a shared channel. */
  email: string | null;
  bot: boolean;
}
/** The workspace that the token belongs to. */
export interface Home {
  teamId: string;
  team: string;
  /** Who we are there. */
  userId: string;
}

const kept = new Map<string, { until: number; value: Promise<unknown> }>();

/** Looks it up at most once in ten minutes; what failed is looked up again. */
function once<T>(key: string, now: number, look: () => Promise<T>): Promise<T> {
  const found = kept.get(key);
  if (found && found.until > now) return found.value as Promise<T>;
  if (kept.size > 2000) kept.clear();
  const value = look();
  kept.set(key, { until: now + KEPT_MS, value });
  value.catch(() => kept.delete(key));
  return value;
}

/** Another workspace may be the one of this instance now. */
export function forgetPeople(): void {
  kept.clear();
}

const ownerOf = ({ instance, settings }: Pick<Context, 'instance' | 'settings'>): string =>
  `${instance.id} ${createHash('sha256').update(`${settings.apiUrl} ${settings.connect} ${settings.botToken} ${settings.clientId}`).digest('base64url')}`;

/** Where the token is at home (auth.test). */
export function homeOf(context: Context, slack: Slack): Promise<Home> {
  return once(`home ${ownerOf(context)}`, Date.now(), async () => {
    const { team_id, team, user_id } = await slack.call<{ team_id: string; team: string; user_id: string }>('auth.test');
    return { teamId: team_id, team, userId: user_id };
  });
}

/** Who somebody is (users.info). */
export function personOf(context: Context, slack: Slack, user: string): Promise<Person> {
  return once(`user ${ownerOf(context)} ${user}`, Date.now(), async () => {
    const answer = await slack.call<{ user: UserInfo }>('users.info', { user });
    const { profile = {}, real_name, name, is_bot } = answer.user;
    const shown = profile.display_name || profile.real_name || real_name || name || user;
    return { id: user, name: shown, email: profile.email?.toLowerCase() ?? null, bot: is_bot === true };
  });
}
interface UserInfo {
  name?: string;
  real_name?: string;
  is_bot?: boolean;
  profile?: { display_name?: string; real_name?: string; email?: string };
}

/** Names of those who are mentioned; who can't be looked up keeps his id. */
export async function namesOf(context: Context, slack: Slack, users: readonly string[]): Promise<Map<string, string>> {
  const look = async (user: string) => personOf(context, slack, user).then(({ name }) => [user, name] as const);
  const found = await Promise.allSettled(users.slice(0, 20).map(look));
  return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

/** Somebody of Slack who may or may not act in Balie. */
export interface Known {
  person: Person;
  account: { kind: 'slack.user'; value: string };
  /** The member of Balie: he has linked the account himself, and its e-mail address is still his. */
  agent: { id: string; name: string } | null;
}

export async function knownAs(context: Context, slack: Slack, team: string, user: string): Promise<Known> {
  const person = await personOf(context, slack, user);
  const account = { kind: 'slack.user', value: `${team}:${user}` } as const;
  const agent = person.bot ? null : await context.linked(account);
  const same = agent !== null && person.email === agent.email.toLowerCase();
  return { person, account, agent: same ? { id: agent.id, name: agent.name } : null };
}
