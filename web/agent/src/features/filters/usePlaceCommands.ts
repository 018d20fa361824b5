import { useMemo, type RefObject } from 'react';
import type { Command } from '../../app/command.js';
import { useCommands } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { known } from '../../app/knownKeys.js';
import { useServices } from '../../app/services.js';
import { useBulkActions } from '../bulk/useBulkActions.js';
import type { ListApi } from '../inbox/ConversationList.js';
import type { Row } from '../inbox/listStore.js';

interface Input {
  list: RefObject<ListApi | null>;
  selected: string | undefined;
  open: (id: string | undefined, replace: boolean) => void;
}

/** `!` marks as spam what is open or under the cursor, `#` deletes it, each again takes it out of there; then the next one is shown, as after closing. */
export function usePlaceCommands({ list, selected, open }: Input): void {
  const t = useT();
  const { lists } = useServices();
  const doTo = useBulkActions();
  const commands = useMemo<Command[]>(() => {
    const onCurrent = (run: (rows: Row[]) => void) => () => {
      const marked = list.current?.marked() ?? [];
      const id = selected ?? list.current?.current();
      const row = id ? lists.find(id) : undefined;
      if (marked.length > 0) {
        list.current?.unmark();
        return run(marked);
      }
      if (!id || !row?.viewerCan.includes('PLACE')) return;
      const next = list.current?.after(id);
      run([row]);
      open(selected ? next : undefined, true);
      list.current?.focus();
    };
    const spam = (rows: Row[]) => {
      const back = rows.every((row) => row.placement === 'SPAM');
      const movable = rows.filter((row) => row.placement !== 'TRASH');
      void doTo((bulk) => bulk.place(back ? 'INBOX' : 'SPAM'), movable);
    };
    const trash = (rows: Row[]) => {
      const back = rows.every((row) => row.placement === 'TRASH');
      void doTo((bulk) => (back ? bulk.restore(null) : bulk.place('TRASH')), rows);
    };
    return [
      { ...known(t, 'spam'), run: onCurrent(spam) },
      { ...known(t, 'trash'), run: onCurrent(trash) },
    ];
  }, [t, lists, list, selected, open, doTo]);
  useCommands(commands);
}
