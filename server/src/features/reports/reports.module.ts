import { Module } from '@nestjs/common';
import { ReportResolver } from './report.resolver.js';
import { ReportService } from './report.service.js';
import { ReportTail } from './report-tail.js';

/** Figures of inboxes, channels and agents, added up from the journal as it grows. Needs the kernel's ports. */
@Module({ providers: [ReportResolver, ReportService, ReportTail] })
export class ReportsModule {}
