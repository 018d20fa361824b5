import { Avatar } from '@balie/web-ui';
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
  const writers = here.filter((one) => one.typing);
  const viewers = here.filter((one) => !one.typing && !one.outside);
  const [typing, viewing] = [names(writers), names(viewers)];
  const online = names(here.filter((one) => !one.typing && one.outside));
  return (
    <div className="presence">
      {viewing && (
        <span>
          <IconEye size={14} aria-hidden /> <Faces of={viewers} /> {t('presence.viewing', { name: viewing })}
        </span>
      )}
      {online && (
        <span>
          <IconUserCheck size={14} aria-hidden /> {t('presence.online', { name: online })}
        </span>
      )}
      {typing && (
        <span>
          <IconPencil size={14} aria-hidden /> <Faces of={writers} /> {t('presence.typing', { name: typing })}
        </span>
      )}
    </div>
  );
}

/** Those of us among them; a contact has his name alone. */
function Faces({ of }: { of: readonly Present[] }) {
  const ours = of.filter(({ outside }) => !outside);
  return ours.map(({ id, name }) => <Avatar key={id} name={name} small />);
}
