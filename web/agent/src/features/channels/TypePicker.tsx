import { Skeleton } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { iconFor } from '../../components/icons.js';
import { ChannelTypesDocument } from '../../generated/settings.js';

/** The kinds of channel that the installed plugins offer, as cards. */
export function TypePicker({ onPick }: { onPick: (type: string) => void }) {
  const t = useT();
  const { locale } = useLocale();
  const [{ data, error }] = useQuery({
    query: ChannelTypesDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  if (error) return <p className="alert">{t('failed.part')}</p>;
  if (!data) return <Skeleton label={t('channel.loading')} lines={3} />;
  if (data.channelTypes.length === 0) return <p className="help">{t('channel.noTypes')}</p>;
  return (
    <div className="type-cards" role="group" aria-label={t('channel.pick')}>
      {data.channelTypes.map((type) => {
        const Mark = iconFor(type.icon);
        return (
          <button key={type.type} type="button" className="type-card" onClick={() => onPick(type.type)}>
            <Mark size={22} aria-hidden />
            <span>{type.title}</span>
          </button>
        );
      })}
    </div>
  );
}
