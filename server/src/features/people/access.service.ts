import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import {
  agentName,
  agentPassword,
  findAgentByEmail,
  findAgents,
  hashPassword,
  languageTag,
  timeZoneName,
  updateAgent,
  type User,
  verifyPassword,
  webAddress,
} from '../agents/index.js';
import { audit } from '../audit/index.js';
import { ctxOf, ctxOfPerson, looksLikeSecret, type Place, SessionService } from '../auth/index.js';
import { passwordsOff } from '../oidc/index.js';
import { SecondFactorService } from '../second-factor/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { consumeLink, findLiveLink } from './access-link.js';
import type { AccessLink } from './access-link.entity.js';
import { tellOfPerson } from './people-rules.js';
import { SystemMail } from './system-mail.js';

/** What the form behind a link shows before anything is filled in. */
export interface LinkView {
  purpose: AccessLink['purpose'];
  name: string;
  email: string;
  workspace: string;
}
export interface LinkUse {
  secret: unknown;
  name?: unknown;
  password: unknown;
  locale?: unknown;
  timeZone?: unknown;
}
export interface ProfileSave {
  name?: string | null;
  locale?: string | null;
  timeZone?: string | null;
  avatarUrl?: string | null;
  meetingUrl?: string | null;
}

/** Coming in by a link, passwords, and what is one's own. */
@Injectable()
export class AccessService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly workspace: WorkspaceService,
    private readonly mail: SystemMail,
    private readonly factors: SecondFactorService,
  ) {}

  /** What a link is for; NOT_FOUND when it does not hold, whatever the reason. */
  async look(secret: unknown): Promise<LinkView> {
    const link = looksLikeSecret(secret) ? await findLiveLink(this.uow.reader, secret, this.clock.now()) : null;
    const [user] = link ? await findAgents(this.uow.reader, [link.userId]) : [];
    if (!link || !user || !fits(link, user)) throw gone();
    const workspace = await this.workspace.current();
    return { purpose: link.purpose, name: user.name, email: user.email, workspace: workspace.name };
  }

  /** Uses a link: the password is set, other sessions end, and a new one begins unless a second step is wanted: then he signs in with both. */
  async use(input: LinkUse, place: Place): Promise<{ secret: string | null }> {
    const { purpose } = await this.look(input.secret);
    // Hashing takes too long for a unit of work.
    const passwordHash = await hashPassword(agentPassword(input.password));
    const name = purpose === 'INVITE' && input.name !== undefined ? agentName(input.name) : null;
    const link = await findLiveLink(this.uow.reader, input.secret as string, this.clock.now());
    const [before] = link ? await findAgents(this.uow.reader, [link.userId]) : [];
    if (!before) throw gone();
    // Whoever has the link is the person.
    return this.uow.run(ctxOfPerson(before, place.ip), async (tx) => {
      const live = await findLiveLink(tx, input.secret as string, tx.now);
      const [user] = live ? await findAgents(tx, [live.userId]) : [];
      if (!live || !user || !fits(live, user) || !(await consumeLink(tx, live))) throw gone();
      const chosen =
        purpose === 'INVITE' ? { locale: languageTag(input.locale) ?? user.locale, timeZone: timeZoneName(input.timeZone) } : {};
      const changed = await updateAgent(tx, user, { passwordHash, state: 'ACTIVE', ...(name ? { name } : {}), ...chosen });
      await this.sessions.revokeAllIn(tx, user.id);
      await audit(tx, { action: purpose === 'INVITE' ? 'AGENT_JOINED' : 'PASSWORD_CHANGED', object: changed });
      tellOfPerson(tx, changed);
      if (await this.factors.isWanted(tx, user.id)) return { secret: null };
      const { secret } = await this.sessions.startIn(tx, user.id, place);
      return { secret };
    });
  }

  /** Whether nobody comes in by a password, or by a link that sets one. */
  passwordsOff(): Promise<boolean> {
    return passwordsOff(this.uow.reader);
  }

  /** Whether system mail can bring a link; it is sent only where there is such an account, and nobody learns whether there is. */
  async forgot(email: string): Promise<{ mail: boolean }> {
    const mail = (await this.mail.channel()) !== null;
    const user = mail ? await findAgentByEmail(this.uow.reader, email.trim().toLowerCase()) : null;
    if (user && user.state !== 'DEACTIVATED')
      await this.uow.run(ctxOf({ kind: 'system', name: 'Sign-in' }), (tx) => this.startReset(tx, user));
    return { mail };
  }

  /** Sets the asker's own password and ends his other sessions. */
  async changePassword(ctx: Ctx, current: string, password: string): Promise<User> {
    const { principal } = ctx;
    if (principal.kind !== 'user' || principal.sessionId === null)
      throw new DomainError('FORBIDDEN', 'Only a person who is signed in changes his password.');
    const [before] = await findAgents(this.uow.reader, [principal.userId]);
    if (!before || !(await verifyPassword(before.passwordHash, current)))
      throw new DomainError('INVALID', 'This is not your password.', { path: ['current'] });
    const passwordHash = await hashPassword(agentPassword(password));
    return this.uow.run(ctx, async (tx) => {
      const user = await this.own(tx);
      const changed = await updateAgent(tx, user, { passwordHash });
      await this.sessions.revokeAllIn(tx, user.id, principal.sessionId);
      await audit(tx, { action: 'PASSWORD_CHANGED', object: user });
      return changed;
    });
  }

  /** What is one's own to say. */
  async saveProfile(ctx: Ctx, input: ProfileSave): Promise<User> {
    const name = input.name == null ? null : agentName(input.name);
    const [locale, timeZone] = [languageTag(input.locale), timeZoneName(input.timeZone)];
    if (input.locale != null && locale === null)
      throw new DomainError('INVALID', 'This is no language. Give a tag such as nl.', { path: ['locale'] });
    if (input.timeZone != null && timeZone === null)
      throw new DomainError('INVALID', 'This is no time zone. Give a name such as Europe/Amsterdam.', { path: ['timeZone'] });
    const addresses = { ...ownAddress(input, 'avatarUrl'), ...ownAddress(input, 'meetingUrl') };
    return this.uow.run(ctx, async (tx) => {
      const user = await this.own(tx);
      const patch = { ...(name ? { name } : {}), ...(locale ? { locale } : {}), ...(timeZone ? { timeZone } : {}) };
      const changed = await updateAgent(tx, user, { ...patch, ...addresses });
      tellOfPerson(tx, changed);
      return changed;
    });
  }

  private async startReset(tx: Tx, user: User): Promise<void> {
    if (await this.mail.enqueueLink(tx, user.id)) await audit(tx, { action: 'PASSWORD_RESET_STARTED', object: user });
  }

  private async own(tx: Tx): Promise<User> {
    const { principal } = tx.ctx;
    const [user] = principal.kind === 'user' ? await findAgents(tx, [principal.userId]) : [];
    if (!user) throw new DomainError('FORBIDDEN', 'Only a person has a profile.');
    return user;
  }
}

/** An invitation is for who has not joined, a reset for who has. */
function fits(link: AccessLink, user: User): boolean {
  return user.state === (link.purpose === 'INVITE' ? 'INVITED' : 'ACTIVE');
}

/** An address that visitors see: empty text takes it away, and what is not given stays as it is. */
function ownAddress<F extends 'avatarUrl' | 'meetingUrl'>(input: ProfileSave, field: F): { [K in F]?: string | null } {
  const given = input[field]?.trim();
  if (given === undefined) return {};
  if (given !== '' && !webAddress(given))
    throw new DomainError('INVALID', 'Give an address that begins with https://.', { path: [field] });
  return { [field]: given || null } as { [K in F]?: string | null };
}

function gone(): DomainError {
  return new DomainError('NOT_FOUND', 'This link was used already, or it is too old. Ask for a new one.');
}
