import { Entity } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** The last number that was given out, for each type of record that has numbers. */
@Entity('record_number')
export class RecordNumber {
  @Text({ primary: true })
  type!: string;

  @Integer()
  last!: number;
}
