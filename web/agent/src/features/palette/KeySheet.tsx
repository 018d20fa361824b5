import { Modal } from '@mantine/core';
import type { Command } from '../../app/command.js';
import { useAllCommands } from '../../app/commands.js';
import { useT, type TextKey } from '../../app/intl.js';
import { KeyCaps } from './KeyCaps.js';

const GROUPS: readonly { id: Command['group']; text: TextKey }[] = [
  { id: 'move', text: 'keys.move' },
  { id: 'act', text: 'keys.act' },
  { id: 'go', text: 'keys.go' },
  { id: 'app', text: 'keys.app' },
];
const EDITOR: readonly { keys: string; text: TextKey }[] = [
  { keys: '$mod+Enter', text: 'composer.send' },
  { keys: '$mod+Shift+Enter', text: 'composer.sendAndClose' },
  { keys: '$mod+b', text: 'format.bold' },
  { keys: '$mod+i', text: 'format.italic' },
];

/** All keys, from the same list that makes them work. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const commands = useAllCommands().filter((command) => command.keys);
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} size="lg" overlayProps={{ blur: 0 }}>
      <div className="key-sheet">
        {GROUPS.map(({ id, text }) => {
          const own = commands.filter((command) => command.group === id);
          if (own.length === 0) return null;
          return (
            <Group key={id} title={t(text)} rows={own.map((command) => ({ keys: command.keys ?? '', label: command.label }))} />
          );
        })}
        <Group title={t('keys.editor')} rows={EDITOR.map(({ keys, text }) => ({ keys, label: t(text) }))} />
      </div>
    </Modal>
  );
}

function Group({ title, rows }: { title: string; rows: readonly { keys: string; label: string }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>
              <KeyCaps keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
