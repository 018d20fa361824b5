import { Skeleton } from '@balie/web-ui';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { createIntl, createIntlCache, IntlProvider, useIntl, type IntlShape } from 'react-intl';
import type automationNl from '../i18n/automation.nl.json';
import type crmNl from '../i18n/crm.nl.json';
import type nl from '../i18n/nl.json';
import type notifyNl from '../i18n/notify.nl.json';
import type reportsNl from '../i18n/reports.nl.json';
import type routingNl from '../i18n/routing.nl.json';
import type settingsNl from '../i18n/settings.nl.json';

/** Every text has a key, and the compiler knows them. */
export type TextKey =
  | keyof typeof nl
  | keyof typeof crmNl
  | keyof typeof automationNl
  | keyof typeof notifyNl
  | keyof typeof reportsNl
  | keyof typeof routingNl
  | keyof typeof settingsNl;
export type Locale = 'nl' | 'en';
export type Values = Record<string, string | number | Date>;
export type Translate = (key: TextKey, values?: Values) => string;

const catalogues = { nl: () => import('../i18n/nl.json'), en: () => import('../i18n/en.json') } as const;
/** Texts of parts that are loaded later, so that the first load does not carry them (ux 4.15). */
const later = {
  automation: { nl: () => import('../i18n/automation.nl.json'), en: () => import('../i18n/automation.en.json') },
  crm: { nl: () => import('../i18n/crm.nl.json'), en: () => import('../i18n/crm.en.json') },
  notify: { nl: () => import('../i18n/notify.nl.json'), en: () => import('../i18n/notify.en.json') },
  reports: { nl: () => import('../i18n/reports.nl.json'), en: () => import('../i18n/reports.en.json') },
  routing: { nl: () => import('../i18n/routing.nl.json'), en: () => import('../i18n/routing.en.json') },
  settings: { nl: () => import('../i18n/settings.nl.json'), en: () => import('../i18n/settings.en.json') },
} as const;
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

/** Adds the texts of a part to those that are there; shows the part once they are. */
export function PartTexts({ part, children }: { part: keyof typeof later; children: ReactNode }) {
  const { locale } = useLocale();
  const { messages, locale: region } = useIntl();
  const [own, setOwn] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    let current = true;
    void later[part][locale]().then((file) => current && setOwn(file.default));
    return () => {
      current = false;
    };
  }, [part, locale]);
  const all = useMemo(() => ({ ...(messages as Record<string, string>), ...own }), [messages, own]);
  if (!own) return <Skeleton label={String(messages['loading'])} />;
  return (
    <IntlProvider locale={region} messages={all} onError={onTextError}>
      {children}
    </IntlProvider>
  );
}

/** A screen with the texts of its part. */
export function inPart<Props extends object>(
  part: keyof typeof later,
  Screen: ComponentType<Props>,
): (props: Props) => ReactNode {
  return function InPart(props) {
    return (
      <PartTexts part={part}>
        <Screen {...props} />
      </PartTexts>
    );
  };
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
