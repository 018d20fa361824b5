import { DomainError } from '../../kernel/errors.js';

/** The exit code after the disk or the database file failed: a supervisor starts the process again. */
export const EXIT_STORAGE_FAILED = 70;

/** Called once when nothing that is written can be trusted any more. */
export type FatalHandler = (error: unknown) => void;

/** The database's own code of a failed statement (`SQLITE_CONSTRAINT_UNIQUE`, `23505`); null when it is no database error. */
export function sqlErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return typeof code === 'string' ? code : sqlErrorCode(driverError);
}

/** Whether the disk or the file failed under SQLite, so that going on would risk what is stored (reliability 1.5). */
export function isStorageFailure(error: unknown): boolean {
  const code = sqlErrorCode(error);
  if (code === null) return false;
  return code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** A full disk in words that tell what to do; any other error as it is. */
export function inWords(error: unknown): unknown {
  const code = sqlErrorCode(error);
  if (code !== 'SQLITE_FULL' && code !== '53100') return error;
  return new DomainError('LIMIT', 'The disk of the database is full. Nothing was saved: make room, then try again.', {
    retryAfterMs: 30_000,
  });
}
