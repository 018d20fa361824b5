import { decodeBytes } from './charset.js';
import { decompressRtf, rtfToText } from './rtf.js';

/** Outlook's wrapper of a mail's files and body, usually called winmail.dat (MS-OXTNEF, MS-OXCMSG). One pass, nothing copied. */
const SIGNATURE = 0x223e9f78;
const MAX_FILES = 500;
const MAX_PROPERTIES = 5_000;
const MAX_DEPTH = 5;

const ATTRIBUTE = {
  body: 0x0002800c,
  messageClass: 0x00078008,
  messageProperties: 0x00069003,
  fileStart: 0x00069002,
  fileTitle: 0x00018010,
  fileData: 0x0006800f,
  fileProperties: 0x00069005,
  codePage: 0x00069007,
} as const;
const PROPERTY = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  internetCodePage: 0x3fde,
} as const;
const OBJECT = 0x000d;
const STRING8 = 0x001e;
const UNICODE = 0x001f;
const BINARY = 0x0102;
const FIXED: Readonly<Record<number, number>> = {
  0x0001: 0,
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};

export interface TnefFile {
  name: string;
  mime?: string;
  cid?: string;
  content: Buffer;
}
export interface Tnef {
  messageClass: string;
  files: TnefFile[];
  text?: string;
  html?: string;
}

interface Property {
  id: number;
  type: number;
  value: Buffer;
}
interface OpenFile {
  title?: string;
  data?: Buffer;
  properties: Property[];
}

class Reader {
  at = 0;
  constructor(private readonly bytes: Buffer) {}

