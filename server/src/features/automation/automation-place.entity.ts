import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Up to where the journal was looked through for rules: one row. */
@Entity('automation_place')
export class AutomationPlace {
  @Text({ primary: true })
  id!: string;

  @BigInteger()
  position!: number;
}
