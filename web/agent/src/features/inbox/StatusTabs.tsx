import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useT, type TextKey } from '../../app/intl.js';
import { usePreferences } from '../../app/preferences.js';
import type { StatusChoice } from './statusChoice.js';
import type { ListOrder } from './view.js';

const CHOICES: readonly { id: StatusChoice; text: TextKey }[] = [
  { id: 'open', text: 'status.open' },
  { id: 'snoozed', text: 'status.snoozed' },
  { id: 'closed', text: 'status.closed' },
  { id: 'any', text: 'status.any' },
];
const ORDERS: readonly { id: ListOrder; text: TextKey }[] = [
  { id: 'newest', text: 'order.newest' },
  { id: 'due', text: 'order.due' },
];

interface StatusProps {
  status: StatusChoice;
  onChange: (status: StatusChoice) => void;
  /** What was found by its words stands in the order in which it was found. */
  ordered: boolean;
}

/** Chooses between open and closed conversations, and the order in which they stand. */
export function StatusTabs({ status, onChange, ordered }: StatusProps) {
  const t = useT();
  const [{ order }, save] = usePreferences();
  const current = CHOICES.find((choice) => choice.id === status);
  const item = (text: TextKey, chosen: boolean, choose: () => void) => (
    <Menu.Item key={text} onClick={choose} rightSection={chosen ? <IconCheck size={14} aria-hidden /> : undefined}>
      {t(text)}
    </Menu.Item>
  );
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
        {CHOICES.map(({ id, text }) => item(text, id === status, () => onChange(id)))}
        {ordered && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('order.label')}</Menu.Label>
            {ORDERS.map(({ id, text }) => item(text, id === order, () => save({ order: id })))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
