import type { Json, Part } from '@balie/plugin-sdk';
import type { Context } from './graph.js';

/** What one call sends. */
export interface Piece {
  message: Record<string, Json>;
  file?: File;
}
/** The longest text of one message (D39; Meta, "Send API: message.text"). */
export const TEXT_LENGTH = 2000;
const QUICK_REPLIES = 13;
const QUICK_REPLY_TITLE = 20;
const PICTURE_BYTES = 8 * 1024 * 1024;

/** The parts of a message as Messenger takes them: texts of 2,000 characters, one file each, and choices as quick replies. */
export async function piecesOf(parts: readonly Part[], context: Context): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const part of parts) {
    if (part.type === 'text') pieces.push(...split(part.text).map((text) => ({ message: { text } })));
    if (part.type === 'choices') pieces.push(...choices(part));
    if (part.type === 'file') {
      const { name = 'file', mime = 'application/octet-stream' } = part.file;
      const bytes = new Uint8Array(await new Response(await context.files.open(part.file)).arrayBuffer());
      const file = new File([bytes], name, { type: mime });
      pieces.push({ message: { attachment: { type: kindOf(mime, file.size), payload: {} } }, file });
      if (part.caption) pieces.push(...split(part.caption).map((text) => ({ message: { text } })));
    }
  }
  return pieces;
}

/** Meta, "Quick Replies": thirteen at most, of twenty characters each; more are a list in the text. */
function choices({ text, options }: Extract<Part, { type: 'choices' }>): Piece[] {
  const fits = options.length <= QUICK_REPLIES && options.every(({ label }) => label.length <= QUICK_REPLY_TITLE);
  if (!fits || text.length > TEXT_LENGTH || text === '')
    return split([text, ...options.map(({ label }, index) => `${index + 1}. ${label}`)].filter(Boolean).join('\n')).map(
      (one) => ({
        message: { text: one },
      }),
    );
  const replies = options.map(({ label, value }) => ({ content_type: 'text', title: label, payload: value.slice(0, 1000) }));
  return [{ message: { text, ...(replies.length > 0 ? { quick_replies: replies } : {}) } }];
}

/** Meta, "Send API: attachment types"; what it does not show by itself is a file. */
function kindOf(mime: string, bytes: number): string {
  if (/^image\/(?:jpeg|png|gif|webp)$/.test(mime) && bytes <= PICTURE_BYTES) return 'image';
  if (/^video\/(?:mp4|quicktime|webm)$/.test(mime)) return 'video';
  if (/^audio\/(?:mpeg|mp4|aac|ogg|wav|x-wav)$/.test(mime)) return 'audio';
  return 'file';
}

/** Into as few texts as can be, at the end of a paragraph, a line or a word where there is one in the latter half. */
export function split(text: string, most = TEXT_LENGTH): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const ends = ['\n\n', '\n', ' '].map((end) => head.lastIndexOf(end)).filter((at) => at > most / 2);
    // Never between the two halves of one character.
    const whole = /[\uD800-\uDBFF]$/.test(head) ? most - 1 : most;
    const at = ends[0] ?? whole;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}
