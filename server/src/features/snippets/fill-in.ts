import type { Snippet } from './snippet.entity.js';

/**
 * A snippet as it is sent by itself. Only what is ours is filled in: the name and the address of a contact are words that a sender has chosen,
 * and could be sent to anybody by forging a sender, so the word for when it is not known stands there.
 */
export function filledIn(snippet: Pick<Snippet, 'text' | 'html'>, known: { inboxName: string; number: number }) {
  const values: Record<string, string> = {
    'inbox.name': known.inboxName,
    'agent.name': known.inboxName,
    'agent.first_name': known.inboxName,
    'conversation.number': String(known.number),
  };
  const fill = (words: string, escape: (value: string) => string): string =>
    words.replaceAll(/\{([a-z]+\.[a-z_.]+)(?:\|([^{}]*))?\}/g, (_whole, name: string, otherwise?: string) => {
      const value = values[name];
      return value === undefined ? (otherwise ?? '') : escape(value);
    });
  const same = (value: string): string => value;
  return { text: fill(snippet.text, same), html: snippet.html === null ? null : fill(snippet.html, escaped) };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
