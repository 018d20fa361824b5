import { type Hours, workingBetween } from '../working-hours/index.js';
import { bucketOf } from './histogram.js';
import { quarterOf } from './quarters.js';
import type { ReportBacklog } from './report-backlog.entity.js';
import type { Measure, ReportQuarter } from './report-quarter.entity.js';

/** Under whom something is counted. */
export interface Place {
  inboxId: string;
  channelId: string;
  agentId: string;
}

/** What is to be added to the kept rows. */
export class Tally {
  private readonly quarters = new Map<string, ReportQuarter>();
  private readonly backlogs = new Map<string, ReportBacklog>();

  constructor(private readonly hours: ReadonlyMap<string, Hours>) {}

  /** Counts one more, or with -1 takes one back that was counted at this time. */
  add(measure: Measure, at: number, { inboxId, channelId, agentId }: Place, by = 1, bucket = 0): void {
    const quarter = quarterOf(at);
    const key = JSON.stringify([quarter, inboxId, channelId, agentId, measure, bucket]);
    const count = (this.quarters.get(key)?.count ?? 0) + by;
    this.quarters.set(key, { quarter, inboxId, channelId, agentId, measure, bucket, count });
  }

  /** There is one more open, or one less. */
  open(at: number, place: Place, by: 1 | -1): void {
    this.add('open', at, place, by);
    const { inboxId, channelId, agentId } = place;
    const key = JSON.stringify([inboxId, channelId, agentId]);
    this.backlogs.set(key, { inboxId, channelId, agentId, count: (this.backlogs.get(key)?.count ?? 0) + by });
  }

  /** Counts how long something took, at its end; answers as what. */
  took(measure: 'reply' | 'closing', from: number, at: number, place: Place): { bucket: number; workBucket: number } {
    const hours = this.hours.get(place.inboxId);
    const until = Math.max(from, at);
    const bucket = bucketOf(until - from);
    // Who has not said when he works is always there.
    const workBucket = hours ? bucketOf(workingBetween(hours, from, until)) : bucket;
    this.add(measure, at, place, 1, bucket);
    this.add(`${measure}_work`, at, place, 1, workBucket);
    return { bucket, workBucket };
  }

  /** The rows, in one order for everybody. */
  rows(): { quarters: ReportQuarter[]; backlogs: ReportBacklog[] } {
    const sorted = <Row extends { count: number }>(rows: ReadonlyMap<string, Row>): Row[] =>
      [...rows]
        .filter(([, { count }]) => count !== 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, row]) => row);
    return { quarters: sorted(this.quarters), backlogs: sorted(this.backlogs) };
  }
}
