import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** That something was deleted for ever: a hash that says nothing to who does not hold the thing itself (S29). */
@Entity('tombstone')
export class Tombstone {
  @Text({ primary: true })
  hash!: string;

  @BigInteger()
  createdAt!: number;
}
