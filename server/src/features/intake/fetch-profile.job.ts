import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Identity } from '@balie/plugin-sdk';
import { ChannelFailure, findChannel, PluginGateway, type ToldOfPerson } from '../channels/index.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { storeProfile } from './store-other.js';

/** The job that asks a network who somebody is. */
export const FETCH_PROFILE = 'intake.fetch-profile';
const TRIES = 4;
const WAIT_MS = [5_000, 60_000, 600_000];

/** Asks for name and picture beside the message, so that a network that does not tell holds up nothing. */
@Injectable()
export class FetchProfileJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(FETCH_PROFILE, (job) => this.run(job), { concurrency: 2 });
  }

  async run(job: JobRun): Promise<void> {
    const { channelId, identity } = job.payload as { channelId: string; identity: Identity };
    const told = await this.ask(channelId, identity, job.attempt);
    if (!told) return;
    const { name, avatarUrl, ...attributes } = told;
    const known = { ...identity, ...(name ? { name } : {}), ...(avatarUrl ? { avatarUrl } : {}) };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: job.correlationId };
    await this.uow.run(ctx, async (tx) => {
      const channel = await findChannel(tx, channelId);
      if (channel) await storeProfile(tx, channel, { type: 'profile', identity: known, attributes });
    });
  }

  /** Null when it can't be had: many networks tell of some people and not of others. */
  private async ask(channelId: string, identity: Identity, attempt: number): Promise<ToldOfPerson | null> {
    try {
      return await this.gateway.fetchProfile(channelId, identity);
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      const passing = error.kind === 'transient' || error.kind === 'rate_limited' || error.kind === 'uncertain';
      if (!passing || attempt >= TRIES) return null;
      throw new RetryLater(error.detail.retryAfterMs ?? WAIT_MS[attempt - 1] ?? 600_000, error.message);
    }
  }
}
