import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChannelFailure, PluginGateway } from '../channels/index.js';
import { externalIdsOf, findMessage, type Message } from '../messages/index.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';

/** Tells the far side what a message says now. */
export const AMEND = 'message.amend';
const TRIES = 5;
const WAIT_MS = 30_000;

/** Changes on the far side what was changed here; asked again it changes nothing more. */
@Injectable()
export class AmendJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(AMEND, (job) => this.run(job), { concurrency: 2 });
  }

  private async run({ payload, attempt }: JobRun): Promise<void> {
    const { messageId } = payload as { messageId: string };
    const message = await findMessage(this.uow.reader, messageId);
    if (!message?.channelId) return;
    const known = await externalIdsOf(this.uow.reader, message.channelId, [message.id]);
    for (const target of known.get(message.id) ?? []) await this.tell(message, target, attempt);
  }

  private async tell({ channelId, text, parts }: Message, target: string, attempt: number): Promise<void> {
    const withdrawn = parts.some(({ type }) => type === 'deleted');
    const change = withdrawn
      ? { type: 'delete' as const, target: target as never }
      : { type: 'edit' as const, target: target as never, parts: [{ type: 'text' as const, text }] };
    try {
      await this.gateway.amend(channelId ?? '', change);
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      const passing = error.kind === 'transient' || error.kind === 'rate_limited' || error.kind === 'uncertain';
      if (!passing || attempt >= TRIES) return;
      throw new RetryLater(error.detail.retryAfterMs ?? WAIT_MS, error.message);
    }
  }
}
