import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** An agent's word that an account elsewhere is his: a responder may act in his name when the network says that it is this account. */
@Entity('linked_account')
@Index('uq_linked_account', ['responderId', 'kind', 'value'], { unique: true })
@Index('ix_linked_account_user_id', ['userId'])
export class LinkedAccount {
  @Text({ primary: true })
  id!: string;

  @Text()
  userId!: string;

  /** Through which it was offered; with another it counts for nothing. */
  @Text()
  responderId!: string;

  /** The plugin's own word, such as the kind of an identity. */
  @Text()
  kind!: string;

  @Text()
  value!: string;

  /** As the network called him when he linked it. */
  @Text()
  name!: string;

  @BigInteger()
  createdAt!: number;
}
