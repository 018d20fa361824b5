import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChannelFailure, type FetchedFile, PluginGateway } from '../channels/index.js';
import { Attachment, findMessage, inboxOfConversation, updateMessage } from '../messages/index.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';

/** The job that fetches a file which a message names. */
export const FETCH_FILE = 'intake.fetch-file';
const TRIES = 6;
const WAIT_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000];

/** Fetches files beside their messages, so that a slow or lost one holds up nothing. */
@Injectable()
export class FetchFileJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(FETCH_FILE, (job) => this.run(job), { concurrency: 4 });
  }

  async run(job: JobRun): Promise<void> {
    const { attachmentId, channelId } = job.payload as { attachmentId: string; channelId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: job.correlationId };
    const attachment = await this.uow.reader.manager.findOneBy(Attachment, { id: attachmentId });
    if (attachment?.state !== 'FETCHING' || attachment.ref === null) return;
    const file = await this.fetch(channelId, attachment.ref, job.attempt);
    await this.uow.run(ctx, (tx) => keep(tx, attachment, file));
  }

  /** Null when it can't be had. */
  private async fetch(channelId: string, ref: string, attempt: number): Promise<FetchedFile | null> {
    try {
      return await this.gateway.fetchFile(channelId, ref);
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      const passing =
        error.kind === 'transient' || error.kind === 'rate_limited' || error.kind === 'auth' || error.kind === 'uncertain';
      if (!passing || attempt >= TRIES) return null;
      throw new RetryLater(error.detail.retryAfterMs ?? WAIT_MS[attempt - 1] ?? 1_800_000, error.message);
    }
  }
}

async function keep(tx: Tx, attachment: Attachment, file: FetchedFile | null): Promise<void> {
  const patch = file ? { state: 'READY' as const, hash: file.hash, bytes: file.bytes } : { state: 'GONE' as const };
  const { affected } = await tx.manager.update(Attachment, { id: attachment.id, state: 'FETCHING' }, patch);
  const message = affected === 0 ? null : await findMessage(tx, attachment.messageId);
  if (!message) return;
  await updateMessage(tx, message.id, {});
  tx.emit({
    type: 'message.updated',
    change: 'UPDATED',
    nodeId: message.id,
    inboxId: await inboxOfConversation(tx, message.conversationId),
    conversationId: message.conversationId,
  });
}
