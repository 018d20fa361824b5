import { Transform } from 'node:stream';
import { headLength, mendHead, type Field } from './head.js';

const HEAD_LIMIT = 2 * 1024 * 1024;
/** So much of the body is looked at before it is passed on, and is shown when nothing else of it can be. */
const START_LIMIT = 64 * 1024;

export interface Mended {
  fields: Field[];
  /** The head as it came, its bytes as letters. */
  head: string;
  /** The beginning of the body as it came. */
  start: Buffer;
}

/** Passes the mail on with a mended head. Of the body no more than its beginning is held. */
export function mending(onMended: (mended: Mended) => void): Transform {
  let held: Buffer[] | null = [];
  let length = 0;
  let end = -1;
  const flush = (final: boolean): Buffer => {
    const whole = Buffer.concat(held ?? []);
    held = null;
    const at = headLength(whole);
    const mended = mendHead(whole.subarray(0, at));
    // What has no head is all body.
    const headless = mended.fields.length === 0;
    const body = headless ? whole : whole.subarray(at);
    onMended({
      fields: mended.fields,
      head: whole.subarray(0, at).toString('latin1'),
      start: Buffer.from(body.subarray(0, START_LIMIT)),
    });
    const head = headless ? mended.head : mendContentType(mended.head, mended.fields, body, final);
    return Buffer.concat([head, whole.subarray(at)]);
  };
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (!held) return done(null, bytes);
      held.push(bytes);
      length += bytes.length;
      if (end < 0) {
        const seen = Buffer.concat(held);
        held = [seen];
        const at = headLength(seen);
        if (at < seen.length) end = at;
      }
      if (length > HEAD_LIMIT || (end >= 0 && length - end >= START_LIMIT)) return done(null, flush(false));
      done();
    },
    flush(done) {
      done(null, held ? flush(true) : undefined);
    },
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A line that begins a part: what follows it are the fields of one. */
const PART_LINE = /(?:^|\n)--([^\s-][^\r\n]{0,98}?|-[^\r\n]{1,98}?)[ \t]*\r?\n(?:Content-[A-Za-z-]{2,40}|MIME-Version):/i;

const PREAMBLE = /^\s*(?:This is a (?:MIME|multi-?part)[^\n]{0,100})?\s*$/i;

/** A multipart whose boundary is missing, unreadable or another than the one in its body gets the one that is in use; one without parts is text. */
function mendContentType(head: Buffer, fields: readonly Field[], body: Buffer, whole: boolean): Buffer {
  const declared = fields.find((field) => field.name === 'content-type')?.value ?? '';
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(declared)?.[0] ?? '';
  const start = body.subarray(0, START_LIMIT).toString('latin1');
  if (type === '') {
    // Many a mail has a mail in its text: one that is a multipart begins with its first part and has another.
    const found = PART_LINE.exec(start.slice(0, 2048));
    const boundary = found?.[1]?.replace(/"/g, '');
    const isOne = found !== null && PREAMBLE.test(start.slice(0, found.index));
    const twice = boundary !== undefined && start.split(`--${boundary}`).length > 2;
    return isOne && twice ? withType(head, `multipart/mixed; boundary="${boundary}"`) : head;
  }
  if (!/^multipart\//i.test(type)) return head;
  const match = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(declared);
  const boundary = (match?.[1] ?? match?.[2] ?? '').trimEnd();
  const isUsed = boundary !== '' && new RegExp(`(?:^|\\n)--${escaped(boundary)}(?:--)?[ \\t]*(?:\\r|\\n|$)`).test(start);
  if (isUsed && declared.slice(0, match?.index ?? 0).includes(';')) return head;
  if (isUsed) return withType(head, `${type}; boundary="${boundary}"`);
  const found = PART_LINE.exec(start)?.[1]?.replace(/"/g, '');
  if (found) return withType(head, `${type}; boundary="${found}"`);
  return whole && start.trim() !== '' ? withType(head, 'text/plain') : head;
}

/** The head with this content type in the place of what it says. */
function withType(head: Buffer, type: string): Buffer {
  const kept = head.toString('latin1').replace(/^content-type[ \t]*:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n/gim, '');
  return Buffer.from(`Content-Type: ${type}\r\n${kept}`, 'latin1');
}
