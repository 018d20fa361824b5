import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Who takes part in a conversation, agents not counted. */
@Entity('participant')
@Index('uq_participant_conversation_id_kind_value_key', ['conversationId', 'kind', 'valueKey'], { unique: true })
export class Participant {
  @Text({ primary: true })
  id!: string;

  @Text()
  conversationId!: string;

  @Text({ nullable: true })
  contactId!: string | null;

  @Text()
  kind!: string;

  @Text()
  value!: string;

  @Text()
  valueKey!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text()
  role!: 'STARTER' | 'TO' | 'CC' | 'UNVERIFIED';

  @BigInteger()
  createdAt!: number;
}
