import { Entity, Index } from 'typeorm';
import { BigInteger, Flag, Integer, Json, LongText, Text } from '../../kernel/columns.js';
import { Sealed } from '../../kernel/sealed.js';

/** A configured responder: something of a plugin that hears what happens in some inboxes and acts there by itself, such as a bot. */
@Entity('responder')
@Index('ix_responder_plugin_id', ['pluginId'])
export class Responder {
  @Text({ primary: true })
  id!: string;

  @Text()
  pluginId!: string;

  /** The plugin's own word. */
  @Text()
  type!: string;

  /** Under which people see it in conversations. */
  @Text()
  name!: string;

  @Json()
  inboxIds!: string[];

  /** Without secrets. */
  @Json()
  settings!: Record<string, unknown>;

  @Integer({ default: 1 })
  settingsVersion!: number;

  /** Encrypted. */
  @Sealed((row: Responder) => row.id)
  @LongText({ nullable: true })
  secrets!: string | null;

  @Flag()
  active!: boolean;

  /** What went wrong last; null when nothing did. */
  @LongText({ nullable: true })
  stateMessage!: string | null;

  /** How far it has heard the journal. */
  @BigInteger()
  position!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
