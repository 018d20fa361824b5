import { Entity, Index } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** A publisher of plugins whose signatures an admin trusts. */
@Entity('plugin_publisher')
@Index('uq_plugin_publisher_name', ['name'], { unique: true })
export class PluginPublisher {
  @Text({ primary: true })
  id!: string;

  @Text()
  name!: string;

  /** The 32 bytes of an Ed25519 key, in base64. */
  @Text()
  publicKey!: string;

  @BigInteger()
  createdAt!: number;
}
