/** Longest preview that a row of the list keeps. */
export const PREVIEW_LENGTH = 200;

/** Longest subject that is kept with a conversation. */
export const SUBJECT_LENGTH = 500;

/** One line without control characters, cut between whole characters. */
export function oneLine(text: string, length: number): string {
  // Longer texts are cut first, so that a body of megabytes costs no more than its beginning.
  const start = text.slice(0, length * 20);
  const line = start.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** What the list shows of a message: its first words, or the names of its files when it has none. */
export function previewOf(text: string, files: readonly { name: string }[]): string {
  const words = oneLine(text, PREVIEW_LENGTH);
  return words === '' ? oneLine(files.map((file) => file.name).join(', '), PREVIEW_LENGTH) : words;
}
