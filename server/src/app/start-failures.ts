import { MigrationError } from '../adapters/database/migrate.js';
import { BucketError } from '../adapters/storage-s3/bucket-error.js';
import type { Config } from './config.js';
import { EXIT, StartError } from './start-error.js';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
  '57P03',
]);

/** Why the start failed, as one sentence with an exit code; what is none of these is a bug and stays as it is. */
export function startErrorOf(error: unknown, config: Config): unknown {
  if (error instanceof StartError) return error;
  if (error instanceof MigrationError) return new StartError(EXIT.MIGRATION, error.message);
  if (error instanceof BucketError) return new StartError(error.away ? EXIT.BUCKET : EXIT.SETTING, error.message);
  const { message } = error as Error;
  for (const cause of chain(error)) {
    const { code, syscall } = cause as { code?: unknown; syscall?: unknown };
    if (syscall === 'listen') return new StartError(EXIT.PORT, portSentence(String(code), config));
    if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code === '53100')
      return new StartError(
        EXIT.DISK_FULL,
        `The disk of the data folder ${config.dataDir} or of the database is full. Make room, then start again.`,
      );
    if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY' || code === 'EACCES' || code === 'EROFS')
      return new StartError(EXIT.DATA_DIR, `The data folder ${config.dataDir} can not be written to (${message}).`);
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
      return new StartError(EXIT.STORAGE, `The database file is damaged or is none (${message}). Restore the last backup.`);
    if (typeof code === 'string' && UNREACHABLE.has(code)) return new StartError(EXIT.DATABASE, sentence(message));
  }
  if (/DATABASE_URL|PostgreSQL/.test(message ?? '')) return new StartError(EXIT.DATABASE, sentence(message));
  return error;
}

function portSentence(code: string, { host, port }: Config): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Stop it, or set BALIE_PORT to another port.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set BALIE_PORT to one above 1023.`;
  return `The server can not listen on ${host}:${port} (${code}). Check BALIE_HOST and BALIE_PORT.`;
}

function* chain(error: unknown): Generator<object> {
  for (let each = error, depth = 0; typeof each === 'object' && each !== null && depth < 8; depth++) {
    yield each;
    const { cause, driverError } = each as { cause?: unknown; driverError?: unknown };
    each = cause ?? driverError;
  }
}

/** Without credentials, which an address in a driver's message may hold. */
function sentence(message: string): string {
  return message.replaceAll(/\/\/[^/\s@]*@/g, '//');
}
