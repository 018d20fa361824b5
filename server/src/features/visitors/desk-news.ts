import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { AvailabilityWatchers } from '../availability/index.js';
import { type Channel, channelsOfInboxes, PluginGateway } from '../channels/index.js';
import { loadInboxRoles } from '../inboxes/index.js';

export const DESK_NEWS = 'visitors.desk';

/**
 * Tells whoever looks at a channel that somebody who answers there came or left (S66, S68): once for each channel, however many look. It is a
 * job so that one process does it, and so that whoever came or left does not wait for it.
 */
@Injectable()
export class DeskNews implements OnModuleInit {
  private readonly logger = new Logger('Visitors');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly watchers: AvailabilityWatchers,
    private readonly gateway: PluginGateway,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DESK_NEWS, (job) => this.run(job), { concurrency: 2 });
    this.watchers.add((tx, agentId) => tx.enqueue({ name: DESK_NEWS, payload: { agentId }, unique: agentId, maxAttempts: 1 }));
  }

  private async run(job: JobRun): Promise<void> {
    const { agentId } = job.payload as { agentId: string };
    const { reader } = this.uow;
    const [agent] = await findAgents(reader, [agentId]);
    if (!agent) return;
    const roles = await loadInboxRoles(reader, agent.id, agent.role);
    const inboxIds = [...roles].filter(([, role]) => role !== 'VIEWER').map(([inboxId]) => inboxId);
    const channels = inboxIds.length === 0 ? [] : await channelsOfInboxes(reader, inboxIds);
    for (const channel of channels) if (channel.active) await this.tell(channel);
  }

  /** Shown now or never: whoever connects anew asks. */
  private async tell({ id, type }: Channel): Promise<void> {
    const info = await this.gateway.channelType(type);
    if (!info?.has?.includes('signalDesk')) return;
    await this.gateway
      .signalDesk(id, null)
      .catch((error: unknown) => this.logger.debug(`Who answers could not be shown on ${id}: ${String(error)}`));
  }
}
