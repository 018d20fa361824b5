import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createIntl, createIntlCache, IntlProvider, useIntl, type IntlShape } from 'react-intl';
import type nl from '../i18n/nl.json';

/** Every text has a key, and the compiler knows them. */
export type TextKey = keyof typeof nl;
export type Locale = 'nl' | 'en';
export type Values = Record<string, string | number | Date>;
export type Translate = (key: TextKey, values?: Values) => string;

const catalogues = { nl: () => import('../i18n/nl.json'), en: () => import('../i18n/en.json') } as const;
export const LOCALES: readonly { id: Locale; name: string }[] = [
  { id: 'nl', name: 'Nederlands' },
  { id: 'en', name: 'English' },
];
const STORED = 'balie.locale';

export const isLocale = (value: unknown): value is Locale => value === 'nl' || value === 'en';

/** The language chosen here before, else the browser's, else Dutch. */
export function firstLocale(fromServer?: string): Locale {
  const stored = localStorage.getItem(STORED);
  if (isLocale(stored)) return stored;
  if (isLocale(fromServer)) return fromServer;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'nl';
}

const LocaleContext = createContext<{ locale: Locale; choose: (locale: Locale) => void }>({
  locale: 'nl',
  choose: () => undefined,
});
export const useLocale = () => useContext(LocaleContext);

/** Loads the texts of the language; the language of the page and of its dates change together with it. */
export function Texts({ initial, children }: { initial: Locale; children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Record<string, string> } | null>(null);
  const [locale, setLocale] = useState(initial);
  useEffect(() => {
    let current = true;
    void catalogues[locale]().then((file) => {
      if (!current) return;
      document.documentElement.lang = locale;
      setLoaded({ locale, messages: file.default });
    });
    return () => {
      current = false;
    };
  }, [locale]);
  const choose = useCallback((next: Locale) => {
    localStorage.setItem(STORED, next);
    setLocale(next);
  }, []);
  const context = useMemo(() => ({ locale, choose }), [locale, choose]);
  if (!loaded) return null;
  return (
    <LocaleContext.Provider value={context}>
      <IntlProvider locale={regional(loaded.locale)} messages={loaded.messages} onError={onTextError}>
        {children}
      </IntlProvider>
    </LocaleContext.Provider>
  );
}

/** The language as it is used where the person is: dates and clocks differ between regions that share their texts. */
const regional = (locale: Locale): string =>
  navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${locale}-`)) ?? locale;

// A missing text is found by the tests; on a user's screen its key must not become a crash.
const onTextError = () => undefined;

/** The texts of the app. */
export function useT(): Translate {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl]);
}

/** An intl object outside of React, for tests. */
export function intlOf(locale: Locale, messages: Record<string, string>): IntlShape {
  return createIntl({ locale, messages }, createIntlCache());
}
