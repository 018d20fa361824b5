import { PassThrough, Readable, Transform } from 'node:stream';
import { MailParser, type AttachmentStream, type Headers } from 'mailparser';
import { decodeBytes } from './charset.js';
import { EIGHT_BIT, hintOf, type Field } from './head.js';
import { mending, type Mended } from './mend.js';

/** More text than anybody reads; the rest is in the source, one click away. */
export const TEXT_LIMIT = 2_000_000;
/** Parts that are read themselves: reports, invitations, the head of an attached message. */
const KEPT_LIMIT = 256 * 1024;
/** Files of a mail that are handed on with it, together: what is larger is fetched later. */
const SMALL_LIMIT = 128 * 1024;
/** A wrapper of files is unpacked up to this size. */
const WRAPPER_LIMIT = 32 * 1024 * 1024;
const KEPT =
  /^(message\/(rfc822|delivery-status|feedback-report|disposition-notification|global-.*)|text\/(rfc822-headers|calendar)|application\/ics)$/;

export interface MimeFile {
  /** Its place among the files of the mail: what `fetchFile` finds it by. */
  index: number;
  /** Its place in the wrapper that stands there. */
  inside?: number;
  name: string;
  mime: string;
  bytes: number;
  cid?: string;
  location?: string;
  /** The beginning of the content, of the kinds that are read themselves. */
  kept?: Buffer;
  /** The whole content, of a small one. */
  content?: Buffer;
  inAlternative: boolean;
  method?: string;
  charset?: string;
  /** The kind of an S/MIME wrapper. */
  sealed?: string;
}
/** A piece of the body, in order: what stands alone, or the forms of one alternative. */
export interface Block {
  plain?: string;
  html?: string;
}
export interface Mime {
  fields: Field[];
  headers: Headers;
  contentType: string;
  blocks: Block[];
  files: MimeFile[];
  /** Whether it was read to its end. */
  isWhole: boolean;
}

/** The library's own tree: not part of its types, pinned by an exact version and covered by our tests. */
interface Node {
  contentType: string;
  isAttachment?: boolean;
  disposition?: string;
  charset?: string;
  textContent?: string;
  children: Node[];
  parent?: Node;
  depth?: number;
  root?: boolean;
  node: { filename?: string | false; headers: { getFirst(name: string): string } };
}

/** What HTML says of itself, for when the head says nothing that fits. */
const META_CHARSET = /<meta\b[^>]{0,200}charset\s*=\s*["']?([\w:-]{2,40})/i;

/** Buffers a text part and decodes it when it is whole, so that its bytes can be looked at. */
const textDecoder = (charset: string): Transform => {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (length < TEXT_LIMIT) chunks.push(chunk.subarray(0, TEXT_LIMIT - length));
      length += chunk.length;
      done();
    },
    flush(done) {
      const named = charset.replace(/^balie-/, '');
      const bytes = Buffer.concat(chunks);
      const hint = META_CHARSET.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1];
      done(null, Buffer.from(decodeBytes(bytes, named === 'none' ? undefined : named, hint), 'utf8'));
    },
  });
};

/** A type as it may be written (RFC 2045 5.1), whatever stands behind it. */
const TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(?=$|[\s;,])/;
const BODY = /^text\/(?:plain|html)$/;

/** The disposition as the mail has it, without its parameters. */
const declared = (node: Node): string =>
  (node.node.headers.getFirst('content-disposition').split(';')[0] ?? '').trim().toLowerCase();

/** The bytes of a name that nobody has encoded, as the library hands them on. */
const RAW_NAME = /name\s*=\s*(?:"([^"]{1,1000})"|([^;"]{1,1000}))/i;

/** A name with spaces and without quotes: the library takes its first word. */
const LOOSE_NAME = /;\s*(?:file)?name\s*=\s*([^"';\s=][^"';=]{0,300}?\s[^"';=]{1,300}?)\s*(?:;|$)/i;

