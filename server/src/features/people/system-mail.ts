import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Capabilities, SendResult } from '@balie/plugin-sdk';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { newToken } from '../../kernel/random.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { audit } from '../audit/index.js';
import { type Channel, ChannelFailure, channelsOfPlugin, findChannel, PluginGateway } from '../channels/index.js';
import { pausedWait } from '../delivery/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { makeLink } from './access-link.js';
import { requireMayManage } from './people-rules.js';
import { linkMail } from './link-mail.js';

/** The job that sends somebody a link to sign in with. */
export const LINK_MAIL = 'people.linkMail';
const SEND_TIMEOUT_MS = 60_000;
const ATTEMPTS = 6;

/** A mail to somebody who works here. */
export interface SystemMailing {
  to: Pick<User, 'email' | 'name'>;
  subject: string;
  text: string;
  /** For mails that he may end. */
  list?: { unsubscribe: string };
  /** It leaves as what a person writes does: with a way back for what can't be delivered, which a mail of a machine has not (RFC 3834, 3.3). */
  asWritten?: boolean;
}

/** What is sent to people who work here, by a channel that can write first to an e-mail address; the core names none. */
@Injectable()
export class SystemMail implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly gateway: PluginGateway,
    private readonly workspace: WorkspaceService,
    private readonly address: PublicAddress,
  ) {}

  onModuleInit(): void {
    this.jobs.register(LINK_MAIL, (job) => this.sendLink(job));
  }

  /** The channel that was chosen, if it can still do it and we know our own address; null: show links instead. */
  async channel(reader: Reader = this.uow.reader): Promise<Channel | null> {
    const id = (await this.workspace.find(reader))?.systemMailChannelId;
    const channel = id ? await findChannel(reader, id) : null;
    return channel && canReachMail(channel) && this.address.url !== null ? channel : null;
  }

  /** Channels that may be chosen. */
  async candidates(): Promise<Channel[]> {
    return (await channelsOfPlugin(this.uow.reader)).filter(canReachMail);
  }

  async choose(ctx: Ctx, channelId: string | null): Promise<void> {
    requireMayManage(ctx, 'ADMIN');
    await this.uow.run(ctx, async (tx) => {
      const channel = channelId === null ? null : await findChannel(tx, channelId);
      if (channelId !== null && !(channel && canReachMail(channel)))
        throw new DomainError('INVALID', 'This channel can not write first to an e-mail address.', { path: ['channelId'] });
      const before = (await this.workspace.current(tx)).systemMailChannelId;
      if (before === channelId) return;
      await this.workspace.setSystemMail(tx, channelId);
      const changes = [{ field: 'channel', before, after: channel?.name ?? null }];
      await audit(tx, { action: 'SYSTEM_MAIL_CHANGED', object: channel, changes });
    });
  }

  /** Has a link sent; false when there is no channel for it. The secret is made when it is sent, so that no row ever holds it. */
  async enqueueLink(tx: Tx, userId: string): Promise<boolean> {
    if (!(await this.channel(tx))) return false;
    tx.enqueue({ name: LINK_MAIL, payload: { userId }, maxAttempts: ATTEMPTS });
    return true;
  }

  /** A try that failed made a link that nobody has; the next makes another. Two mails do no harm, so an uncertain one is repeated. */
  private async sendLink(job: JobRun): Promise<void> {
    const { userId } = job.payload as { userId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'System mail' }, correlationId: job.correlationId };
    if (!(await this.channel())) return;
    const paused = await pausedWait(this.uow.reader);
    if (paused) throw new RetryLater(paused.waitMs, paused.why, false);
    const made = await this.uow.run(ctx, async (tx) => {
      const [user] = await findAgents(tx, [userId]);
      return user && user.state !== 'DEACTIVATED' ? { user, ...(await makeLink(tx, user)) } : null;
    });
    if (!made) return;
    const workspace = await this.workspace.current();
    const language = made.user.locale ?? workspace.locale;
    const url = this.address.at(made.link);
    const { subject, text } = linkMail(language, {
      name: made.user.name,
      workspace: workspace.name,
      url,
      joins: joins(made.user),
    });
    await this.send(job, { to: made.user, subject, text });
  }

  /** Hands a mail to the channel; false when there is none. Fails as a channel does. */
  async send(job: Pick<JobRun, 'id' | 'attempt'>, mailing: SystemMailing): Promise<boolean> {
    const channel = await this.channel();
    if (channel) await this.sendBy(channel, job, mailing);
    return channel !== null;
  }

  /** The same by a channel that need not be the one that was chosen: one of the candidates. */
  async sendBy(
    channel: Channel,
    { id, attempt }: Pick<JobRun, 'id' | 'attempt'>,
    { to, subject, text, list, asWritten = false }: SystemMailing,
  ): Promise<SendResult> {
    const from = channel.own.find(({ kind }) => kind === MAIL_IDENTITY);
    if (!from) throw new ChannelFailure('rejected', 'The channel has no address to write from.');
    const { name } = await this.workspace.current();
    return this.gateway.send(
      channel.id,
      {
        sendKey: id,
        attempt,
        uncertain: attempt > 1,
        from: { ...from, trust: 'verified', name },
        to: [{ kind: MAIL_IDENTITY, value: to.email, trust: 'claimed', name: to.name }],
        thread: { id, subject, answers: [], replyToken: newToken() },
        author: { name, bot: !asWritten },
        ...(asWritten ? {} : { automatic: true }),
        ...(list ? { list } : {}),
        parts: [{ type: 'text', text }],
        extras: {},
      },
      SEND_TIMEOUT_MS,
    );
  }
}

const joins = (user: User): boolean => user.state === 'INVITED';

/** Whether the channel can write first, and has a mail address to write from. */
function canReachMail(channel: Channel): boolean {
  const { outbound } = channel.capabilities as unknown as Capabilities;
  return channel.active && outbound === 'initiate' && channel.own.some(({ kind }) => kind === MAIL_IDENTITY);
}
