import { useRef, useState } from 'react';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { COLLECTED, doTo, failedText, type Changed, type Deed, type Result, type Versioned } from './bulk.js';

const versionOf = ({ version }: { version: number }): number => version;

/** A page of a list, read to take hold of all of it. */
export interface Page<Row> {
  nodes: readonly Row[];
  /** Null behind the last page. */
  next: string | null;
}
interface BulkParts<Row> {
  chosen: readonly Row[];
  /** All in the list are meant, also those that are not loaded. */
  whole: boolean;
  /** Null when the list could not be read. */
  read: (after: string | null) => Promise<Page<Row> | null>;
  nameOf: (row: Row) => string;
  onDone: () => void;
}

/** How far it is; of how many is not known while the list is read. */
export interface Progress {
  done: number;
  of: number | null;
}
export interface Bulk<Row> {
  run: (deed: Deed<Row>) => void;
  progress: Progress | null;
  stop: () => void;
}

/** Does things to what is selected, tells how it went for each, and offers to take it back (U6, U16). */
export function useBulk<Row extends Versioned>({ chosen, whole, read, nameOf, onDone }: BulkParts<Row>): Bulk<Row> {
  const t = useT();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const rows = async (): Promise<readonly Row[] | null> => {
    if (!whole) return chosen;
    const found: Row[] = [];
    let after: string | null = null;
    do {
      setProgress({ done: found.length, of: null });
      const page: Page<Row> | null = await read(after);
      if (!page || stopped.current) return null;
      found.push(...page.nodes);
      after = page.next;
    } while (after !== null && found.length < COLLECTED);
    return found.slice(0, COLLECTED);
  };
  const tell = ({ failures }: Result<Row>) => {
    const text = failedText(
      t,
      failures.map((failure) => ({ name: nameOf(failure.row), text: failure.text })),
    );
    if (text !== null) toast(text, undefined, 'bad');
  };
  const undo = async (deed: Deed<Row>, changed: readonly Changed<Row>[]) => {
    const parts = { t, items: changed, versionOf, send: deed.back };
    tell(await doTo<Changed<Row>, Row>({ ...parts, rowOf: ({ before }) => before }, () => true));
  };
  const run = async (deed: Deed<Row>) => {
    stopped.current = false;
    const items = await rows();
    if (items) {
      const parts = { t, items, rowOf: (row: Row) => row, versionOf, send: deed.send };
      const result = await doTo<Row, Row>(parts, (done) => {
        setProgress({ done, of: items.length });
        return !stopped.current;
      });
      const { changed } = result;
      const back = { label: t('undo'), run: () => void undo(deed, changed) };
      if (changed.length > 0) toast(deed.done(changed.length), back);
      tell(result);
      onDone();
    } else if (!stopped.current) toast(t('toast.failed', { reason: t('error.network') }), undefined, 'bad');
    setProgress(null);
  };
  return { run: (deed) => void run(deed), progress, stop: () => (stopped.current = true) };
}
