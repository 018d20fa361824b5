import type { Ctx } from '../../kernel/context.js';
import type { RowReader } from './cells.js';
import type { ImportKey } from './columns.js';
import type { ImportKind } from './import-kinds.js';
import type { Row } from './csv-file.js';
import { BadRow, type Problem } from './problems.js';

/** How the rows of a file are to be taken in, and for whom. */
export interface Taking {
  kind: ImportKind;
  key: ImportKey;
  rowReader: RowReader;
  ctx: Ctx;
}

/** What will be done with a row. */
export interface PlannedRow<Work = unknown> {
  row: Row;
  outcome: 'NEW' | 'UPDATE' | 'SAME' | 'BAD';
  problem: Problem | null;
  /** How what it is about is called. */
  name: string | null;
  /** Null where nothing is to be done. */
  work: Work | null;
}

/** A row with what was read in it, or with what is wrong with it. */
export type Read<Said> = { row: Row; said: Said } | { row: Row; problem: Problem };

/** Reads each row by itself. */
export function readEach<Said>(rows: readonly Row[], read: (row: Row) => Said): Read<Said>[] {
  return rows.map((row) =>
    orProblem<Read<Said>>(
      () => ({ row, said: read(row) }),
      (problem) => ({ row, problem }),
    ),
  );
}

/** What the rows say that can be read. */
export const saidBy = <Said>(read: readonly Read<Said>[]): Said[] => read.flatMap((one) => ('said' in one ? [one.said] : []));

/** Says of each row what it would do, one after the other. */
export function planEach<Said, Work>(
  read: readonly Read<Said>[],
  plan: (row: Row, said: Said) => PlannedRow<Work>,
): PlannedRow<Work>[] {
  return read.map((one) => {
    const bad = (problem: Problem): PlannedRow<Work> => ({ row: one.row, outcome: 'BAD', problem, name: null, work: null });
    return 'said' in one ? orProblem(() => plan(one.row, one.said), bad) : bad(one.problem);
  });
}

function orProblem<Result>(work: () => Result, bad: (problem: Problem) => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadRow) return bad({ code: error.code, detail: error.detail });
    throw error;
  }
}
