import { Entity } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** How many conversations are open at the place up to which the journal was counted. */
@Entity('report_backlog')
export class ReportBacklog {
  @Text({ primary: true })
  inboxId!: string;

  @Text({ primary: true })
  channelId!: string;

  @Text({ primary: true })
  agentId!: string;

  @Integer()
  count!: number;
}
