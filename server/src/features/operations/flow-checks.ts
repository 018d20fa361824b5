import { stat, statfs } from 'node:fs/promises';
import { placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { intakeFigures, queueFigures } from './figures.repository.js';

/** How long work may wait that could be done. */
const LATE_MS = 5 * 60_000;
/** How long an account may stand still. */
const STILL_MS = 15 * 60_000;
const ROOM_BYTES = 1024 ** 3;
/** What SQLite's log may have at most before somebody is told. */
const MOST_LOG_BYTES = 256 * 1024 ** 2;

const minutes = (ms: number): string => `${Math.round(ms / 60_000)} minutes`;

/** Whether jobs are done as they come; throws in words. */
export async function checkJobs(reader: Reader, now: number): Promise<string> {
  const figures = await queueFigures(reader, now);
  const due = figures.filter(({ state }) => state === 'DUE').map(({ oldestAt }) => oldestAt);
  const waits = due.length > 0 ? now - Math.min(...due) : 0;
  if (waits > LATE_MS)
    throw new Error(`A job has waited for ${minutes(waits)}: is there a process that works (BALIE_ROLE), and is it busy?`);
  const dead = figures.filter(({ state }) => state === 'DEAD').reduce((sum, { jobs }) => sum + jobs, 0);
  const given = dead === 1 ? 'A job was' : `${dead} jobs were`;
  if (dead > 0) throw new Error(`${given} given up: see "Failed jobs" for the reasons.`);
  return 'Nothing waits for longer than it must, and nothing was given up.';
}

/** Whether each account is read, and what came in is understood; throws in words that name those that are not. */
export async function checkAccounts(reader: Reader, now: number): Promise<string> {
  const active = (await intakeFigures(reader)).filter((figure) => figure.active);
  const troubled = active.flatMap(({ channelId, state, readUntil, oldestAt }) => {
    if (state === 'UNAUTHORIZED') return [{ channelId, words: 'has to be signed in again' }];
    if (state === 'FAILED' || state === 'DISCONNECTED') return [{ channelId, words: 'is not connected' }];
    if (readUntil !== null && now - readUntil > STILL_MS)
      return [{ channelId, words: `was not read for ${minutes(now - readUntil)}` }];
    if (oldestAt !== null && now - oldestAt > STILL_MS)
      return [{ channelId, words: `has something that is not understood for ${minutes(now - oldestAt)}` }];
    return [];
  });
  if (troubled.length === 0)
    return active.length === 0 ? 'No account is connected yet.' : `Accounts that are connected: ${active.length}. All are read.`;
  const ids = troubled.map(({ channelId }) => channelId);
  const rows = await reader.query<{ id: string; name: string }>(
    `SELECT id, name FROM channel WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  throw new Error(`${troubled.map(({ channelId, words }) => `${names.get(channelId) ?? channelId} ${words}`).join('; ')}.`);
}

/** How long before its end a token is worth a line, and how long after it. */
const ENDS_SOON_MS = 14 * 24 * 3_600_000;
const ENDED_MS = 7 * 24 * 3_600_000;
const MOST_TOKENS = 20;

/** Whether tokens of integrations end soon, or have just ended; throws in words. People see to their own. */
export async function checkTokens(reader: Reader, now: number): Promise<string> {
  const rows = await reader.query<{ name: string; expires_at: unknown }>(
    `SELECT name, expires_at FROM api_token WHERE user_id IS NULL AND revoked_at IS NULL AND expires_at BETWEEN ? AND ?
     ORDER BY expires_at, id LIMIT ?`,
    [now - ENDED_MS, now + ENDS_SOON_MS, MOST_TOKENS],
  );
  if (rows.length === 0) return 'No token of an integration ends within two weeks.';
  const words = rows.map(({ name, expires_at: at }) => {
    const day = new Date(Number(at)).toISOString().slice(0, 10);
    return Number(at) < now ? `${name} ended on ${day}` : `${name} ends on ${day}`;
  });
  throw new Error(`Make new tokens: ${words.join('; ')}.`);
}

/** Whether there is room for what comes in; throws in words. */
export async function checkDisk(folder: string): Promise<string> {
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = bavail * bsize;
  const words = `${(free / 1024 ** 3).toFixed(1)} GB of ${((blocks * bsize) / 1024 ** 3).toFixed(0)} GB are free where the data is.`;
  if (free < ROOM_BYTES) throw new Error(`${words} Make room: without it nothing can be taken in.`);
  return words;
}

/**
 * Whether the database answers; throws in words where SQLite's log grows and grows, because something holds an old state of the file open:
 * it fills the disk and makes each question slower (reliability F13).
 */
export async function checkDatabase(reader: Reader, mostLogBytes = MOST_LOG_BYTES): Promise<string> {
  const [row] = await reader.query<{ last: number | string | null }>('SELECT MAX(number) AS last FROM conversation');
  const kind = reader.dialect === 'sqlite' ? 'SQLite in the data folder' : 'PostgreSQL';
  if (reader.dialect === 'sqlite') {
    const files = await reader.query<{ name: string; file: string }>('PRAGMA database_list');
    const path = files.find(({ name }) => name === 'main')?.file;
    const bytes = path ? ((await stat(`${path}-wal`).catch(() => null))?.size ?? 0) : 0;
    if (bytes > mostLogBytes)
      throw new Error(
        `The log beside the database has ${Math.round(bytes / 1024 ** 2)} MB and is not taken in: another program holds the file open. End it.`,
      );
  }
  return `${kind} answers; the last conversation has the number ${Number(row?.last ?? 0)}.`;
}
