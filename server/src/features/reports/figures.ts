import { countOf, type Histogram, percentile } from './histogram.js';
import type { Measure } from './report-quarter.entity.js';

/** How long something took, in seconds: by calendar, and of that in the hours of the inbox. */
export interface Duration {
  count: number;
  median: number | null;
  ninetieth: number | null;
  workingMedian: number | null;
  workingNinetieth: number | null;
}

/** How often a limit was kept, and how often its time was over first. */
export interface Kept {
  kept: number;
  missed: number;
}

/** The limits that are counted, by the bucket that they have. */
export const LIMITS = { FIRST: 1, NEXT: 2, CLOSING: 3 } as const;

/** What a report says of a day, an inbox, a channel, an agent, or all of it. */
export interface Figures {
  new: number;
  assigned: number;
  closed: number;
  reopened: number;
  /** At its end; null when that was before anything was counted. */
  open: number | null;
  firstReply: Duration;
  closing: Duration;
  sla: { first: Kept; next: Kept; closing: Kept };
}

/** Adds sums up to figures. */
export class FigureSum {
  private readonly counts = new Map<Measure, Map<number, number>>();

  add({ measure, bucket, count }: { measure: Measure; bucket: number; count: number }): void {
    const buckets = this.counts.get(measure) ?? new Map<number, number>();
    this.counts.set(measure, buckets.set(bucket, (buckets.get(bucket) ?? 0) + count));
  }

  /** By how many more were open at the end than at the beginning. */
  get growth(): number {
    return this.count('open');
  }

  figures(open: number | null): Figures {
    return {
      ...{ new: this.count('new'), assigned: this.count('assigned'), closed: this.count('closed') },
      ...{ reopened: this.count('reopened'), open },
      firstReply: durationOf(this.of('reply'), this.of('reply_work')),
      closing: durationOf(this.of('closing'), this.of('closing_work')),
      sla: { first: this.kept(LIMITS.FIRST), next: this.kept(LIMITS.NEXT), closing: this.kept(LIMITS.CLOSING) },
    };
  }

  private kept(limit: number): Kept {
    return { kept: this.of('sla_kept').get(limit) ?? 0, missed: this.of('sla_missed').get(limit) ?? 0 };
  }

  private count(measure: Measure): number {
    return this.of(measure).get(0) ?? 0;
  }

  private of(measure: Measure): Histogram {
    return this.counts.get(measure) ?? new Map<number, number>();
  }
}

function durationOf(all: Histogram, working: Histogram): Duration {
  return {
    count: countOf(all),
    median: rounded(percentile(all, 0.5)),
    ninetieth: rounded(percentile(all, 0.9)),
    workingMedian: rounded(percentile(working, 0.5)),
    workingNinetieth: rounded(percentile(working, 0.9)),
  };
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds);
}
