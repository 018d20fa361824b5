/** Words as a plugin gives them: one text, or one for each language. */
export type Words = string | Readonly<Record<string, string>>;

/** The words in the language asked for (`nl-NL` also finds `nl`), else in English, else in the first one there is. */
export function wordsIn(words: Words, language: string | null | undefined): string {
  if (typeof words === 'string') return words;
  const asked = language?.toLowerCase();
  const byLanguage = new Map(Object.entries(words).map(([key, text]) => [key.toLowerCase(), text]));
  const found = asked ? (byLanguage.get(asked) ?? byLanguage.get(asked.split('-')[0] ?? '')) : undefined;
  return found ?? byLanguage.get('en') ?? [...byLanguage.values()][0] ?? '';
}
