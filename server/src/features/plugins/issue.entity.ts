import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Something that a plugin wants a person to know, until it clears it. */
@Entity('issue')
@Index('uq_issue_instance_id_key', ['instanceId', 'key'], { unique: true })
export class Issue {
  @Text({ primary: true })
  id!: string;

  @Text()
  instanceId!: string;

  @Text()
  key!: string;

  @Text()
  severity!: 'warning' | 'error';

  @Text()
  title!: string;

  @Text({ nullable: true })
  learnMore!: string | null;

  @BigInteger()
  raisedAt!: number;
}
