import { Button } from '@balie/web-ui';
import { IconUserPause } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { useSetAvailability } from './useAvailability.js';

/** Tells who was set to away by somebody else, and by whom; one press and he is back (D21). */
export function AwayLine() {
  const t = useT();
  const { viewer } = useShell();
  const { set, busy } = useSetAvailability();
  const { status, source, setByName } = viewer.presence;
  if (status !== 'AWAY' || source !== 'MANAGER') return null;
  return (
    <p className="connection" role="alert">
      <IconUserPause size={14} aria-hidden />
      <span>{t('availability.wasSet', { name: setByName ?? '' })}</span>
      <Button look="quiet" busy={busy} onClick={() => void set({ status: 'AVAILABLE' })}>
        {t('availability.back')}
      </Button>
    </p>
  );
}
