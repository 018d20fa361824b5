import { Module } from '@nestjs/common';
import { AvailabilityJob } from './availability.job.js';
import { AgentPresenceResolver, AvailabilityResolver } from './availability.resolver.js';
import { AvailabilityService } from './availability.service.js';
import { AvailabilityWatchers } from './watchers.js';

/** Who is there and why. */
@Module({
  providers: [AvailabilityService, AvailabilityWatchers, AvailabilityJob, AvailabilityResolver, AgentPresenceResolver],
  exports: [AvailabilityWatchers],
})
export class AvailabilityModule {}
