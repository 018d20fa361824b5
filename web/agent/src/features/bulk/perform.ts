import type { CombinedError } from 'urql';
import type { Actions, Outcome } from '../../app/actions.js';
import { failureText, problemText } from '../../app/errors.js';
import type { Translate } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import type { ConversationActionInput } from '../../generated/bulk.js';
import type { ErrorCode, ProblemFragment, RowFragment } from '../../generated/graphql.js';
import { titleOf } from '../../lib/title.js';
import type { Lists } from '../inbox/lists.js';
import type { Row } from '../inbox/listStore.js';

/** So many go in one call: fast enough to be seen to move, and below what the server takes (ux U16). */
const CHUNK = 100;
/** So many of those that failed are told by name. */
const NAMED = 3;

/** What the server answers to a call about many. */
export interface Sent {
  data: { conversations: readonly RowFragment[]; userErrors: readonly ProblemFragment[] } | undefined;
  /** Those that it was done to, and that are out of sight now. */
  gone?: readonly { id: string; version: number }[] | undefined;
  error: CombinedError | undefined;
}
/** A call about many; with versions it changes only what nobody else has changed since. */
export type Send = (ids: string[], versions: number[] | null) => Promise<Sent>;

/** Something that can be done to conversations, one or many. */
export interface BulkAction {
  /** What the toast says once it is done to so many. */
  done: (n: number) => string;
  /** What is shown before the server has said yes. */
  patch: (row: Row) => Partial<Row>;
  send: Send;
  /** The same in the words of the server, which does it to a whole view by itself. */
  wire: ConversationActionInput;
  /** How it is taken back for one that was like this; those with the same key go together. */
  undo: (before: Row) => { key: string; patch: Partial<Row>; send: Send };
  /** True for a failure that somebody else tells. */
  takes?: (code: ErrorCode) => boolean;
}

interface Parts {
  lists: Lists;
  actions: Actions;
  t: Translate;
}
interface Failure {
  row: Row;
  code: ErrorCode | null;
  text: string;
}
interface Result {
  changed: { before: Row; version: number }[];
  failures: Failure[];
}

/** Does it, tells how it went for each, and offers to take it back (U6, U16). */
export async function perform(
  parts: Parts,
  action: BulkAction,
  rows: readonly Row[],
  onProgress?: (done: number) => boolean,
): Promise<Result> {
  const working = doTo(parts, action, rows, onProgress);
  const sent = working.then((result) => told(parts, action, result));
  const back = async (): Promise<Outcome> => undo(parts, action, (await working).changed);
  if (rows.length <= CHUNK) await parts.actions.offerUndo(action.done(rows.length), sent, back);
  else {
    const outcome = await sent;
    const { changed } = await working;
    if (changed.length > 0) await parts.actions.offerUndo(action.done(changed.length), Promise.resolve(outcome), back);
  }
  return working;
}

async function doTo({ lists, t }: Parts, action: BulkAction, rows: readonly Row[], onProgress?: (done: number) => boolean) {
  const result: Result = { changed: [], failures: [] };
  for (const row of rows.slice(0, CHUNK)) lists.patch(row.id, action.patch(row));
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    if (onProgress && !onProgress(start)) break;
    const ids = part.map(({ id }) => id);
    settle(lists, t, part, await action.send(ids, null), result);
  }
  onProgress?.(rows.length);
  return result;
}

function settle(lists: Lists, t: Translate, part: readonly Row[], { data, gone, error }: Sent, result: Result): void {
  const rows = new Map((data?.conversations ?? []).map((row) => [row.id, row]));
  const lost = new Map((gone ?? []).map(({ id, version }) => [id, version]));
  const whole = data?.userErrors.find(({ path }) => !isIndex(path?.[0]));
  const problems = new Map((data?.userErrors ?? []).map((problem) => [problem.path?.[0] ?? '', problem]));
  for (const [index, before] of part.entries()) {
    const row = rows.get(before.id);
    if (row) {
      lists.merge(row);
      result.changed.push({ before, version: row.version });
    } else if (lost.has(before.id)) {
      lists.remove(before.id);
      result.changed.push({ before, version: lost.get(before.id) ?? 0 });
    } else {
      const problem = problems.get(String(index)) ?? whole;
      const text = error ? failureText(t, error) : problem ? problemText(t, problem) : t('error.unknown');
      result.failures.push({ row: before, code: problem?.code ?? null, text });
    }
    lists.unpatch(before.id);
  }
}

const isIndex = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);

function told({ t }: Parts, action: BulkAction, { changed, failures }: Result): Outcome {
  const open = failures.filter(({ code }) => code === null || !action.takes?.(code));
  const [first] = open;
  if (first && changed.length + failures.length === 1) toast(t('toast.failed', { reason: first.text }), undefined, 'bad');
  else if (first) {
    const names = open.slice(0, NAMED).map(({ row, text }) => `“${titleOf(t, row)}”: ${text}`);
    toast(t('bulk.failed', { n: open.length, reasons: names.join(' ') }), undefined, 'bad');
  }
  // Where nothing was done, the toast that said so goes away, whoever tells why.
  const failed = changed.length === 0 ? (failures[0]?.text ?? null) : null;
  return { version: changed[0]?.version ?? null, failed };
}

async function undo(parts: Parts, action: BulkAction, changed: Result['changed']): Promise<Outcome> {
  const groups = new Map<string, { send: Send; of: Result['changed'] }>();
  for (const one of changed) {
    const { key, patch, send } = action.undo(one.before);
    parts.lists.patch(one.before.id, patch);
    const group = groups.get(key) ?? { send, of: [] };
    group.of.push(one);
    groups.set(key, group);
  }
  const result: Result = { changed: [], failures: [] };
  for (const { send, of } of groups.values())
    for (let start = 0; start < of.length; start += CHUNK) {
      const part = of.slice(start, start + CHUNK);
      const ids = part.map(({ before }) => before.id);
      const versions = part.map(({ version }) => version);
      settle(
        parts.lists,
        parts.t,
        part.map(({ before }) => before),
        await send(ids, versions),
        result,
      );
    }
  return told(parts, { ...action, takes: () => false }, result);
}
