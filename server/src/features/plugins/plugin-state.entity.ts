import { Entity } from 'typeorm';
import { BigInteger, Flag, Integer, LongText, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** The plugin's own store, per configured instance. */
@Entity('plugin_state')
export class PluginState {
  @Text({ primary: true })
  instanceId!: string;

  @Text({ primary: true })
  key!: string;

  /** JSON; encrypted when `sealed`. */
  @Sealed((row: PluginState) => (row.sealed ? placeOfState(row.instanceId, row.key) : null))
  @LongText()
  value!: string;

  /** The value is encrypted. */
  @Flag({ default: false })
  sealed!: boolean;

  @Integer({ default: 1 })
  version!: number;

  @BigInteger({ nullable: true })
  expiresAt!: number | null;
}

/** For what a value of the store is sealed. */
export const placeOfState = (instanceId: string, key: string): string => `state ${instanceId} ${key}`;
