import { createContext, useContext } from 'react';

/** One thing that can be chosen for a setting, as its plugin reads it from the far side. */
export interface Choice {
  value: string;
  label: string;
  help?: string | null | undefined;
}
/** A list, as far as it is there. `problem`: why it is not; `note`: what is to be known of it. */
export interface ChoiceList {
  loading: boolean;
  choices: readonly Choice[];
  note: string | null;
  problem: string | null;
}
/** The lists out of which settings are chosen, by the word of the schema (`x-choicesFrom`). */
export interface ChoiceLists {
  of: (name: string) => ChoiceList | undefined;
  /** Asks for it, where what is there is not of the settings as they are now; `again`: in any case. */
  ask: (name: string, again?: boolean) => void;
}

/** Filled by who draws the form and can ask its plugin; null where that can't be: then what is chosen elsewhere is typed. */
export const ChoicesContext = createContext<ChoiceLists | null>(null);
export const useChoiceLists = (): ChoiceLists | null => useContext(ChoicesContext);

/** Those whose name, id or help has what was typed; all of them for nothing typed. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return choices;
  return choices.filter(({ value, label }) => label.toLowerCase().includes(wanted) || value.toLowerCase() === wanted);
}

/** What is meant by a text: the choice of this name, with or without what stands before it such as `#`, or the text as an id. */
export function meant(choices: readonly Choice[], typed: string): string {
  const text = typed.trim();
  const bare = (label: string) => label.replace(/^\W+/, '').toLowerCase();
  const exact = choices.filter(({ label }) => label === text);
  const close = exact.length > 0 ? exact : choices.filter(({ label }) => text !== '' && bare(label) === bare(text));
  return close.length === 1 && close[0] ? close[0].value : text;
}
