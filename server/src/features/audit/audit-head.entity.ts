import { Entity } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** The end of the chain, one row: who adds an entry holds it until his unit is committed. */
@Entity('audit_head')
export class AuditHead {
  @Integer({ primary: true })
  id!: number;

  @BigInteger()
  seq!: number;

  @Text()
  hash!: string;
}
