import { KNOWN } from '../../app/knownKeys.js';

type Id = keyof typeof KNOWN;
interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** A press as the list of keys writes it; null for one that is none: a modifier alone, Alt, which many keyboards need for signs, or a key without a sign. */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (altKey || [...key].length !== 1 || key === ' ') return null;
  const shift = shiftKey ? 'Shift+' : '';
  if (ctrlKey || metaKey) return `$mod+${shift}${key.toLowerCase()}`;
  return `${shift}${shiftKey ? key.toUpperCase() : key.toLowerCase()}`;
}

/** The keys of each command, with those that were chosen in place of its own. */
export function keysTaken(chosen: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(KNOWN).map(([id, { keys }]) => [id, chosen[id] ?? keys]));
}

/** The other command that these keys press, or begin, or that is pressed on the way to them; null when they are free. */
export function inTheWay(id: Id, keys: string, taken: Readonly<Record<string, string>>): Id | null {
  if (keys === '') return null;
  const meets = (other: string): boolean => other === keys || other.startsWith(`${keys} `) || keys.startsWith(`${other} `);
  const found = Object.entries(taken).find(([other, theirs]) => other !== id && theirs !== '' && meets(theirs));
  return found ? (found[0] as Id) : null;
}