const WINDOWS_PATH = /;\s*(?:file)?name\s*=\s*"(?:[A-Za-z]:|\\)\\(?:[^"\\]{0,255}\\){0,30}([^"\\]{1,255})"/i;

const isUtf8 = (charset: string): boolean => /^(?:utf-?8|us-ascii)$/i.test(charset);

interface Internals {
  createNode(data: unknown): Node;
}
const internals = MailParser.prototype as unknown as Internals;

/** The library's parser with our charset rules, and with named text parts as the files that they are. */
class Parser extends MailParser {
  declare tree?: Node;
  #hasText = false;
  /** What the head and the text say of charsets, for what says nothing. */
  hint: string | undefined;

  getDecoder(): { decodeStream(charset: string): Transform } {
    return { decodeStream: textDecoder };
  }

  /** A name in raw bytes is in the charset that the mail names elsewhere (R-CHR-1). */
  private rawName(given: string): string | undefined {
    if (!EIGHT_BIT.test(given)) return undefined;
    const match = RAW_NAME.exec(given);
    const name = match?.[1] ?? match?.[2]?.trim();
    // The library reads UTF-8 by itself; what it can't, it hands on byte by byte.
    if (name === undefined || /[^\0-\xff]/.test(name)) return undefined;
    return decodeBytes(Buffer.from(name, 'latin1'), undefined, this.hint);
  }

  createNode(data: unknown): Node {
    const node = internals.createNode.call(this, data);
    node.depth = (node.parent?.depth ?? 0) + 1;
    if (node.depth > MAX_DEPTH) this.emit('error', new Error('The parts of this mail are too deep within each other.'));
    if (!this.hint || isUtf8(this.hint)) this.hint = node.charset || this.hint;
    // A name that the library has no rule of its own for: it would read ASCII and UTF-8 without a look at the bytes.
    node.charset = `balie-${node.charset || 'none'}`;
    // A path of Windows, whose separators the library takes for escapes.
    const given = `${node.node.headers.getFirst('content-disposition')};${node.node.headers.getFirst('content-type')}`;
    node.node.filename =
      WINDOWS_PATH.exec(given)?.[1] ?? this.rawName(given) ?? LOOSE_NAME.exec(given)?.[1] ?? node.node.filename;
    // What a digest holds are messages, unless it says otherwise (RFC 2046 5.1.5).
    if (node.parent?.contentType === 'multipart/digest' && node.node.headers.getFirst('content-type') === '') {
      node.contentType = 'message/rfc822';
      node.isAttachment = true;
      node.disposition = 'attachment';
    }
    // A disposition that nobody knows makes no file of a text without a name.
    if (node.isAttachment && !/^(?:attachment)?$/.test(declared(node)) && !node.node.filename && BODY.test(node.contentType)) {
      node.isAttachment = false;
      node.disposition = 'inline';
    }
    if (BODY.test(node.contentType) && !node.isAttachment) {
      if (this.#hasText && node.node.filename && node.parent?.contentType !== 'multipart/alternative') node.isAttachment = true;
      else this.#hasText = true;
    }
    return node;
  }
}

const OPTIONS = {
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  checksumAlgo: false as const,
  // Handed on to what splits the mail into its parts.
  maxChildNodes: 20_000,
  maxHeadSize: 4 * 1024 * 1024,
};
/** No mail is deeper; each level costs a look at each line. */
const MAX_DEPTH = 1000;

/** Reads a mail as a stream. `wanted` is the index of a file whose whole content is handed to `onContent`. Throws only when the stream itself fails. */
export async function parseMime(
  raw: ReadableStream | Readable,
  wanted?: { index: number; onContent: (content: Buffer) => void },
): Promise<Mime> {
  const parser = new Parser(OPTIONS);
  const files: MimeFile[] = [];
  let mended: Mended = { fields: [], head: '', start: Buffer.alloc(0) };
  const source = raw instanceof Readable ? raw : Readable.fromWeb(raw as Parameters<typeof Readable.fromWeb>[0]);
  const mender = mending((found) => {
    mended = found;
    parser.hint = hintOf(found.head);
  });
  const isWhole = await read(source, mender, parser, (data) => readFile(data, files, wanted));
  const tree = parser.tree;
  const nodes: Node[] = [];
  if (tree) collectAttachments(tree, nodes);
  files.forEach((file, i) => (file.inAlternative = nodes[i]?.parent?.contentType === 'multipart/alternative'));
  const blocks = tree ? blocksOf(tree) : [];
  // A body of which nothing can be made is shown as it is, but for the lines between its parts.
  const asItIs = isWhole && bodyIsEmpty(blocks) && files.length === 0;
  return {
    fields: mended.fields,
    headers: parser.headers || (await headersOf(mended.fields)),
    contentType: tree?.contentType || 'text/plain',
    blocks: asItIs ? [{ plain: decodeBytes(mended.start).replace(/^--\S{1,200}[ \t]*$/gm, '') }] : blocks,
    files,
    isWhole,
  };
}

/** Whether the mail was read to its end: one that breaks a limit of the library is read up to there (R-ATT-7). */
async function read(
  source: Readable,
  mender: Transform,
  parser: Parser,
  onFile: (data: AttachmentStream) => Promise<void>,
): Promise<boolean> {
  const reading: Promise<void>[] = [];
  const isWhole = await new Promise<boolean>((resolve, reject) => {
    const stop = () => {
      source.destroy();
      resolve(false);
    };
    source.once('error', reject);
    mender.once('error', reject);
    parser.once('error', stop);
    parser.on('error', () => undefined);
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      const file = onFile(data);
      reading.push(file);
      file.catch(stop);
    });
    parser.once('end', () => resolve(true));
    source.pipe(mender).pipe(parser);
  });
  // The parser may end before the last file was read to its end.
  if (isWhole) await Promise.all(reading);
  return isWhole;
}

const MAX_FIELDS = 100;
const MAX_FIELD = 10_000;
const ENVELOPE = /^(?:from|sender|reply-to|to|cc|subject|(?:x-)?(?:delivered|original|forwarded|envelope)-(?:to|for))$/;

/** The fields of a head that is too big for the library, as far as they are of use. */
async function headersOf(fields: readonly Field[]): Promise<Headers> {
  const useful = fields.filter(({ name, value }) => ENVELOPE.test(name) && value.length <= MAX_FIELD).slice(0, MAX_FIELDS);
  if (useful.length === 0) return new Map();
  const parser = new Parser(OPTIONS);
  const head = useful.map(({ name, value }) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`).join('');
  await read(Readable.from([Buffer.from(`${head}\r\n`)]), new PassThrough(), parser, () => Promise.resolve());
  return parser.headers || new Map();
}

/** Whether no piece of the body has anything in it. */
export const bodyIsEmpty = (blocks: readonly Block[]): boolean =>
  blocks.every((block) => (block.plain ?? '').trim() === '' && block.html === undefined);

/** Whether a file is Outlook's wrapper of other files. */
export const isWrapper = (mime: string, name: string): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(mime) || /^winmail\.dat$/i.test(name);

async function readFile(
  data: AttachmentStream,
  files: MimeFile[],
  wanted?: { index: number; onContent: (content: Buffer) => void },
): Promise<void> {
  const index = files.length;
  // The library hands on what it made of an empty field, too.
  const mime = TYPE.exec(String(data.contentType || '').toLowerCase())?.[0] ?? 'application/octet-stream';
  const type = data.headers.get('content-type') as { params?: Record<string, string> } | undefined;
  const location = data.headers.get('content-location');
  const file: MimeFile = {
    index,
    name: data.filename ?? '',
    mime,
    bytes: 0,
    inAlternative: false,
    ...(data.cid && data.cid.length < 900 ? { cid: data.cid } : {}),
    ...(typeof location === 'string' && location.length < 900 ? { location } : {}),
    ...(type?.params?.['charset'] ? { charset: type.params['charset'] } : {}),
    ...(type?.params?.['smime-type'] ? { sealed: type.params['smime-type'] } : {}),
    ...(type?.params?.['method'] ? { method: type.params['method'].toUpperCase() } : {}),
  };
  files.push(file);
  const keep = wanted?.index === index ? Infinity : isWrapper(mime, file.name) ? WRAPPER_LIMIT : KEPT.test(mime) ? KEPT_LIMIT : 0;
  const room = SMALL_LIMIT - files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  const limit = Math.max(keep, room);
  const chunks: Buffer[] = [];
  for await (const chunk of data.content as AsyncIterable<Buffer>) {
    if (file.bytes < limit) chunks.push(chunk.subarray(0, limit - file.bytes));
    file.bytes += chunk.length;
  }
  const content = Buffer.concat(chunks);
  if (wanted?.index === index) wanted.onContent(content);
  else if (keep) file.kept = content.subarray(0, keep);
  if (file.bytes <= room) file.content = content;
  data.release?.();
}

/** In the order in which the library hands them out. */
function collectAttachments(node: Node, into: Node[]): void {
  if (node.isAttachment) into.push(node);
  for (const child of node.children) collectAttachments(child, into);
}

function blocksOf(node: Node): Block[] {
  if (node.isAttachment) return [];
  if (node.contentType === 'text/plain' && node.textContent !== undefined) return [{ plain: node.textContent }];
  if (node.contentType === 'text/html' && node.textContent !== undefined) return [{ html: node.textContent }];
  const inner = node.children.map(blocksOf);
  if (node.contentType !== 'multipart/alternative') return inner.flat();
  // Of an alternative the last form that has it counts (RFC 2046 5.1.4).
  const html = inner.filter((blocks) => blocks.some((b) => b.html !== undefined)).pop();
  const plain = inner.find((blocks) => blocks.length > 0 && blocks.every((b) => b.html === undefined));
  const joined = (blocks: Block[] | undefined, pick: (b: Block) => string | undefined) =>
    blocks
      ?.map(pick)
      .filter((t) => t !== undefined)
      .join('\n');
  const block: Block = {
    ...(plain ? { plain: joined(plain, (b) => b.plain) ?? '' } : {}),
    ...(html
      ? { html: joined(html, (b) => b.html ?? (b.plain === undefined ? undefined : `<pre>${escape(b.plain)}</pre>`)) ?? '' }
      : {}),
  };
  return block.plain === undefined && block.html === undefined ? [] : [block];
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
