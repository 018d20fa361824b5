import { Module } from '@nestjs/common';
import { VisitorsModule } from '../visitors/index.js';
import { ChangeResolver, SignalResolver } from './change.resolver.js';
import { ChangeService } from './change.service.js';
import { JournalTail } from './journal-tail.js';
import { SharedLoads } from './shared-loads.js';
import { VisitorNews } from './visitor-news.js';
import { SignalService } from './signal.service.js';

/** The journal as GraphQL shows it, and the signals beside it. */
@Module({
  imports: [VisitorsModule],
  providers: [ChangeResolver, ChangeService, JournalTail, SharedLoads, VisitorNews, SignalResolver, SignalService],
  exports: [JournalTail, SharedLoads],
})
export class ChangesModule {}
