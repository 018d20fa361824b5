import { IconPencil } from '@tabler/icons-react';
import { openCompose } from '../../app/composeWindows.js';
import { useT } from '../../app/intl.js';
import { pressed, withKey } from '../../app/knownKeys.js';
import { useShell } from '../../app/ShellProvider.js';
import { mayCompose } from './ComposeLayer.js';

/** Begins a new message; who may not sees why (S30, U31). */
export function ComposeButton({ onPick }: { onPick: () => void }) {
  const t = useT();
  const { inboxes } = useShell();
  const allowed = mayCompose(inboxes);
  const compose = () => {
    onPick();
    openCompose();
  };
  return (
    <>
      <button
        type="button"
        className="btn tint compose-button"
        data-command="compose"
        disabled={!allowed}
        aria-keyshortcuts={pressed('compose')}
        aria-describedby={allowed ? undefined : 'compose-why'}
        title={allowed ? withKey(t('compose.label'), 'compose') : t('compose.notMember')}
        onClick={compose}
      >
        <IconPencil size={16} aria-hidden />
        {t('compose.label')}
      </button>
      {!allowed && (
        <p id="compose-why" className="meta compose-why">
          {t('compose.notMember')}
        </p>
      )}
    </>
  );
}
