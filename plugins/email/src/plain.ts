import { htmlToText } from './decode/html.js';
import { tokens, type Token } from './decode/html-tokens.js';

const FORMATTED = /<(?:a|ol|ul|table|img)\b/i;
const HREF = /(?:^|\s)href\s*=\s*(?:"([^"]{0,4000})"|'([^']{0,4000})')/i;
const ALT = /(?:^|\s)alt\s*=\s*(?:"([^"]{0,500})"|'([^']{0,500})')/i;

/**
 * The plain text of what was written with links, lists, tables or pictures, each as it reads well without them: links with their
 * address, numbers before the items of a list, bars between cells. Null where the words alone say it all.
 */
export function plainOf(html: string): string | null {
  if (!FORMATTED.test(html)) return null;
  const said = new Said(html);
  for (const token of tokens(html)) said.take(token);
  // RFC 3676 4.3: the space belongs to the line above a signature.
  return htmlToText(said.out).replaceAll(/^--$/gm, '-- ');
}

/** HTML with the words put in that a reader of plain text would miss. */
class Said {
  out = '';
  #lists: number[] = [];
  #link: { href: string; from: number } | null = null;
  #cells = 0;

  constructor(private readonly html: string) {}

  take(token: Token): void {
    const source = this.html.slice(token.start, token.end);
    if (token.type === 'text') this.out += source;
    else if (token.type === 'open') this.out += this.#opened(token.name, token.attributes, source);
    else this.out += this.#closed(token.name, source);
  }

  #opened(name: string, attributes: string, source: string): string {
    switch (name) {
      case 'a':
        this.#link = { href: valueOf(HREF, attributes), from: this.out.length + source.length };
        return source;
      case 'ol':
      case 'ul':
        this.#lists.push(name === 'ol' ? 1 : 0);
        return source;
      case 'li':
        return this.#item(source);
      case 'tr':
        this.#cells = 0;
        return source;
      case 'td':
      case 'th':
        return this.#cells++ === 0 ? source : `${source}| `;
      case 'img':
        return valueOf(ALT, attributes) ? `${source}[${valueOf(ALT, attributes)}]` : source;
      default:
        return source;
    }
  }

  /** Numbered ones as blocks of their own, since the others get their star later. */
  #item(source: string): string {
    const number = this.#lists.at(-1) ?? 0;
    if (number === 0) return source;
    this.#lists[this.#lists.length - 1] = number + 1;
    return `<div>${number}. `;
  }

  #closed(name: string, source: string): string {
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    if (name === 'li' && (this.#lists.at(-1) ?? 0) > 0) return '</div>';
    if (name !== 'a' || !this.#link) return source;
    const { href, from } = this.#link;
    this.#link = null;
    return href && tells(href, htmlToText(this.out.slice(from))) ? `${source} &lt;${href}&gt;` : source;
  }
}

/** Whether an address says more than the words of its link. */
function tells(href: string, words: string): boolean {
  const bare = (text: string): string =>
    text
      .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return /^(?:https?|mailto|tel):/i.test(href) && bare(href.replaceAll('&amp;', '&')) !== bare(words.trim());
}

function valueOf(pattern: RegExp, attributes: string): string {
  const found = pattern.exec(attributes);
  return (found?.[1] ?? found?.[2] ?? '').replaceAll('<', '&lt;');
}
