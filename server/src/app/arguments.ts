import { parseArgs } from 'node:util';
import { Refused } from './backup/refused.js';

/** What a command at the terminal takes beside the one thing that it is about. */
export interface Takes {
  /** Options that are there or not, such as `replace` for --replace. */
  flags?: readonly string[];
  /** Options that are followed by a value. */
  values?: readonly string[];
  usage: string;
}

/** Reads what was typed: one thing, such as a file, and options. Throws Refused in words. */
export function argumentsOf(
  args: readonly string[],
  { flags = [], values = [], usage }: Takes,
): { file: string; flags: Set<string>; values: Record<string, string | undefined> } {
  const known = [...flags, ...values].map((name) => `--${name}`);
  const options = Object.fromEntries([
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
    ...values.map((name) => [name, { type: 'string' as const }]),
  ]);
  const {
    values: given,
    positionals,
    tokens,
  } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(`--${token.name}`))
      throw new Refused(`There is no ${token.rawName}. ${known.length > 0 ? `Known are ${known.join(', ')}.` : usage}`);
    // A value that looks like an option is one that was forgotten.
    if (values.includes(token.name) && (token.value === undefined || token.value.startsWith('--')))
      throw new Refused(`Say what ${token.rawName} is.`);
    if (flags.includes(token.name) && token.value !== undefined) throw new Refused(`${token.rawName} takes no value.`);
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refused(usage);
  const texts = values.map((name) => [name, given[name] as string | undefined] as const);
  return { file, flags: new Set(flags.filter((name) => given[name] === true)), values: Object.fromEntries(texts) };
}
