import { useMemo, type RefObject } from 'react';
import { useCommands, type Command } from '../../app/commands.js';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useDeeds } from '../bulk/useDeeds.js';
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
  const doTo = useDeeds();
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
      void doTo((deeds) => deeds.place(back ? 'INBOX' : 'SPAM'), movable);
    };
    const trash = (rows: Row[]) => {
      const back = rows.every((row) => row.placement === 'TRASH');
      void doTo((deeds) => (back ? deeds.restore(null) : deeds.place('TRASH')), rows);
    };
    return [
      { id: 'spam', group: 'act', label: t('key.spam'), keys: 'Shift+!', run: onCurrent(spam) },
      { id: 'trash', group: 'act', label: t('key.trash'), keys: 'Shift+#', run: onCurrent(trash) },
    ];
  }, [t, lists, list, selected, open, doTo]);
  useCommands(commands);
}
