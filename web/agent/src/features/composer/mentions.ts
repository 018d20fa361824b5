import type { AgentNameFragment } from '../../generated/graphql.js';

/** What is being typed after an @, up to the caret; null where nobody is being called. */
export function calling(text: string, caret: number): { query: string; start: number } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret));
  return found ? { query: found[1] ?? '', start: caret - (found[1] ?? '').length - 1 } : null;
}

/** Who is called in a text by his name; of two names that begin alike the longer one counts. */
export function calledIn(text: string, agents: readonly AgentNameFragment[]): AgentNameFragment[] {
  let rest = text.toLowerCase();
  const byLength = [...agents].sort((a, b) => b.name.length - a.name.length);
  return byLength.filter(({ name }) => {
    const word = `@${name.toLowerCase()}`;
    if (!rest.includes(word)) return false;
    rest = rest.replaceAll(word, ' ');
    return true;
  });
}
