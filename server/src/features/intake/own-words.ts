import type { Reader } from '../../kernel/uow.js';
import type { PreparedContent } from './prepare.js';

/** So many words in a row are no accident. */
const RUN = 8;
const LEAST = 5;
/** More of a message than anybody quotes, and of what was said before. */
const LIMIT = 200_000;
/** Words of a tail that nobody said before: names, dates and signatures of what is quoted. */
const UNKNOWN = { words: 12, share: 0.25 };

interface Word {
  text: string;
  line: number;
}

/** What of a text is new, and what repeats what was said before. */
export interface Split {
  text: string;
  quoted: string;
}

/**
 * Folds what repeats earlier messages at the end of an answer: whatever the program of the other side makes of history, we know
 * what we wrote. Linear in the length of all texts. Null when nothing is repeated, or when it is followed by words that are new (R-QUO-4).
 */
export function splitKnown(text: string, said: readonly string[]): Split | null {
  const lines = text.slice(0, LIMIT).split('\n');
  const words = lines.flatMap((line, at) => wordsOf(line).map((word): Word => ({ text: word, line: at })));
  const known = said.map((one) => wordsOf(one.slice(0, LIMIT))).filter((one) => one.length >= LEAST);
  if (known.length === 0 || text.length > LIMIT) return null;
  const covered = coverage(words, known);
  const first = words[covered.indexOf(true)];
  if (!first) return null;
  const from = words.findIndex(({ line }) => line === first.line);
  const tail = covered.slice(from);
  const unknown = tail.filter((one) => !one).length;
  // Somebody who repeats us in a sentence of his own is not quoting a mail.
  if (tail.indexOf(true) > LEAST || unknown > Math.max(UNKNOWN.words, tail.length * UNKNOWN.share)) return null;
  const end = introduction(lines, first.line);
  const fresh = lines.slice(0, end).join('\n').trim();
  return wordsOf(fresh).length === 0 ? null : { text: fresh, quoted: lines.slice(end).join('\n').trim() };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Which of the words are part of a run that was said before. A message shorter than a run counts when it is repeated whole. */
function coverage(words: readonly Word[], known: readonly string[][]): boolean[] {
  const covered = words.map(() => false);
  for (const size of new Set(known.map((one) => Math.min(RUN, one.length)))) {
    const runs = new Set(known.filter((one) => Math.min(RUN, one.length) === size).flatMap((one) => runsOf(one, size)));
    const texts = words.map(({ text }) => text);
    runsOf(texts, size).forEach((run, at) => {
      if (runs.has(run)) covered.fill(true, at, at + size);
    });
  }
  return covered;
}

function runsOf(words: readonly string[], size: number): string[] {
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, at) => words.slice(at, at + size).join(' '));
}

/** Where the lines begin that lead to the history: who wrote it and when, rules, headers. */
function introduction(lines: readonly string[], at: number): number {
  let end = at;
  for (let i = at - 1, steps = 0; i >= 0 && steps < 10; i--) {
    const line = (lines[i] ?? '').slice(0, 400).trim();
    if (line === '' || /^>+$/.test(line)) continue;
    if (!isIntroduction(line)) break;
    end = i;
    steps += 1;
  }
  return end;
}

const isIntroduction = (line: string): boolean =>
  /[:：]$/.test(line) || /^[\s\p{P}\p{S}]+$/u.test(line) || /\S@\S+\.\S/.test(line) || /^\p{L}[\p{L} ]{0,20}[:：]\s/u.test(line);

/** So many of the last messages are looked through. */
const SAID = 20;

/** The content of an answer without the history that its channel did not recognise. */
export async function withoutKnown(reader: Reader, conversationId: string, content: PreparedContent): Promise<PreparedContent> {
  if (content.quotedText !== null || content.text === '') return content;
  const rows = await reader.query<{ text: string | null }>(
    "SELECT text FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND direction <> 'INTERNAL' ORDER BY seq DESC LIMIT ?",
    [conversationId, SAID],
  );
  const said = rows.map(({ text }) => text ?? '');
  const split = splitKnown(content.text, said);
  return split ? { ...content, text: split.text, quotedText: split.quoted } : content;
}
