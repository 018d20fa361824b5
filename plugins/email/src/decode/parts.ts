import type { CalendarEvent, Part } from '@balie/plugin-sdk';
import type { Body } from './body.js';
import { calendarOf } from './calendar.js';
import { decodeBytes } from './charset.js';
import { decodeWords, first, mendHead } from './head.js';
import { shownPictures } from './html.js';
import { parseMime, type Mime, type MimeFile } from './mime.js';
import { messageFileName, safeFileName, UniqueNames } from './names.js';
import { readTnef } from './tnef.js';
import type { Authentication } from './proven.js';
import { isSignature, wrappingOf } from './wrapping.js';

/** What the listener writes beside each raw mail; decoding knows nothing else of the mailbox. */
export interface MailMeta {
  internalDate?: string;
  folder?: string;
  raw?: string;
  own?: string[];
  authservId?: string;
  note?: string;
  /** Of a mail that we have taken in ourselves: who was at the door, and what was found out about the sender then. */
  smtp?: { sender: string; to: string[]; helo: string; ip: string };
  authentication?: Authentication;
}

const MAX_FILES = 500;
const MAX_EVENTS = 20;

/** Shown nowhere as files: they say something about the mail. */
const SILENT =
  /^(application\/pgp-encrypted|message\/(global-)?delivery-status|message\/feedback-report|message\/disposition-notification|application\/applefile)$/;
const NOT_WHOLE =
  'This mail has more parts or a longer head than can be read here. What could be read is shown; the whole of it is in its source.';
const CALENDAR = /^(?:text\/(?:x-v?)?calendar|application\/ics)$/;

/** Everything of a mail that is shown, in its order: the text, what wraps it, invitations, files. */
export function partsOf(mime: Mime, body: Body, meta: MailMeta): Part[] {
  const parts: Part[] = [];
  if (meta.note) parts.push({ type: 'unsupported', note: meta.note });
  if (!mime.isWhole) parts.push({ type: 'unsupported', note: NOT_WHOLE });
  if (body.text || body.html || mime.files.length === 0) {
    parts.push({
      type: 'text',
      text: body.text,
      ...(body.html ? { html: body.html } : {}),
      ...(body.quoted ? { quoted: body.quoted } : {}),
    });
  }
  if (body.shortened)
    parts.push({ type: 'unsupported', note: 'The text is very long; the whole of it is in the source of this mail.' });
  parts.push(...wrappingOf(mime, body));
  const { events, repeated } = calendarsOf(mime.files);
  parts.push(...events.map((event): Part => ({ type: 'calendar', event })));
  const files = mime.files.filter(
    (file) => !isSignature(file) && !SILENT.test(file.mime) && !isOtherForm(file) && !repeated.has(file),
  );
  const shown = body.html ? shownPictures(body.html) : new Set<string>();
  const names = new UniqueNames();
  parts.push(
    ...files.slice(0, MAX_FILES).map((file, position) => filePart(file, meta, names.take(nameOf(file, position)), shown)),
  );
  if (files.length > MAX_FILES)
    parts.push({ type: 'unsupported', note: `${files.length - MAX_FILES} more files are in the source of this mail.` });
  // A mail of nothing but what is no file is shown all the same.
  return parts.length ? parts : [{ type: 'text', text: body.text }];
}

/** The text once more, for watches, for AMP or in a markup of old times. */
const isOtherForm = (file: MimeFile): boolean =>
  file.inAlternative && file.name === '' && file.mime.startsWith('text/') && !CALENDAR.test(file.mime);

/** The events of a mail, each once, and the files that only repeat one: the same invitation comes as an alternative and as a file (R-ICS-1). */
function calendarsOf(files: readonly MimeFile[]): { events: CalendarEvent[]; repeated: Set<MimeFile> } {
  const seen = new Map<string, { event: CalendarEvent; file: MimeFile }>();
  const repeated = new Set<MimeFile>();
  for (const file of files) {
    if (!file.kept || !(CALENDAR.test(file.mime) || /\.ics$/i.test(file.name))) continue;
    const card = calendarOf(decodeBytes(file.kept, file.charset ?? 'utf-8'), file.method);
    if (!card) continue;
    const before = seen.get(card.key);
    // The one that is meant to be a file keeps its name.
    if (!before) seen.set(card.key, { event: card.event, file });
    else if (before.file.inAlternative && !file.inAlternative) {
      repeated.add(before.file);
      before.file = file;
    } else repeated.add(file);
  }
  return { events: [...seen.values()].slice(0, MAX_EVENTS).map(({ event }) => event), repeated };
}

function nameOf(file: MimeFile, position: number): string {
  if (file.mime === 'message/rfc822' && !file.name && file.kept)
    return messageFileName(decodeWords(first(mendHead(file.kept.subarray(0, 64 * 1024)).fields, 'subject')));
  return safeFileName(file.name, file.mime, position);
}

function filePart(file: MimeFile, meta: MailMeta, name: string, shown: Set<string>): Part {
  const inlineId = [file.cid, file.location].find((id) => id !== undefined && shown.has(id));
  return {
    type: 'file',
    file: {
      ...(file.content ? { data: file.content } : { ref: fileRef(meta.raw ?? '', file.index, file.inside), bytes: file.bytes }),
      name,
      mime: file.mime,
    },
    ...(inlineId ? { inlineId } : {}),
  };
}

/** Names a file by its mail and its place in it, or in the wrapper at that place; `fetchFile` reads the mail again. */
export const fileRef = (stored: string, index: number, inside?: number): string =>
  `mime:${stored}#${index}${inside === undefined ? '' : `.${inside}`}`;

export function parseFileRef(ref: string): { stored: string; index: number; inside?: number } | null {
  const match = /^mime:(.+)#(\d{1,4})(?:\.(\d{1,4}))?$/s.exec(ref);
  if (!match?.[1] || !match[2]) return null;
  return { stored: match[1], index: Number(match[2]), ...(match[3] ? { inside: Number(match[3]) } : {}) };
}

/** One file of a mail, with the name and type that decoding gave it. */
export async function extractFile(
  raw: ReadableStream,
  index: number,
  inside?: number,
): Promise<{ data: Uint8Array; name: string; mime: string } | null> {
  let data: Buffer | null = null;
  const mime = await parseMime(raw, { index, onContent: (content) => (data = content) });
  const file = mime.files[index];
  if (!file || !data) return null;
  if (inside === undefined) return { data, name: safeFileName(file.name, file.mime, index), mime: file.mime };
  const found = readTnef(data).files[inside];
  return found
    ? {
        data: found.content,
        name: safeFileName(found.name, found.mime ?? '', inside),
        mime: found.mime ?? 'application/octet-stream',
      }
    : null;
}
