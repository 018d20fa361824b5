import type { Tx } from '../../kernel/uow.js';
import { forEach } from '../../kernel/user-errors.js';
import type { Changed, Doing, Outcome } from '../bulk-changes/index.js';

interface Row {
  id: string;
  version: number;
}

interface Parts<Kept extends Row, Action> {
  /** Those that are there, as they are before it. */
  before: readonly Kept[];
  /** Does it to one, which is there, or throws. */
  work: (tx: Tx, doing: Doing<Action>, before: Kept | undefined) => Promise<Kept>;
  /** What takes it back for one that was like this. */
  backOf: (action: Action, before: Kept) => Action;
}

/** Does to each what is to be done to it, one after the other; an expected failure of one leaves the others be. */
export async function workOff<Kept extends Row, Action>(
  tx: Tx,
  doings: readonly Doing<Action>[],
  { before, work, backOf }: Parts<Kept, Action>,
): Promise<Outcome<Action>> {
  const known = new Map(before.map((row) => [row.id, row]));
  const { done, userErrors } = await forEach(doings, async (doing) => {
    const was = known.get(doing.id);
    const now = await work(tx, doing, was);
    return was && now.version !== was.version ? { id: now.id, version: now.version, back: backOf(doing.action, was) } : null;
  });
  const changed = done.filter((one): one is Changed<Action> => one !== null);
  return { done: done.length, changed, userErrors };
}
