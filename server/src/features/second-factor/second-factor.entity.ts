import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** The key of somebody's second step; it counts once a code of it was shown. */
@Entity('second_factor')
export class SecondFactor {
  @Text({ primary: true })
  userId!: string;

  /** 160 random bits in base32, sealed for this person. */
  @Sealed((row: SecondFactor) => row.userId)
  @Text()
  secret!: string;

  /** The last time step of which a code was taken: none of it or before it is taken again (RFC 6238, 5.2). */
  @BigInteger()
  lastStep!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger({ nullable: true })
  confirmedAt!: number | null;
}
