import { Menu } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { now } from '../../lib/clock.js';
import { useKept, useReason, useSetAvailability } from './useAvailability.js';
import { Dot } from './Word.js';

const HOUR_MS = 3_600_000;

/** In the menu of oneself: whether one takes new conversations, and what becomes of the answers meanwhile (S65 to S69). */
export function AvailabilityItems() {
  const t = useT();
  const { viewer } = useShell();
  const { set } = useSetAvailability();
  const reason = useReason();
  const kept = useKept();
  const navigate = useNavigate();
  const { presence } = viewer;
  const { status, reassignReplies, until } = presence;
  const away = status === 'AWAY';
  const why = reason(presence);
  const forAnHour = () => new Date(now() + HOUR_MS).toISOString();
  const untilTomorrow = () => new Date(new Date(now()).setHours(24, 0, 0, 0)).toISOString();
  const stay = (end: string | null, reassign = reassignReplies) =>
    void set({ status: 'AWAY', until: end, reassignReplies: reassign });
  const mark = (on: boolean) => (on ? <IconCheck size={14} aria-hidden /> : undefined);
  return (
    <>
      <Menu.Label>{t('availability.title')}</Menu.Label>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Dot status="AVAILABLE" />}
        rightSection={mark(!away)}
        aria-current={!away || undefined}
        onClick={() => void set({ status: 'AVAILABLE' })}
      >
        {t('availability.AVAILABLE')}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Dot status="AWAY" />}
        rightSection={mark(away)}
        aria-current={away || undefined}
        onClick={() => stay(null)}
      >
        {t('availability.AWAY')}
        {why && <small className="help"> {why}</small>}
      </Menu.Item>
      {away && (
        <>
          <Menu.Item closeMenuOnClick={false} onClick={() => stay(forAnHour())}>
            {t('availability.hour')}
          </Menu.Item>
          <Menu.Item closeMenuOnClick={false} onClick={() => stay(untilTomorrow())}>
            {t('availability.today')}
          </Menu.Item>
          <Menu.CheckboxItem checked={reassignReplies} onChange={(on) => stay(until ?? null, on)}>
            {t('availability.reassign')}
            <small className="help"> {reassignReplies ? t('availability.reassignHelp') : kept}</small>
          </Menu.CheckboxItem>
        </>
      )}
      <Menu.Item
        leftSection={<IconClock size={16} aria-hidden />}
        onClick={() => void navigate({ to: '/settings/{-$page}', params: { page: 'availability' } })}
      >
        {t('availability.hours')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
