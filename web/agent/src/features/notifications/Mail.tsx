import { useT } from '../../app/intl.js';
import { SelectField } from '../../components/fields.js';
import type { NotificationMail, NotificationSettingsInput, TellingSettingsFragment } from '../../generated/notifications.js';

const WAYS: readonly NotificationMail[] = ['OFF', 'SOON', 'DAILY'];
const MINUTES = [1, 5, 15, 30, 60, 240];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface Props {
  settings: TellingSettingsFragment;
  onSave: (input: NotificationSettingsInput) => Promise<void>;
}

/** What one is mailed of, and when; without a channel for it that is said. */
export function Mail({ settings, onSave }: Props) {
  const t = useT();
  const { kinds, mailMinutes, mailHour, mailPossible } = settings;
  const wants = (way: NotificationMail) => kinds.some(({ mail }) => mail === way);
  const minutes = MINUTES.includes(mailMinutes) ? MINUTES : [...MINUTES, mailMinutes].toSorted((a, b) => a - b);
  return (
    <section className="panel">
      <h2>{t('notify.mail')}</h2>
      <p className="help">{t(mailPossible ? 'notify.mailHelp' : 'notify.mailNone')}</p>
      <div className="told-mail">
        {kinds.map(({ kind, app, browser, mail }) => (
          <SelectField
            key={kind}
            label={t(`notifyKind.${kind}`)}
            value={mail}
            onChange={(way) => void onSave({ kinds: [{ kind, app, browser, mail: way as NotificationMail }] })}
            options={WAYS.map((way) => ({ value: way, label: t(`notifyMail.${way}`) }))}
          />
        ))}
      </div>
      {wants('SOON') && (
        <SelectField
          label={t('notify.mailMinutes')}
          value={String(mailMinutes)}
          onChange={(value) => void onSave({ mailMinutes: Number(value) })}
          options={minutes.map((n) => ({ value: String(n), label: t('notify.minutes', { n }) }))}
        />
      )}
      {wants('DAILY') && (
        <SelectField
          label={t('notify.mailHour')}
          value={String(mailHour)}
          onChange={(value) => void onSave({ mailHour: Number(value) })}
          options={HOURS.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
        />
      )}
    </section>
  );
}
