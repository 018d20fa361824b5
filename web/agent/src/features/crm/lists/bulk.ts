import type { CombinedError } from 'urql';
import { failureText, problemText } from '../../../app/errors.js';
import type { Translate } from '../../../app/intl.js';
import type { ProblemFragment } from '../../../generated/crm.js';

/** So many go in one call: fast enough to be seen to move, and below what the server takes (ux U16). */
export const CHUNK = 100;
/** So many of those that failed are told by name. */
const NAMED = 3;

export interface Versioned {
  id: string;
  version: number;
}
/** What the server answers to a call about many. */
export interface Sent {
  done: readonly Versioned[];
  problems: readonly ProblemFragment[];
  error: CombinedError | undefined;
}
/** A row as it was, and the version that it has since. */
export interface Changed<Row> {
  before: Row;
  version: number;
}
/** Something that can be done to rows, and taken back. */
export interface BulkAction<Row, Wire = unknown> {
  /** The same in the words of the server, which does it to a whole list by itself. */
  wire: Wire;
  /** What the toast says once it is done to so many. */
  done: (n: number) => string;
  send: (rows: readonly Row[]) => Promise<Sent>;
  back: (changed: readonly Changed<Row>[]) => Promise<Sent>;
}
interface Failure<Row> {
  row: Row;
  text: string;
}
export interface Result<Row> {
  changed: Changed<Row>[];
  failures: Failure<Row>[];
}

const isIndex = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);

interface Work<Item, Row> {
  t: Translate;
  items: readonly Item[];
  rowOf: (item: Item) => Row;
  /** The version that the item has before it is done. */
  versionOf: (item: Item) => number;
  send: (part: readonly Item[]) => Promise<Sent>;
}

/** Does it part by part, as long as `onProgress` says to go on. What was so already is not counted as changed. */
export async function doTo<Item, Row extends Versioned>(
  { t, items, rowOf, versionOf, send }: Work<Item, Row>,
  onProgress: (done: number) => boolean,
): Promise<Result<Row>> {
  const result: Result<Row> = { changed: [], failures: [] };
  for (let start = 0; start < items.length; start += CHUNK) {
    if (!onProgress(start)) break;
    const part = items.slice(start, start + CHUNK);
    const { done, problems, error } = await send(part);
    const versions = new Map(done.map(({ id, version }) => [id, version]));
    const whole = problems.find(({ path }) => !isIndex(path?.[0]));
    const byIndex = new Map(problems.map((problem) => [problem.path?.[0] ?? '', problem]));
    for (const [index, item] of part.entries()) {
      const before = rowOf(item);
      const version = versions.get(before.id);
      const problem = byIndex.get(String(index)) ?? whole;
      const text = error ? failureText(t, error) : problem ? problemText(t, problem) : t('error.unknown');
      if (version === undefined) result.failures.push({ row: before, text });
      else if (version !== versionOf(item)) result.changed.push({ before, version });
    }
  }
  return result;
}

/** What did not work, the first few by name; null when everything did. */
export function failedText(t: Translate, failures: readonly { name: string; text: string }[]): string | null {
  if (failures.length === 0) return null;
  const reasons = failures.slice(0, NAMED).map(({ name, text }) => `“${name}”: ${text}`);
  return t('bulk.failed', { n: failures.length, reasons: reasons.join(' ') });
}
