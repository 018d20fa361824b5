import type { Capabilities } from '@balie/plugin-sdk';

/** What is to be sent, before anybody asked whether the channel can take it. */
export interface Content {
  text: string;
  html: string | null;
  files: { name: string; mime: string; bytes: number }[];
  /** Answers that are offered. */
  choices?: readonly Choice[];
}
export interface Choice {
  label: string;
  value: string;
}

/** The same as the channel can take it. */
export interface Fitted {
  text: string;
  html: string | null;
  /** Those that the channel shows by itself. */
  choices: readonly Choice[];
  /** What is left out or rewritten, in sentences. */
  degraded: string[];
  /** Why it can't be sent at all, in sentences. */
  refused: string[];
}

type Format = Capabilities['text']['formats'][number];
const FORMATS: readonly [Format, RegExp, string][] = [
  ['bold', /<(?:b|strong)\b/i, 'bold'],
  ['italic', /<(?:i|em)\b/i, 'italics'],
  ['link', /<a\s[^>]*href/i, 'links with a text of their own'],
  ['list', /<(?:ul|ol)\b/i, 'lists'],
  ['code', /<(?:code|pre)\b/i, 'code'],
  ['image', /<img\b/i, 'pictures in the text'],
];

/** Fits a message to what its channel can do; the composer asks the same before anything is sent (architecture 4.5). */
export function fit(content: Content, capabilities: Capabilities): Fitted {
  const { text } = capabilities;
  const degraded: string[] = [];
  const refused: string[] = [];
  const used = FORMATS.filter(([, tag]) => content.html !== null && tag.test(content.html));
  const lost = used.filter(([format]) => !text.formats.includes(format)).map(([, , word]) => word);
  if (lost.length > 0) degraded.push(`Not on this channel: ${lost.join(', ')}. The message goes as plain text.`);
  const { words, html, choices } = withChoices(content, capabilities.choices);
  if (text.maxLength !== undefined && words.length > text.maxLength)
    refused.push(`The text has ${words.length} characters; this channel takes ${text.maxLength}.`);
  refused.push(...refusedFiles(content.files, capabilities.files));
  // Half of a format can't be told from the whole: a channel without one of those used gets the text.
  return { text: words, html: lost.length > 0 || text.formats.length === 0 ? null : html, choices, degraded, refused };
}

/** Choices become a numbered list where the channel has none of its own. */
function withChoices(
  { text, html, choices = [] }: Content,
  can: Capabilities['choices'],
): { words: string; html: string | null; choices: readonly Choice[] } {
  if (choices.length === 0 || can === 'full' || can === 'partial') return { words: text, html, choices };
  const lines = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  const list = `<ol>${choices.map(({ label }) => `<li>${escaped(label)}</li>`).join('')}</ol>`;
  return { words: [text, lines.join('\n')].filter(Boolean).join('\n\n'), html: html === null ? null : html + list, choices: [] };
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function refusedFiles(files: Content['files'], can: Capabilities['files']): string[] {
  if (files.length === 0) return [];
  if (can === 'none') return ['This channel takes no files.'];
  const reasons: string[] = [];
  if (files.length > can.maxCount) reasons.push(`This channel takes ${can.maxCount} files in one message.`);
  for (const file of files) {
    if (file.bytes > can.maxBytes)
      reasons.push(`“${file.name}” is too big: this channel takes files up to ${megabytes(can.maxBytes)} MB.`);
    if (!can.mime.some((pattern) => matches(pattern, file.mime)))
      reasons.push(`This channel does not take files like “${file.name}” (${file.mime}).`);
  }
  return reasons;
}

/** `image/*` and `*` stand for all of their kind. */
function matches(pattern: string, mime: string): boolean {
  if (pattern === '*' || pattern === '*/*') return true;
  return pattern.endsWith('/*') ? mime.startsWith(pattern.slice(0, -1)) : pattern === mime;
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}
