import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, LongText, Text } from '../../kernel/columns.js';
import type { ImportColumn, ImportKey } from './columns.js';
import type { ImportKind } from './import-kinds.js';
import type { FileEncoding } from './csv-file.js';

/** A file of contacts, companies, tickets, deals or tasks that is being taken in, or was. */
@Entity('list_import')
@Index('ix_list_import_started_at_id', ['startedAt', 'id'])
export class ListImport {
  @Text({ primary: true })
  id!: string;

  /** What its rows are. */
  @Text()
  kind!: ImportKind;

  @Text()
  fileName!: string;

  /** Storage key of the file; null once it is no longer needed. */
  @Text({ nullable: true })
  hash!: string | null;

  @Text()
  encoding!: FileEncoding;

  @Text()
  delimiter!: string;

  @Json()
  headers!: string[];

  @Json()
  columns!: ImportColumn[];

  /** By which a row finds its contact again. */
  @Text()
  key!: ImportKey;

  @Text()
  state!: 'RUNNING' | 'DONE' | 'FAILED';

  /** Why it failed. */
  @LongText({ nullable: true })
  reason!: string | null;

  /** Rows of the file. */
  @Integer()
  total!: number;

  /** Rows that are done with; written together with what they did, so that no row is done twice. */
  @Integer({ default: 0 })
  done!: number;

  @Integer({ default: 0 })
  created!: number;

  @Integer({ default: 0 })
  updated!: number;

  /** Rows that changed nothing. */
  @Integer({ default: 0 })
  same!: number;

  @Integer({ default: 0 })
  bad!: number;

  @Text()
  byKind!: 'USER' | 'INTEGRATION';

  @Text({ nullable: true })
  byId!: string | null;

  @Text()
  byName!: string;

  @BigInteger()
  startedAt!: number;

  @BigInteger({ nullable: true })
  endedAt!: number | null;
}
