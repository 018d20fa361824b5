import { Entity } from 'typeorm';
import { BigInteger, Integer, LongText, Text } from '../../kernel/columns.js';

/** The plugin's own store, per configured instance. */
@Entity('plugin_state')
export class PluginState {
  @Text({ primary: true })
  instanceId!: string;

  @Text({ primary: true })
  key!: string;

  /** JSON. */
  @LongText()
  value!: string;

  @Integer({ default: 1 })
  version!: number;

  @BigInteger({ nullable: true })
  expiresAt!: number | null;
}
