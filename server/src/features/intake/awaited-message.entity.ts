import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A message that others cite and that is not here yet: when it comes, it joins their conversation (R-THR-1). */
@Entity('awaited_message')
@Index('ix_awaited_message_conversation_id', ['conversationId'])
export class AwaitedMessage {
  @Text({ primary: true })
  channelId!: string;

  @Text({ primary: true })
  externalId!: string;

  @Text({ primary: true })
  conversationId!: string;

  @BigInteger()
  createdAt!: number;
}
