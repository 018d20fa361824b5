import { htmlToText, isVisible, splitQuotedHtml } from './html.js';
import { TEXT_LIMIT, type Block } from './mime.js';
import { splitQuotedText } from './quote.js';

export interface Body {
  html?: string;
  text: string;
  quoted?: string;
  /** Everything, for those who look for something in it. */
  full: string;
  shortened: boolean;
}

const textToHtml = (text: string): string =>
  `<div>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>')}</div>`;

/** No part of a body is longer than this: what goes between processes has a limit, and nobody reads more. */
const SHOWN_LIMIT = 1_000_000;
const shorten = (text: string, limit = SHOWN_LIMIT): string => (text.length > limit ? text.slice(0, limit) : text);

/** HTML when there is something to see in it, else text (R-HTM-5). What is read and what is searched are the same. */
export function bodyOf(blocks: readonly Block[]): Body {
  const visible = blocks.map((block) => ({
    ...block,
    html: block.html !== undefined && isVisible(block.html) ? block.html : undefined,
  }));
  const plain = clean(
    visible.map((block) => (block.html === undefined ? (block.plain ?? '') : (block.plain ?? htmlToText(block.html)))).join('\n'),
  );
  if (!visible.some((block) => block.html !== undefined))
    return bounded({ ...splitQuotedText(plain), full: plain, shortened: plain.length >= TEXT_LIMIT });
  const html = clean(
    visible
      .map((block) => block.html ?? (block.plain?.trim() ? textToHtml(block.plain) : ''))
      .filter(Boolean)
      .join('<br>\n'),
  );
  return bounded({ ...splitQuotedHtml(html), full: plain, shortened: html.length >= TEXT_LIMIT });
}

function bounded(body: Body): Body {
  const { text, quoted, html } = body;
  const shortened = body.shortened || text.length > SHOWN_LIMIT || (html?.length ?? 0) > TEXT_LIMIT;
  return {
    ...body,
    shortened,
    text: shorten(text),
    ...(quoted === undefined ? {} : { quoted: shorten(quoted) }),
    ...(html === undefined ? {} : { html: shorten(html, TEXT_LIMIT) }),
  };
}

/** PostgreSQL holds no NUL, and nobody can read one, nor the other characters that steer a terminal (R-CHR-5). */
const clean = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are exactly the characters that are removed
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufeff]/g, '');
