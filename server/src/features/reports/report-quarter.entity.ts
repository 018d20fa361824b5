import { Entity } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/**
 * What is counted: `new`, `assigned`, `closed`, `reopened` how often; `open` by how many more there are; the others durations, by calendar
 * and in the hours of the inbox (`_work`), one row for each bucket. Of a limit that was kept or missed the bucket says which it was.
 */
export type Measure =
  | 'new'
  | 'assigned'
  | 'closed'
  | 'reopened'
  | 'open'
  | 'reply'
  | 'reply_work'
  | 'closing'
  | 'closing_work'
  | 'sla_kept'
  | 'sla_missed';

/** How much of one measure there was in a quarter of an hour; rows of any two are added up. It says nothing of a person but an agent's id. */
@Entity('report_quarter')
export class ReportQuarter {
  /** Quarters of an hour since 1970. */
  @Integer({ primary: true })
  quarter!: number;

  @Text({ primary: true })
  inboxId!: string;

  /** The one by which the conversation began; empty for none. */
  @Text({ primary: true })
  channelId!: string;

  /** Empty for nobody. */
  @Text({ primary: true })
  agentId!: string;

  @Text({ primary: true })
  measure!: Measure;

  /** Of a duration; 0 for what is only counted. Of a limit: 1 for the first answer, 2 for the next ones, 3 for closing. */
  @Integer({ primary: true })
  bucket!: number;

  @Integer()
  count!: number;
}
