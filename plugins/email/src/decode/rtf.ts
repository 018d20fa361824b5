import { decodeBytes } from './charset.js';

/** What every compressed RTF begins with in the minds of both sides (MS-OXRTFCP 2.1.2.1). */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
/** Of a body nobody reads more. */
const LIMIT = 4 * 1024 * 1024;

/** The RTF of a message as Outlook packs it; empty when it is not whole. */
export function decompressRtf(bytes: Buffer): Buffer {
  if (bytes.length < 16) return Buffer.alloc(0);
  const kind = bytes.readUInt32LE(8);
  if (kind === PLAIN) return bytes.subarray(16, 16 + LIMIT);
  if (kind !== COMPRESSED) return Buffer.alloc(0);
  const window = Buffer.alloc(4096);
  window.write(DICTIONARY, 'latin1');
  let at = DICTIONARY.length;
  const size = Math.min(bytes.readUInt32LE(4), LIMIT);
  const out = Buffer.alloc(size);
  let written = 0;
  const put = (byte: number) => {
    window[at] = byte;
    at = (at + 1) % 4096;
    out[written++] = byte;
  };
  for (let i = 16; i < bytes.length && written < size;) {
    const flags = bytes[i++] ?? 0;
    for (let bit = 0; bit < 8 && i < bytes.length && written < size; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[i++] ?? 0);
        continue;
      }
      const pair = ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
      i += 2;
      const offset = pair >> 4;
      // A reference to the place of writing ends the data.
      if (offset === at) return out.subarray(0, written);
      for (let n = 0; n < (pair & 15) + 2 && written < size; n++) put(window[(offset + n) % 4096] ?? 0);
    }
  }
  return out.subarray(0, written);
}

/** Groups that hold no words of the text. */
const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|htmltag|mhtmltag|generator|listtable|listoverridetable|themedata)$/;

/** The words of an RTF; of one that wraps HTML, its text without the tags. */
export function rtfToText(rtf: Buffer): string {
  const source = rtf.toString('latin1');
  const codePage = /\\ansicpg(\d{3,5})/.exec(source)?.[1];
  const charset = codePage && Number(codePage) >= 1250 && Number(codePage) <= 1258 ? `windows-${codePage}` : 'windows-1252';
  let out = '';
  let silentFrom = 0;
  let depth = 0;
  let skipped = 0;
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/gi;
  for (const match of source.matchAll(token)) {
    const [, word, number, hex, symbol, brace, text] = match;
    if (brace === '{') depth++;
    else if (brace === '}') {
      if (depth === silentFrom) silentFrom = 0;
      depth = Math.max(0, depth - 1);
    } else if (silentFrom > 0) continue;
    else if (symbol === '*' || (word !== undefined && SILENT.test(word))) silentFrom = depth;
    else if (word === 'par' || word === 'line' || word === 'row') out += '\n';
    else if (word === 'tab') out += '\t';
    else if (word === 'u' && number) {
      out += String.fromCharCode(Number(number) & 0xffff);
      // The next character stands for the same, for those who know no Unicode.
      skipped = 1;
    } else if (skipped > 0 && (hex !== undefined || text !== undefined)) {
      skipped = 0;
      out += text?.slice(1) ?? '';
    } else if (hex !== undefined) out += decodeBytes(Buffer.from(hex, 'hex'), charset);
    else if (symbol === '~') out += '\u00a0';
    else if (symbol === '\\' || symbol === '{' || symbol === '}') out += symbol;
    else if (text !== undefined) out += text;
  }
  return out.replace(/\n{3,}/g, '\n\n').trim();
}
