/** Longest preview that a row of the list keeps. */
export const PREVIEW_LENGTH = 200;

/** Longest subject that is kept with a conversation. */
export const SUBJECT_LENGTH = 500;

/** Invisible characters that change nothing but how a line looks: fillers of newsletters, and orders to write backwards. */
const INVISIBLE = /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Joiners that join nothing; those inside a word or an emoji mean something. */
const LONE_JOINERS = /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]+/gu;

/** One line without control characters, cut between whole characters. */
export function oneLine(text: string, length: number): string {
  // Longer texts are cut first, so that a body of megabytes costs no more than its beginning.
  const line = text
    .slice(0, length * 20)
    .replaceAll(INVISIBLE, '')
    .replaceAll(LONE_JOINERS, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  const cut =
    characters.length <= length
      ? line
      : `${characters
          .slice(0, length - 1)
          .join('')
          .trimEnd()}…`;
  // The first cut may have halved a character of two code units.
  return cut.replaceAll(/\p{Cs}/gu, '');
}

/** What the list shows of a message: its first words, or the names of its files when it has none. */
export function previewOf(text: string, files: readonly { name: string }[]): string {
  const words = oneLine(text, PREVIEW_LENGTH);
  return words === '' ? oneLine(files.map((file) => file.name).join(', '), PREVIEW_LENGTH) : words;
}
