/** What is being typed after an @, up to the caret; null where nobody is being called. */
export function calling(text: string, caret: number): { query: string; start: number } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret));
  return found ? { query: found[1] ?? '', start: caret - (found[1] ?? '').length - 1 } : null;
}

/** Somebody, or a team with all its people. */
export interface Callable {
  id: string;
  name: string;
}

/** Who is called in a text by the name; of two names that begin alike the longer one counts. */
export function calledIn<One extends Callable>(text: string, all: readonly One[]): One[] {
  let rest = text.toLowerCase();
  const byLength = [...all].sort((a, b) => b.name.length - a.name.length);
  return byLength.filter(({ name }) => {
    const word = `@${name.toLowerCase()}`;
    if (!rest.includes(word)) return false;
    rest = rest.replaceAll(word, ' ');
    return true;
  });
}
