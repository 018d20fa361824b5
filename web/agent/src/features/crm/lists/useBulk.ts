import { useRef, useState } from 'react';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { doTo, failedText, type Changed, type BulkAction, type Result, type Versioned } from './bulk.js';

const versionOf = ({ version }: { version: number }): number => version;

interface BulkParts<Row, Wire> {
  chosen: readonly Row[];
  /** All in the list are meant, also those that are not loaded: the server does it to them by itself. Null where only the chosen are. */
  toWhole: ((action: BulkAction<Row, Wire>) => Promise<void>) | null;
  nameOf: (row: Row) => string;
  onDone: () => void;
}

/** How far it is. */
export interface Progress {
  done: number;
  of: number;
}
export interface Bulk<Row, Wire> {
  run: (action: BulkAction<Row, Wire>) => void;
  progress: Progress | null;
  stop: () => void;
}

/** Does things to what is selected, tells how it went for each, and offers to take it back (U6, U16). */
export function useBulk<Row extends Versioned, Wire>(parts: BulkParts<Row, Wire>): Bulk<Row, Wire> {
  const { chosen, toWhole, nameOf, onDone } = parts;
  const t = useT();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const tell = ({ failures }: Result<Row>) => {
    const text = failedText(
      t,
      failures.map((failure) => ({ name: nameOf(failure.row), text: failure.text })),
    );
    if (text !== null) toast(text, undefined, 'bad');
  };
  const undo = async (action: BulkAction<Row, Wire>, changed: readonly Changed<Row>[]) => {
    const work = { t, items: changed, versionOf, send: action.back };
    tell(await doTo<Changed<Row>, Row>({ ...work, rowOf: ({ before }) => before }, () => true));
  };
  const run = async (action: BulkAction<Row, Wire>) => {
    if (toWhole) {
      onDone();
      return toWhole(action);
    }
    stopped.current = false;
    const work = { t, items: chosen, rowOf: (row: Row) => row, versionOf, send: action.send };
    const result = await doTo<Row, Row>(work, (done) => {
      setProgress({ done, of: chosen.length });
      return !stopped.current;
    });
    const { changed } = result;
    const back = { label: t('undo'), run: () => void undo(action, changed) };
    if (changed.length > 0) toast(action.done(changed.length), back);
    tell(result);
    onDone();
    setProgress(null);
  };
  return { run: (action) => void run(action), progress, stop: () => (stopped.current = true) };
}
