import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, LongText, Text } from '../../kernel/columns.js';

/** A file of a message. */
@Entity('attachment')
@Index('ix_attachment_message_id', ['messageId'])
@Index('ix_attachment_hash', ['hash'], { where: '"hash" IS NOT NULL' })
export class Attachment {
  @Text({ primary: true })
  id!: string;

  @Text()
  messageId!: string;

  @Integer()
  position!: number;

  @Text()
  name!: string;

  @Text()
  mime!: string;

  @BigInteger({ nullable: true })
  bytes!: number | null;

  /** Storage key when it is there. */
  @Text({ nullable: true })
  hash!: string | null;

  /** For the plugin's fetchFile. */
  @LongText({ nullable: true })
  ref!: string | null;

  /** Of a file shown inside the text. */
  @Text({ nullable: true })
  contentId!: string | null;

  @Flag({ default: false })
  inline!: boolean;

  @Text()
  state!: 'FETCHING' | 'READY' | 'GONE';

  @BigInteger()
  createdAt!: number;
}
