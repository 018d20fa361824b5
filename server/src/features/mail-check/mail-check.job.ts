import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { ChannelFailure, findChannel } from '../channels/index.js';
import { keyProblem, OperationsOptions, recordsOf } from '../operations/index.js';
import { SystemMail } from '../people/index.js';
import { MAIL_CHECK_PROOF, SUBJECT } from './came-back.js';
import { provenLegs } from './legs.js';
import type { MailCheck } from './mail-check.entity.js';
import { changeCheck, findByMark } from './mail-check.repository.js';
import { MAIL_CHECK_SEND } from './mail-check.service.js';

const TEXT = 'Balie sends this to itself to see whether mail leaves and comes in. You may delete it.';
/** More signatures than anybody needs to be sure. */
const MOST_KEYS = 5;

/** Sends the mail, and asks DNS once it is back. Somebody waits for it, so a failure is the verdict and is not tried again. */
@Injectable()
export class MailCheckJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly mail: SystemMail,
    private readonly options: OperationsOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAIL_CHECK_SEND, (job) => this.send(job));
    this.jobs.register(MAIL_CHECK_PROOF, (job) => this.prove(job));
  }

  private async send(job: JobRun): Promise<void> {
    const check = await this.checkOf(job);
    if (!check || check.leftAt !== null || check.failedAt !== null) return;
    const channel = await findChannel(this.uow.reader, check.channelId);
    const to = { email: check.address, name: channel?.name ?? '' };
    try {
      if (!channel) throw new ChannelFailure('rejected', 'The channel is no longer there.');
      const mailing = { to, subject: `${SUBJECT} ${check.mark}`, text: TEXT, asWritten: true };
      const result = await this.mail.sendBy(channel, job, mailing);
      const [refused] = result.refused ?? [];
      if (refused) throw new ChannelFailure('rejected', refused.reason);
      const { via = 'The far side', acceptedAs } = result;
      const words = acceptedAs === undefined ? `${via} took it.` : `${via} took it, as ${acceptedAs}.`;
      await this.change(job, check, { leftAt: this.clock.now(), leftWords: words });
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      await this.change(job, check, { failedAt: this.clock.now(), leftWords: error.message });
    }
  }

  private async prove(job: JobRun): Promise<void> {
    const check = await this.checkOf(job);
    if (!check?.arrival) return;
    const { proofs } = check.arrival;
    const names = [...new Set(proofs.flatMap(({ record }) => record ?? []))].slice(0, MOST_KEYS);
    const servers = this.options.dnsServers;
    const [records, keys] = await Promise.all([
      recordsOf(check.address.slice(check.address.lastIndexOf('@') + 1), servers),
      Promise.all(names.map(async (name) => [name, await keyProblem(name, servers)] as const)),
    ]);
    await this.change(job, check, { proven: provenLegs(proofs, records, new Map(keys)) });
  }

  private checkOf({ payload }: JobRun): Promise<MailCheck | null> {
    return findByMark(this.uow.reader, (payload as { mark: string }).mark);
  }

  private change({ correlationId }: JobRun, { mark }: MailCheck, patch: Partial<MailCheck>): Promise<void> {
    const ctx: Ctx = { principal: { kind: 'system', name: 'Self-check' }, correlationId };
    return this.uow.run(ctx, (tx) => changeCheck(tx, mark, patch));
  }
}
