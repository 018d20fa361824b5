import type { SnippetTextFragment } from '../../generated/composer.js';
import type { DraftText } from './content.js';

/** What is being typed after a `/` or a `#`, up to the caret; null where no snippet is asked for. */
export function askedFor(before: string): { query: string; length: number } | null {
  const found = /(?:^|[\s(])([/#][\p{L}\p{N}_-]*)$/u.exec(before)?.[1];
  return found === undefined ? null : { query: found.slice(1).toLowerCase(), length: found.length };
}

/** How well a snippet answers what was typed, less is better; null when it does not. */
function distance({ shortcut, snippetName }: SnippetTextFragment, query: string): number | null {
  if (shortcut === query) return 0;
  if (shortcut.startsWith(query)) return 1;
  if (snippetName.toLowerCase().includes(query)) return 2;
  let at = 0;
  for (const letter of shortcut) if (letter === query[at]) at++;
  return at === query.length ? 3 : null;
}

/** Those that answer, the best first; the letters of a shortcut may be far apart (U12). */
export function fitting(
  snippets: readonly SnippetTextFragment[],
  query: string,
  inboxId: string | undefined,
): SnippetTextFragment[] {
  const here = snippets.filter(({ inbox }) => inbox === null || inbox.id === inboxId);
  const judged = here.flatMap((snippet) => {
    const far = distance(snippet, query);
    return far === null ? [] : [{ snippet, far }];
  });
  return judged.sort((a, b) => a.far - b.far).map(({ snippet }) => snippet);
}

/** What is known of whom and what it is for: by the two words of a placeholder. */
export type Known = Record<string, Record<string, string | null | undefined>>;

const PLACEHOLDER = /\{([a-z]+\.[a-z_]+)(?:\|([^{}]*))?\}/g;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A snippet as it is inserted: placeholders filled, and what is not known marked, so that it is never sent as nothing. */
export function filled(
  { text, html }: Pick<SnippetTextFragment, 'text' | 'html'>,
  known: Known,
): DraftText & { missing: string[] } {
  const missing = new Set<string>();
  const fill = (words: string, clean: (value: string) => string) =>
    words.replaceAll(PLACEHOLDER, (_, name: string, instead: string | undefined) => {
      const [of = '', what = ''] = name.split('.');
      const value = known[of]?.[what];
      if (value) return clean(value);
      if (instead !== undefined && instead.trim() !== '') return instead;
      missing.add(name);
      return `[${name}]`;
    });
  const plain = fill(text, (value) => value);
  return { text: plain, html: html === null ? null : fill(html, escaped), missing: [...missing] };
}

/** The first word of a name. */
export const firstName = (name: string | null | undefined): string | null => name?.trim().split(/\s+/)[0] || null;
