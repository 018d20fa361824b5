import { Entity, Index } from 'typeorm';
import { Text } from '../../kernel/columns.js';

/** The ids by which a network knows a message; unique per channel, so nothing is stored twice. */
@Entity('external_id')
@Index('ix_external_id_message_id', ['messageId'])
@Index('ix_external_id_external_id', ['externalId'])
export class ExternalIdRow {
  @Text({ primary: true })
  channelId!: string;

  @Text({ primary: true })
  externalId!: string;

  @Text()
  messageId!: string;
}
