import type { Readable } from 'node:stream';

/** A mail of an mbox, without the line before it. */
export interface MboxMail {
  /** How it stands in the file, from 1. */
  number: number;
  /** Null when it is larger than allowed; its bytes were passed over. */
  bytes: Buffer | null;
  /** When it came in, by the line before it; null when that does not say. */
  receivedAt: Date | null;
}

const LF = 10;
const FROM = Buffer.from('From ');
const QUOTED = /^>+From /;
/** A line that never ends is no reason to keep it all. */
const LONGEST_LINE = 1024 * 1024;

/**
 * The mails of an mbox as they pass by (RFC 4155): one begins at a line `From ` at the beginning or after an empty line. A `>` that was put
 * before such a line is taken away, as mboxrd says; in files of mboxo that is right as well, but for mails that had it themselves.
 * Never more than one mail is in memory.
 */
export async function* mailsOf(source: Readable, maxBytes: number): AsyncGenerator<MboxMail> {
  let mail: Collected | null = null;
  let number = 0;
  let afterEmpty = true;
  for await (const { line, begins } of linesOf(source)) {
    if (begins && afterEmpty && line.subarray(0, FROM.length).equals(FROM)) {
      if (mail) yield mail.end();
      mail = new Collected(++number, dateOf(line.toString('latin1')), maxBytes);
      afterEmpty = false;
      continue;
    }
    afterEmpty = begins && /^\r?\n$/.test(line.subarray(0, 2).toString('latin1'));
    mail?.add(begins ? unquoted(line) : line);
  }
  if (mail) yield mail.end();
}

class Collected {
  private parts: Buffer[] = [];
  private size = 0;

  constructor(
    private readonly number: number,
    private readonly receivedAt: Date | null,
    private readonly maxBytes: number,
  ) {}

  add(line: Buffer): void {
    this.size += line.length;
    if (this.size > this.maxBytes) this.parts = [];
    else this.parts.push(line);
  }

  end(): MboxMail {
    const { number, receivedAt } = this;
    if (this.size > this.maxBytes) return { number, receivedAt, bytes: null };
    // The empty line before the next one belongs to the mbox.
    const bytes = Buffer.concat(this.parts);
    const end = /\r?\n\r?\n$/.exec(bytes.subarray(-4).toString('latin1'))?.[0].includes('\r') ? 2 : 1;
    return {
      number,
      receivedAt,
      bytes: /\n\r?\n$/.test(bytes.subarray(-3).toString('latin1')) ? bytes.subarray(0, -end) : bytes,
    };
  }
}

function unquoted(line: Buffer): Buffer {
  return line[0] === 0x3e && QUOTED.test(line.subarray(0, 80).toString('latin1')) ? line.subarray(1) : line;
}

/** `From sem@client.example Thu Jan  4 09:12:44 2024`; without a zone it is UTC (RFC 4155). */
function dateOf(line: string): Date | null {
  const [, words, year, zone = ''] =
    /(\w{3} \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?)(?: [+-]\d{4})? (\d{4})( [+-]\d{4})?\s*$/.exec(line) ?? [];
  const time = words === undefined ? NaN : Date.parse(`${words} ${year}${zone || ' +0000'}`);
  return Number.isNaN(time) ? null : new Date(time);
}

/** With their ends; a very long one comes in pieces, of which only the first begins it. */
async function* linesOf(source: Readable): AsyncGenerator<{ line: Buffer; begins: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  let begins = true;
  for await (const chunk of source) {
    let bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF)) {
      yield { line: bytes.subarray(0, end + 1), begins };
      begins = true;
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > LONGEST_LINE) {
      yield { line: bytes, begins };
      begins = false;
      bytes = Buffer.alloc(0);
    }
    rest = bytes;
  }
  if (rest.length > 0) yield { line: rest, begins };
}
