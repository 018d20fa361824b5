import { createContext, useContext } from 'react';
import type { Option } from './schema.js';

/** What a text is chosen out of, by the word of its schema (`x-pick`). */
export type Picks = Readonly<Record<string, readonly Option[]>>;

/** Filled by who draws the form: he knows what there is. */
export const PicksContext = createContext<Picks>({});
export const usePicks = (word: unknown): readonly Option[] => useContext(PicksContext)[String(word)] ?? [];

/** The names of all steps, however deep they stand. */
export function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { name, ...rest } = value as { name?: unknown };
  return [...(typeof name === 'string' && name !== '' ? [name] : []), ...Object.values(rest).flatMap(namesIn)];
}
