import { Module } from '@nestjs/common';
import { AvailabilityModule } from '../availability/index.js';
import { DeskNews } from './desk-news.js';
import { VisitorPageResolver } from './visitor.resolver.js';
import { VisitorService } from './visitor.service.js';
import { VisitorSignals } from './visitor-signals.js';

/** What the people on the other side of a channel may know of us, and what passes between us that nobody keeps. */
@Module({
  imports: [AvailabilityModule],
  providers: [DeskNews, VisitorService, VisitorSignals, VisitorPageResolver],
  exports: [VisitorService, VisitorSignals],
})
export class VisitorsModule {}
