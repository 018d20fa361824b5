import { createContext, useContext } from 'react';
import type { Option } from './schema.js';

/** What a text is chosen out of, by the word of its schema (`x-pick`). */
export type Picks = Readonly<Record<string, readonly Option[]>>;

/** Filled by who draws the form: he knows what there is. */
export const PicksContext = createContext<Picks>({});
export const usePicks = (word: unknown): readonly Option[] => useContext(PicksContext)[String(word)] ?? [];

/** What a value stands for: one of the options, also by its name, as it was typed before there was a list. */
export function pickedOf(options: readonly Option[], value: string): Option | undefined {
  const name = value.trim().toLowerCase();
  return (
    options.find((option) => option.value === value) ??
    (name === '' ? undefined : options.find(({ label }) => label.trim().toLowerCase() === name))
  );
}

/** The names of all steps, however deep they stand. */
export function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { name, ...rest } = value as { name?: unknown };
  return [...(typeof name === 'string' && name !== '' ? [name] : []), ...Object.values(rest).flatMap(namesIn)];
}
