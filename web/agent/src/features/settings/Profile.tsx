import { Button } from '@balie/web-ui';
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { isLocale, LOCALES, useLocale, useT } from '../../app/intl.js';
import { usePreferences } from '../../app/preferences.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField } from '../../components/fields.js';
import { LinkedAccounts } from './LinkedAccounts.js';
import { ProfileForm } from './ProfileForms.js';
import { THEMES } from '../../app/themes.js';
import { useSignOut } from '../../app/useSignOut.js';

/** What is one's own: language, theme, contrast, what happens after closing. */
export function Profile() {
  const t = useT();
  const { viewer } = useShell();
  const { locale, choose } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [preferences, save] = usePreferences();
  const signOut = useSignOut();
  return (
    <>
      <section className="panel">
        <div>
          <b>{viewer.name}</b>
          <p className="meta">{viewer.email}</p>
        </div>
        <div className="two">
          <SelectField
            label={t('profile.language')}
            value={locale}
            onChange={(value) => isLocale(value) && choose(value)}
            options={LOCALES.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            label={t('theme.label')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as MantineColorScheme)}
            options={THEMES.map(({ id, text }) => ({ value: id, label: t(text) }))}
          />
          <SelectField
            label={t('profile.contrast')}
            value={preferences.contrast}
            onChange={(value) => save({ contrast: value === 'more' ? 'more' : 'auto' })}
            options={[
              { value: 'auto', label: t('theme.auto') },
              { value: 'more', label: t('profile.contrastMore') },
            ]}
          />
          <SelectField
            label={t('profile.afterClose')}
            value={preferences.afterClose}
            onChange={(value) => save({ afterClose: value === 'list' ? 'list' : 'next' })}
            options={[
              { value: 'next', label: t('profile.afterCloseNext') },
              { value: 'list', label: t('profile.afterCloseList') },
            ]}
          />
        </div>
      </section>
      <LinkedAccounts />
      <ProfileForm />
      <Button onClick={signOut}>{t('profile.signOut')}</Button>
    </>
  );
}
