import { Entity } from 'typeorm';
import { Integer, Json, LongText, Text } from '../../kernel/columns.js';
import type { ProblemCode } from './problems.js';

/** A row of a file that was not taken in, as it stood there. */
@Entity('list_import_problem')
export class ImportProblem {
  @Text({ primary: true })
  importId!: string;

  /** Where the row begins in the file; the first line is 1. */
  @Integer({ primary: true })
  line!: number;

  @Text()
  code!: ProblemCode;

  /** The value or the column that it is about. */
  @LongText({ nullable: true })
  detail!: string | null;

  @Json()
  cells!: string[];
}
