import { IconEye, IconPencil } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';

/** Who else is here; nothing when nobody is (ux R9). */
export function PresenceLine({ id }: { id: string }) {
  const t = useT();
  const intl = useIntl();
  const { presence } = useServices();
  const here = useSyncExternalStore(presence.watch, () => presence.in(id));
  if (here.length === 0) return null;
  const names = (typing: boolean) => intl.formatList(here.filter((one) => one.typing === typing).map((one) => one.name));
  const typing = names(true);
  const viewing = names(false);
  return (
    <div className="presence">
      {viewing && (
        <span>
          <IconEye size={14} aria-hidden /> {t('presence.viewing', { name: viewing })}
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
