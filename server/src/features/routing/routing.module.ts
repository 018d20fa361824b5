import { Module } from '@nestjs/common';
import { AvailabilityModule } from '../availability/index.js';
import { RoutingJob } from './routing.job.js';
import {
  ConversationRoutingResolver,
  InboxRoutingResolver,
  RoutingCandidateResolver,
  RoutingDecisionResolver,
  RoutingPreviewResolver,
  RoutingRuleResolver,
} from './routing.resolver.js';
import { RoutingService } from './routing.service.js';

/** Who gets what comes in. */
@Module({
  imports: [AvailabilityModule],
  providers: [
    RoutingService,
    RoutingJob,
    InboxRoutingResolver,
    RoutingRuleResolver,
    ConversationRoutingResolver,
    RoutingCandidateResolver,
    RoutingDecisionResolver,
    RoutingPreviewResolver,
  ],
})
export class RoutingModule {}
