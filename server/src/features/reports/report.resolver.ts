import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { type Report, type ReportBy, type ReportInput, type ReportRow, ReportService } from './report.service.js';

/** `report`. */
@Resolver('Report')
export class ReportResolver {
  constructor(private readonly reports: ReportService) {}

  @Query('report')
  report(@Context() { ctx }: GqlContext, @Args('input') input: ReportInput): Promise<Report> {
    return this.reports.report(ctx, input);
  }

  @ResolveField('rows')
  rows(report: Report, { by }: { by: ReportBy }): Promise<ReportRow[]> {
    return this.reports.rows(report, by);
  }

  @ResolveField('csv')
  csv(report: Report): Promise<string> {
    return this.reports.csv(report);
  }
}
