import { IconEye, IconPencil, IconUserCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import type { Present } from '../../app/presence.js';
import { useServices } from '../../app/services.js';

/** Who else is here; nothing when nobody is (ux R9). */
export function PresenceLine({ id }: { id: string }) {
  const t = useT();
  const intl = useIntl();
  const { presence } = useServices();
  const here = useSyncExternalStore(presence.watch, () => presence.in(id));
  if (here.length === 0) return null;
  const names = (list: readonly Present[]) => intl.formatList(list.map(({ name }) => name || t('presence.customer')));
  const typing = names(here.filter((one) => one.typing));
  const viewing = names(here.filter((one) => !one.typing && !one.outside));
  const online = names(here.filter((one) => !one.typing && one.outside));
  return (
    <div className="presence">
      {viewing && (
        <span>
          <IconEye size={14} aria-hidden /> {t('presence.viewing', { name: viewing })}
        </span>
      )}
      {online && (
        <span>
          <IconUserCheck size={14} aria-hidden /> {t('presence.online', { name: online })}
        </span>
      )}
      {typing && (
        <span>
          <IconPencil size={14} aria-hidden /> {t('presence.typing', { name: typing })}
        </span>
      )}
    </div>
  );
}
