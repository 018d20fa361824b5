import { Entity, Index } from 'typeorm';
import { Text } from '../../kernel/columns.js';

/** Who a message is addressed to. */
@Entity('message_recipient')
@Index('ix_message_recipient_message_id', ['messageId'])
export class MessageRecipient {
  @Text({ primary: true })
  id!: string;

  @Text()
  messageId!: string;

  @Text()
  field!: 'TO' | 'CC' | 'BCC';

  @Text()
  kind!: string;

  @Text()
  value!: string;

  @Text()
  valueKey!: string;

  @Text({ nullable: true })
  name!: string | null;
}
