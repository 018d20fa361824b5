import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CHANNEL_LANE_JOB, findChannel, laneOfChannel } from '../features/channels/index.js';
import { findInstallation } from '../features/plugins/index.js';
import { JobQueue, type JobRun } from '../kernel/jobs.js';
import { UnitOfWork } from '../kernel/uow.js';

/** Holds what waits to be sent while a channel is off, not let in, or without its plugin; nothing is burnt meanwhile (architecture 4.5). */
@Injectable()
export class ChannelLanes implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CHANNEL_LANE_JOB, (job) => this.run(job));
  }

  private async run({ payload }: JobRun): Promise<void> {
    const { channelId } = payload as { channelId: string };
    const { reader } = this.uow;
    const channel = await findChannel(reader, channelId);
    const plugin = channel && (await findInstallation(reader, channel.pluginId));
    const open = channel?.active && channel.authorized && plugin?.state === 'ENABLED' && plugin.enabled;
    // What waits for a channel that was removed is let go, too: it fails, and is seen.
    if (open || !channel) await this.jobs.releaseLane(laneOfChannel(channelId));
    else await this.jobs.holdLane(laneOfChannel(channelId), null);
  }
}
