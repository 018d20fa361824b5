/** An element: its name, its attributes, and what is in it. One way to write a form down, for pages and for scripts. */
export type Tree = [string, Record<string, string>, ...(Tree | string)[]];

const VOID = new Set(['input', 'br', 'meta', 'link']);
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);

/** As HTML, with everything escaped. */
export function htmlOf([name, attributes, ...inner]: Tree): string {
  const said = Object.entries(attributes).map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}="${escape(value)}"`));
  if (VOID.has(name)) return `<${name}${said.join('')}>`;
  // The first line break in a text area does not count.
  const lead = name === 'textarea' ? '\n' : '';
  const content = inner.map((one) => (typeof one === 'string' ? escape(one) : htmlOf(one))).join('');
  return `<${name}${said.join('')}>${lead}${content}</${name}>`;
}

/** A text with its lines and paragraphs. */
export const paragraphs = (text: string, attributes: Record<string, string> = {}): Tree[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => [
      'p',
      attributes,
      ...one.split('\n').flatMap((line, at): (Tree | string)[] => (at === 0 ? [line] : [['br', {}], line])),
    ]);
