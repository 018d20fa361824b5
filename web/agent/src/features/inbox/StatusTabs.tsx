import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useT, type TextKey } from '../../app/intl.js';
import type { StatusChoice } from './view.js';

const CHOICES: readonly { id: StatusChoice; text: TextKey }[] = [
  { id: 'open', text: 'status.open' },
  { id: 'snoozed', text: 'status.snoozed' },
  { id: 'closed', text: 'status.closed' },
  { id: 'any', text: 'status.any' },
];

/** Chooses between open and closed conversations. */
export function StatusTabs({ status, onChange }: { status: StatusChoice; onChange: (status: StatusChoice) => void }) {
  const t = useT();
  const current = CHOICES.find((choice) => choice.id === status);
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <button type="button" className="btn quiet" aria-haspopup="menu">
          <span className="vh">{t('status.label')}: </span>
          {current && t(current.text)}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map(({ id, text }) => (
          <Menu.Item
            key={id}
            onClick={() => onChange(id)}
            rightSection={id === status ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {t(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
