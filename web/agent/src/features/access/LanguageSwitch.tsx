import { LOCALES, useLocale, useT } from '../../app/intl.js';

/** Changes the language before there is a profile to set it in. */
export function LanguageSwitch() {
  const t = useT();
  const { locale, choose } = useLocale();
  return (
    <div className="languages" role="group" aria-label={t('profile.language')}>
      {LOCALES.map(({ id, name }) => (
        <button key={id} type="button" lang={id} className="btn quiet" aria-pressed={id === locale} onClick={() => choose(id)}>
          {name}
        </button>
      ))}
    </div>
  );
}
