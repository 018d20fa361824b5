import { useMemo, type RefObject } from 'react';
import type { Command } from '../../app/command.js';
import { useCommands } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { known } from '../../app/knownKeys.js';
import type { ListStore } from './listStore.js';
import type { Selection } from './selection.js';

interface Input {
  store: ListStore;
  selection: Selection;
  cursor: RefObject<string | undefined>;
  move: (by: number) => void;
}

/** Marks by key (ux U16): `x` one, `Shift+J` and on to the next, `* a` all that are shown, Escape none. */
export function useMarkCommands({ store, selection, cursor, move }: Input): void {
  const t = useT();
  const commands = useMemo<Command[]>(() => {
    const mark = () => {
      if (cursor.current) selection.toggle(cursor.current);
    };
    const markNext = () => {
      const id = cursor.current;
      if (id && !selection.snapshot().has(id)) selection.toggle(id);
      move(1);
      if (cursor.current) selection.reach(cursor.current, store.snapshot().ids);
    };
    return [
      { ...known(t, 'mark'), run: mark },
      { ...known(t, 'mark.next'), run: markNext },
      {
        ...known(t, 'mark.all'),
        run: () => selection.all(store.snapshot().ids),
      },
      { ...known(t, 'mark.none'), run: () => selection.clear() },
    ];
  }, [t, store, selection, cursor, move]);
  useCommands(commands);
}
