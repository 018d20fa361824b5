import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Up to where the journal was counted: one row. */
@Entity('report_place')
export class ReportPlace {
  @Text({ primary: true })
  id!: string;

  @BigInteger()
  position!: number;

  /** When counting began; null until the first start. */
  @BigInteger({ nullable: true })
  beganAt!: number | null;
}
