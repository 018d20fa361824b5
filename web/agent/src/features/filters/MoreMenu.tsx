import { Menu } from '@mantine/core';
import {
  IconAlertOctagon,
  IconArrowRight,
  IconArrowsSplit2,
  IconBan,
  IconClockPause,
  IconDots,
  IconFilter,
  IconGitMerge,
  IconInbox,
  IconPrinter,
  IconRestore,
  IconTag,
  IconTrash,
  IconTrashX,
  IconUserCheck,
} from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Command } from '../../app/command.js';
import { useCommands } from '../../app/commands.js';
import { useT, type TextKey } from '../../app/intl.js';
import { known, pressed } from '../../app/knownKeys.js';
import { useServices } from '../../app/services.js';
import type { Placement } from '../../generated/graphql.js';
import { personName } from '../../lib/person.js';
import type { Conversation } from '../thread/types.js';
import { useBulkActions } from '../bulk/useBulkActions.js';
import { useAsked } from '../bulk/useAsked.js';
import { useTrash } from '../bulk/useTrash.js';
import { useSenderDialog } from './useSenderDialog.js';

/** What is seldom wanted of a conversation: where it lies, whether its sender is let in, and paper (S39, S40). */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { senders } = useServices();
  const [open, setOpen] = useState(false);
  const { ask, dialog } = useSenderDialog();
  const doTo = useBulkActions();
  const trash = useTrash();
  const asked = useAsked();
  const { id, placement, contact, inbox, viewerCan } = conversation;
  const allowed = viewerCan.includes('PLACE');
  const trashed = placement === 'TRASH';
  const blocked = contact?.blockedIn.some((one) => one.id === inbox.id) ?? false;
  const about = contact && {
    contactId: contact.id,
    inboxId: inbox.id,
    inboxName: inbox.name,
    name: personName(contact) ?? t('contact.unknown'),
  };
  const commands = useMemo<Command[]>(() => [{ ...known(t, 'more'), run: () => setOpen(true) }], [t]);
  useCommands(commands);
  const move = (to: Placement, remember = false) => void senders.place(id, placement, to, remember);
  const item = (key: TextKey, icon: ReactNode, run: () => void, keys?: string) => (
    <Menu.Item leftSection={icon} disabled={!allowed} onClick={run} rightSection={keys && <kbd>{keys}</kbd>}>
      {t(key)}
    </Menu.Item>
  );
  return (
    <>
      <Menu withinPortal position="bottom-end" width={270} opened={open} onChange={setOpen}>
        <Menu.Target>
          <button
            type="button"
            className="btn icon"
            aria-label={t('thread.more')}
            aria-keyshortcuts={pressed('more')}
            title={`${t('thread.more')} (.)`}
          >
            <IconDots size={18} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {trashed ? (
            <>
              {item('restore.do', <IconRestore size={16} aria-hidden />, () => trash.restore([conversation]), pressed('trash'))}
              {item('delete.forever', <IconTrashX size={16} aria-hidden />, () => trash.deleteForever([conversation]))}
            </>
          ) : (
            <>
              {placement === 'INBOX' &&
                item(
                  'snooze.open',
                  <IconClockPause size={16} aria-hidden />,
                  () => asked.ask('snooze', [conversation]),
                  pressed('snooze'),
                )}
              {item('tags.open', <IconTag size={16} aria-hidden />, () => asked.ask('tags', [conversation]), pressed('tags'))}
              {item('move.open', <IconArrowRight size={16} aria-hidden />, () => asked.ask('move', [conversation]))}
              {item('merge.open', <IconGitMerge size={16} aria-hidden />, () => asked.ask('merge', [conversation]))}
              {item('split.open', <IconArrowsSplit2 size={16} aria-hidden />, () => asked.ask('split', [conversation]))}
              {placement !== 'INBOX' && item('place.toInbox', <IconInbox size={16} aria-hidden />, () => move('INBOX'))}
              {placement !== 'SPAM' &&
                item('place.toSpam', <IconAlertOctagon size={16} aria-hidden />, () => move('SPAM'), pressed('spam'))}
              {placement !== 'FILTERED' && item('place.toFiltered', <IconFilter size={16} aria-hidden />, () => move('FILTERED'))}
              {about &&
                placement === 'INBOX' &&
                item('place.deny', <IconFilter size={16} aria-hidden />, () => move('FILTERED', true))}
              {about && !blocked && item('block.open', <IconBan size={16} aria-hidden />, () => ask('block', about))}
              {about && blocked && item('unblock.open', <IconUserCheck size={16} aria-hidden />, () => ask('unblock', about))}
              {item(
                'trash.do',
                <IconTrash size={16} aria-hidden />,
                () => void doTo((bulk) => bulk.place('TRASH'), [conversation]),
                '#',
              )}
            </>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('thread.print')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
      {trash.dialog}
      {asked.dialog}
    </>
  );
}
