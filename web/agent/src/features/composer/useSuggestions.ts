import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { SuggestPeopleDocument } from '../../generated/composer.js';
import { keyOf } from './addresses.js';

/** Somebody who can be written to. */
export interface Suggestion {
  value: string;
  name: string | null;
}

const NONE: readonly Suggestion[] = [];
const AFTER = 150;

/** Names of those who were found, so that they are shown by them once they are chosen. */
const names = new Map<string, string>();
export const knownName = (value: string): string | undefined => names.get(keyOf(value));

const LEAST = 2;

/** Contacts that fit what is being typed, by name or address. */
export function useSuggestions(text: string, kind: string): readonly Suggestion[] {
  const client = useClient();
  const [found, setFound] = useState<{ for: string; list: readonly Suggestion[] }>({ for: '', list: NONE });
  const search = text.trim();
  useEffect(() => {
    if (search.length < LEAST) return;
    let current = true;
    const ask = async () => {
      const { data } = await client.query(SuggestPeopleDocument, { search }).toPromise();
      if (!current || !data) return;
      const list = data.contacts.nodes.flatMap(({ fullName, identities }) =>
        identities.filter((one) => one.kind === kind).map(({ value }) => ({ value, name: fullName })),
      );
      for (const { value, name } of list) if (name) names.set(keyOf(value), name);
      setFound({ for: search, list: list.slice(0, 6) });
    };
    const timer = setTimeout(() => void ask(), AFTER);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, search, kind]);
  // What was found for less of it still fits, until the newer answer is there.
  const fits = search.length >= LEAST && found.for !== '' && search.startsWith(found.for);
  if (!fits) return NONE;
  const needle = search.toLowerCase();
  return found.list.filter((one) => `${one.name ?? ''} ${one.value}`.toLowerCase().includes(needle));
}
