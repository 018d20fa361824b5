import { Readable, Transform } from 'node:stream';
import { MailParser, type AttachmentStream, type Headers } from 'mailparser';
import { decodeBytes } from './charset.js';
import { headLength, mendHead, type Field } from './head.js';

const HEAD_LIMIT = 2 * 1024 * 1024;
/** More text than anybody reads; the rest is in the source, one click away. */
export const TEXT_LIMIT = 2_000_000;
/** Parts that are read themselves: reports, invitations, the head of an attached message. */
const KEPT_LIMIT = 256 * 1024;
const KEPT =
  /^(message\/(rfc822|delivery-status|feedback-report|disposition-notification|global-.*)|text\/(rfc822-headers|calendar)|application\/ics)$/;

export interface MimeFile {
  /** Its place among the files of the mail: what `fetchFile` finds it by. */
  index: number;
  name: string;
  mime: string;
  bytes: number;
  cid?: string;
  location?: string;
  /** The beginning of the content, of the kinds that are read themselves. */
  kept?: Buffer;
  inAlternative: boolean;
  method?: string;
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
  root?: boolean;
  node: { filename?: string | false };
}

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
      const declared = charset.replace(/^balie-/, '');
      done(null, Buffer.from(decodeBytes(Buffer.concat(chunks), declared === 'none' ? undefined : declared), 'utf8'));
    },
  });
};

interface Internals {
  createNode(data: unknown): Node;
}
const internals = MailParser.prototype as unknown as Internals;

/** The library's parser with our charset rules, and with named text parts as the files that they are. */
class Parser extends MailParser {
  declare tree?: Node;
  #hasText = false;

  getDecoder(): { decodeStream(charset: string): Transform } {
    return { decodeStream: textDecoder };
  }

  createNode(data: unknown): Node {
    const node = internals.createNode.call(this, data);
    // A name that the library has no rule of its own for: it would read ASCII and UTF-8 without a look at the bytes.
    node.charset = `balie-${node.charset || 'none'}`;
    if (/^text\/(plain|html)$/.test(node.contentType) && !node.isAttachment) {
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
};

/** Passes the mail on with a mended head. Of the body nothing is held. */
function mending(onFields: (fields: Field[]) => void): Transform {
  let head: Buffer[] | null = [];
  let length = 0;
  const flushHead = (): Buffer => {
    const whole = Buffer.concat(head ?? []);
    head = null;
    const end = headLength(whole);
    const mended = mendHead(whole.subarray(0, end));
    onFields(mended.fields);
    return Buffer.concat([mended.head, whole.subarray(end)]);
  };
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (!head) return done(null, bytes);
      head.push(bytes);
      length += bytes.length;
      const seen = Buffer.concat(head);
      head = [seen];
      if (headLength(seen) < seen.length || length > HEAD_LIMIT) return done(null, flushHead());
      done();
    },
    flush(done) {
      done(null, head ? flushHead() : undefined);
    },
  });
}

/** Reads a mail as a stream. `wanted` is the index of a file whose whole content is handed to `onContent`. */
export async function parseMime(
  raw: ReadableStream | Readable,
  wanted?: { index: number; onContent: (content: Buffer) => void },
): Promise<Mime> {
  const parser = new Parser(OPTIONS);
  const files: MimeFile[] = [];
  const nodes: Node[] = [];
  let fields: Field[] = [];
  const source = raw instanceof Readable ? raw : Readable.fromWeb(raw as Parameters<typeof Readable.fromWeb>[0]);
  const mended = mending((found) => (fields = found));
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      source.destroy();
      reject(error);
    };
    source.once('error', fail);
    mended.once('error', fail);
    parser.once('error', fail);
    parser.on('error', () => undefined);
    parser.on('data', (data) => {
      if (data.type === 'attachment') readFile(data, files, wanted).catch(fail);
    });
    parser.once('end', resolve);
    source.pipe(mended).pipe(parser);
  });
  const tree = parser.tree;
  if (tree) collectAttachments(tree, nodes);
  files.forEach((file, i) => (file.inAlternative = nodes[i]?.parent?.contentType === 'multipart/alternative'));
  return {
    fields,
    headers: parser.headers || new Map(),
    contentType: tree?.contentType ?? 'text/plain',
    blocks: tree ? blocksOf(tree) : [],
    files,
  };
}

async function readFile(
  data: AttachmentStream,
  files: MimeFile[],
  wanted?: { index: number; onContent: (content: Buffer) => void },
): Promise<void> {
  const index = files.length;
  const mime = data.contentType.toLowerCase().slice(0, 200);
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
    ...(type?.params?.['method'] ? { method: type.params['method'].toUpperCase() } : {}),
  };
  files.push(file);
  const keep = wanted?.index === index ? Infinity : KEPT.test(mime) ? KEPT_LIMIT : 0;
  const chunks: Buffer[] = [];
  let kept = 0;
  for await (const chunk of data.content as AsyncIterable<Buffer>) {
    file.bytes += chunk.length;
    if (kept < keep) chunks.push(chunk.subarray(0, keep - kept));
    kept += chunk.length;
  }
  if (wanted?.index === index) wanted.onContent(Buffer.concat(chunks));
  else if (keep) file.kept = Buffer.concat(chunks);
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
