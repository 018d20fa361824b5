import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** A file that is kept with a snippet, and goes along when it is inserted (S63). */
@Entity('snippet_file')
@Index('ix_snippet_file_snippet_id_place', ['snippetId', 'place'])
@Index('ix_snippet_file_hash', ['hash'])
export class SnippetFile {
  /** That of the upload that it came as, so that the same save again finds it. */
  @Text({ primary: true })
  id!: string;

  @Text()
  snippetId!: string;

  /** Its place among the others. */
  @Integer()
  place!: number;

  @Text()
  name!: string;

  @Text()
  mime!: string;

  @BigInteger()
  bytes!: number;

  @Text()
  hash!: string;
}
