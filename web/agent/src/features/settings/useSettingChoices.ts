import { useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useLocale, useT } from '../../app/intl.js';
import { ResponderChoicesDocument, type ResponderChoicesQueryVariables } from '../../generated/settings.js';
import type { Field, Values } from '../channels/schema.js';
import type { ChoiceList, ChoiceLists } from '../channels/settingChoices.js';

type Input = ResponderChoicesQueryVariables['input'];

/** What a list may depend on: all but what is itself chosen out of one, or stands in a list of things. */
const KINDS_BESIDE = new Set(['chosen', 'items', 'steps', 'pick']);
function keyOf(fields: readonly Field[], settings: Values): string {
  const beside = new Set(fields.filter(({ kind }) => KINDS_BESIDE.has(kind)).map(({ name }) => name));
  return JSON.stringify(Object.entries(settings).filter(([name]) => !beside.has(name)));
}

/** The lists of a form, each asked for once for the settings as they stand; an answer for other settings is dropped. */
export function useSettingChoices(fields: readonly Field[], input: Omit<Input, 'name'>): ChoiceLists {
  const t = useT();
  const client = useClient();
  const { locale: language } = useLocale();
  const [lists, setLists] = useState<Readonly<Record<string, ChoiceList>>>({});
  const asked = useRef<Record<string, string>>({});
  const now = useRef(input);
  now.current = input;
  return useMemo(() => {
    const read = async (name: string, key: string) => {
      const variables = { input: { ...now.current, name }, language };
      const { data, error } = await client
        .query(ResponderChoicesDocument, variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (asked.current[name] !== key) return;
      const { choices = [], note = null, userErrors = [] } = data?.responderChoices ?? {};
      const problem = outcomeText(t, error, userErrors);
      setLists((before) => ({ ...before, [name]: { loading: false, choices, note, problem } }));
    };
    return {
      of: (name) => lists[name],
      ask: (name, again = false) => {
        const key = keyOf(fields, now.current.settings as Values);
        if (!again && asked.current[name] === key) return;
        asked.current[name] = key;
        setLists((before) => {
          const { choices = [] } = before[name] ?? {};
          return { ...before, [name]: { loading: true, choices, note: null, problem: null } };
        });
        void read(name, key);
      },
    };
  }, [client, fields, language, lists, t]);
}