  get left(): number {
    return this.bytes.length - this.at;
  }
  take(length: number): Buffer {
    if (length < 0 || length > this.left) throw new Error('The TNEF data ends too early.');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  u8(): number {
    return this.take(1).readUInt8(0);
  }
  u16(): number {
    return this.take(2).readUInt16LE(0);
  }
  u32(): number {
    return this.take(4).readUInt32LE(0);
  }
  /** Values stand on multiples of four bytes. */
  padded(length: number): Buffer {
    const value = this.take(length);
    this.at = Math.min(this.bytes.length, this.at + ((4 - (length % 4)) % 4));
    return value;
  }
}

/** Unpacks what it can; what is broken at its end keeps what came before. Throws when it is no TNEF at all. */
export function readTnef(bytes: Buffer, depth = 0): Tnef {
  const reader = new Reader(bytes);
  if (reader.u32() !== SIGNATURE) throw new Error('This is no TNEF.');
  reader.u16();
  const message: Property[] = [];
  const files: OpenFile[] = [];
  let codePage = 'windows-1252';
  let messageClass = '';
  let body = '';
  try {
    while (reader.left >= 9 && files.length <= MAX_FILES) {
      const level = reader.u8();
      if (level !== 1 && level !== 2) break;
      const tag = reader.u32();
      const value = reader.take(reader.u32());
      reader.at = Math.min(bytes.length, reader.at + 2);
      const file = files.at(-1);
      if (tag === ATTRIBUTE.codePage && value.length >= 4) codePage = codePageOf(value.readUInt32LE(0));
      else if (tag === ATTRIBUTE.messageClass) messageClass = textOf(value, codePage);
      else if (tag === ATTRIBUTE.body) body = textOf(value, codePage);
      else if (tag === ATTRIBUTE.messageProperties) message.push(...propertiesOf(value));
      else if (tag === ATTRIBUTE.fileStart) files.push({ properties: [] });
      else if (!file) continue;
      else if (tag === ATTRIBUTE.fileTitle) file.title = textOf(value, codePage);
      else if (tag === ATTRIBUTE.fileData) file.data = value;
      else if (tag === ATTRIBUTE.fileProperties) file.properties.push(...propertiesOf(value));
    }
  } catch {
    // Cut off, or garbage at the end: what was read is there.
  }
  const found = files.slice(0, MAX_FILES).flatMap((file) => fileOf(file, codePage, depth));
  return { messageClass, files: found.slice(0, MAX_FILES), ...bodyIn(message, body, codePage) };
}

/** The properties of a message or a file; those of kinds that are not known end the list. */
function propertiesOf(bytes: Buffer): Property[] {
  const reader = new Reader(bytes);
  const found: Property[] = [];
  try {
    const count = Math.min(reader.u32(), MAX_PROPERTIES);
    for (let i = 0; i < count && reader.left >= 4; i++) {
      const type = reader.u16();
      const id = reader.u16();
      if (id >= 0x8000) skipName(reader);
      const kind = type & 0x0fff;
      const variable = kind === STRING8 || kind === UNICODE || kind === BINARY || kind === OBJECT;
      const fixed = FIXED[kind];
      if (!variable && fixed === undefined) break;
      const values = variable || (type & 0x1000) !== 0 ? Math.min(reader.u32(), MAX_PROPERTIES) : 1;
      for (let n = 0; n < values; n++) {
        const value = reader.padded(variable ? reader.u32() : (fixed ?? 0));
        if (n === 0) found.push({ id, type: kind, value });
      }
    }
  } catch {
    // As above.
  }
  return found;
}

function skipName(reader: Reader): void {
  reader.take(16);
  if (reader.u32() === 0) reader.u32();
  else reader.padded(reader.u32());
}

const codePageOf = (page: number): string => {
  if (page === 65001) return 'utf-8';
  if (page === 932) return 'shift_jis';
  if (page === 936) return 'gb18030';
  if (page === 949) return 'euc-kr';
  if (page === 950) return 'big5';
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
};

const textOf = (bytes: Buffer, codePage: string): string => {
  const end = bytes.indexOf(0);
  return decodeBytes(end < 0 ? bytes : bytes.subarray(0, end), codePage);
};

function stringOf(properties: readonly Property[], id: number, codePage: string): string | undefined {
  const property = properties.find((one) => one.id === id && one.type !== OBJECT);
  if (!property) return undefined;
  const text =
    property.type === UNICODE ? property.value.toString('utf16le').replace(/\0[\s\S]*$/, '') : textOf(property.value, codePage);
  return text === '' ? undefined : text;
}

function fileOf(file: OpenFile, codePage: string, depth: number): TnefFile[] {
  const held = file.properties.find(({ id, value }) => id === PROPERTY.data && value.length > 0);
  // An object begins with the id of its kind.
  const content = file.data ?? (held?.type === OBJECT ? held.value.subarray(16) : held?.value);
  if (!content) return [];
  const named = (id: number) => stringOf(file.properties, id, codePage);
  const mime = named(PROPERTY.mimeType);
  const cid = named(PROPERTY.contentId);
  return [
    {
      name: named(PROPERTY.longName) ?? file.title ?? named(PROPERTY.shortName) ?? named(PROPERTY.displayName) ?? '',
      ...(mime && /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(mime) ? { mime: mime.toLowerCase() } : {}),
      ...(cid && cid.length < 900 ? { cid: cid.replace(/^<|>$/g, '') } : {}),
      content,
    },
    ...filesWithin(held, depth),
  ];
}

/** A message that is attached is a wrapper of its own. */
function filesWithin(held: Property | undefined, depth: number): TnefFile[] {
  const inner = held?.type === OBJECT ? held.value.subarray(16) : null;
  if (!inner || depth >= MAX_DEPTH || inner.length < 16 || inner.readUInt32LE(0) !== SIGNATURE) return [];
  return readTnef(inner, depth + 1).files;
}

/** HTML says itself in which charset it is; as bytes, it is in that of the Internet and not in Outlook's own. */
function htmlIn(message: readonly Property[], codePage: string): string | undefined {
  const bytes = message.find(({ id, type }) => id === PROPERTY.html && type === BINARY)?.value;
  if (!bytes) return stringOf(message, PROPERTY.html, codePage);
  const page = message.find(({ id, type }) => id === PROPERTY.internetCodePage && type === 3)?.value.readUInt32LE(0);
  const declared = /charset\s*=\s*["']?([\w-]{2,40})/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1];
  const html = decodeBytes(bytes, declared ?? (page === undefined ? undefined : codePageOf(page)));
  return html.trim() === '' ? undefined : html;
}

function bodyIn(message: readonly Property[], body: string, codePage: string): { text?: string; html?: string } {
  const html = htmlIn(message, codePage);
  const text = stringOf(message, PROPERTY.body, codePage) ?? body;
  if (html || text.trim() !== '') return { ...(html ? { html } : {}), ...(text.trim() === '' ? {} : { text }) };
  const rtf = message.find(({ id, type }) => id === PROPERTY.rtf && type === BINARY);
  const words = rtf ? rtfToText(decompressRtf(rtf.value)) : '';
  return words === '' ? {} : { text: words };
}
