import type { GraphQLSchema } from 'graphql';
import { useCallback, useEffect, useState } from 'react';
import { readSchema } from './explore.js';

type Known = { phase: 'first' | 'off' | 'failed'; schema: null } | { phase: 'ready'; schema: GraphQLSchema };

/** The schema, asked for when the page is opened; `off` when it may not be explored. */
export function useSchema() {
  const [known, setKnown] = useState<Known>({ phase: 'first', schema: null });
  const load = useCallback(() => {
    let current = true;
    setKnown({ phase: 'first', schema: null });
    readSchema().then(
      (schema) => current && setKnown(schema === 'off' ? { phase: 'off', schema: null } : { phase: 'ready', schema }),
      () => current && setKnown({ phase: 'failed', schema: null }),
    );
    return () => {
      current = false;
    };
  }, []);
  useEffect(load, [load]);
  return { ...known, again: () => void load() };
}
