import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Labels that mail uses and no decoder knows, or that mean more than they say. */
const ALIASES: Record<string, string> = {
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-sjis': 'shift_jis',
  'euc-kr': 'cp949',
  'ks_c_5601-1989': 'cp949',
  ksc5601: 'cp949',
  'windows-949': 'cp949',
  korean: 'cp949',
  'cp-850': 'cp850',
  'ansi_x3.110-1983': 'windows-1252',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  utf8mb4: 'utf-8',
  unicode: 'utf-16',
  'x-unknown': 'utf-8',
  'unknown-8bit': 'utf-8',
  default: 'utf-8',
  default_charset: 'utf-8',
  '8bit': 'utf-8',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  'ks_c_5601-1987': 'cp949',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  cp950: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  'latin-1': 'windows-1252',
  utf_8: 'utf-8',
};
/** What a sender who names the first may really have used (R-CHR-1). */
const FAMILIES: Record<string, string[]> = {
  'iso-2022-jp': ['iso-2022-jp', 'shift_jis', 'euc-jp'],
  shift_jis: ['shift_jis', 'euc-jp'],
  'euc-jp': ['euc-jp', 'shift_jis'],
  gb18030: ['gb18030', 'big5'],
  big5: ['big5', 'gb18030'],
};
/** Where the platform's decoder knows the standard and mails use what the makers of systems have added to it. */
const EXTENDED = new Set(['cp949', 'big5']);
/** Of Japanese read in the wrong one of its charsets little else is left. */
const HALF_WIDTH = /[\uff61-\uff9f]/gu;

const label = (charset: string): string => {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/\*.*$/, '');
  return ALIASES[name] ?? name;
};

export const isUtf7 = (charset: string): boolean => /^(?:unicode-1-1-)?utf-?7$/i.test(charset.trim());

function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  const folded = FOLDED[charset];
  if (folded) return tryDecode(folded.unfold(bytes), folded.charset, fatal);
  if (charset === 'utf-16') return tryDecode(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be', fatal);
  if (EXTENDED.has(charset)) return withIconv(bytes, charset, fatal);
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return isForeign(charset) ? withIconv(bytes, charset, fatal) : null;
  }
}

function withIconv(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  const text = iconv.decode(Buffer.from(bytes), charset);
  return fatal && text.includes('\ufffd') ? null : text;
}

/** The first of a family that fits, unless what comes out is hardly what anybody writes. */
function inFamily(bytes: Uint8Array, family: readonly string[]): string | null {
  let odd: string | null = null;
  for (const name of family) {
    const text = tryDecode(bytes, name, true);
    if (text === null) continue;
    if ((text.match(HALF_WIDTH)?.length ?? 0) * 3 < text.length) return text;
    odd ??= text;
  }
  return odd;
}

/** Whether it is the platform's decoder that does not know the charset, and not the bytes that do not fit it. */
function isForeign(charset: string): boolean {
  try {
    new TextDecoder(charset);
    return false;
  } catch {
    return iconv.encodingExists(charset);
  }
}

/** The bytes between a mark and its counterpart, with their eighth bit; the marks go. */
function raised(bytes: Uint8Array, marks: (at: number) => { length: number; raise?: boolean } | null): Uint8Array {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let raise = false;
  for (let i = 0; i < bytes.length;) {
    const mark = marks(i);
    if (mark) {
      raise = mark.raise ?? raise;
      i += mark.length;
      continue;
    }
    const byte = bytes[i++] ?? 0;
    out[length++] = raise && byte > 32 ? byte | 0x80 : byte;
  }
  return out.subarray(0, length);
}

/** Charsets of seven bits that fold one of eight (RFC 1843, RFC 1557). */
const FOLDED: Record<string, { charset: string; unfold: (bytes: Uint8Array) => Uint8Array }> = {
  'hz-gb-2312': {
    charset: 'gb18030',
    unfold: (bytes) =>
      raised(bytes, (at) => {
        if (bytes[at] !== 0x7e) return null;
        const next = bytes[at + 1];
        if (next === 0x7b || next === 0x7d) return { length: 2, raise: next === 0x7b };
        return next === 0x0a ? { length: 2 } : next === 0x7e ? { length: 1 } : null;
      }),
  },
  'iso-2022-kr': {
    charset: 'cp949',
    unfold: (bytes) =>
      raised(bytes, (at) => {
        if (bytes[at] === 0x0e || bytes[at] === 0x0f) return { length: 1, raise: bytes[at] === 0x0e };
        return bytes[at] === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 ? { length: 4 } : null;
      }),
  },
};
/** So many bytes a guess needs, and no more does it look at. */
const GUESS = { least: 12, most: 16_384 };

/** What the bytes look like, when nothing says it. */
function guessed(bytes: Uint8Array): string | null {
  if (bytes.length < GUESS.least) return null;
  const name = chardet.detect(bytes.subarray(0, GUESS.most))?.toLowerCase();
  if (!name || /^(?:utf-|ascii|iso-8859-1$|windows-125[0-9]$|iso-8859-)/.test(name)) return null;
  return tryDecode(bytes, label(name), true);
}

/** RFC 2152, in mail only: nowhere else is UTF-7 decoded, since it can carry markup past a filter. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, coded: string) => {
    if (coded === '') return whole === '+-' ? '+' : whole;
    const bytes = Buffer.from(coded, 'base64');
    let out = '';
    for (let i = 0; i + 1 < bytes.length; i += 2) out += String.fromCharCode(bytes.readUInt16BE(i));
    return out;
  });
}

/** Whether a charset of this name can be decoded. */
export const isKnown = (charset: string): boolean => tryDecode(new Uint8Array(), label(charset), false) !== null;

/** Text from bytes: as declared when that fits, else UTF-8 when valid, else the family of the hint, else windows-1252. Never throws (R-CHR-1, 4). */
export function decodeBytes(bytes: Uint8Array, declared?: string, hint?: string): string {
  const charset = declared ? label(declared) : '';
  if (charset && isUtf7(charset)) return decodeUtf7(Buffer.from(bytes).toString('latin1'));
  if (charset && charset !== 'utf-8') {
    const text = inFamily(bytes, FAMILIES[charset] ?? [charset]);
    if (text !== null) return text;
  }
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== null) return utf8;
  // Declared as something that nearly fits: a few broken characters are better than another alphabet.
  const lenient = charset && charset !== 'utf-8' ? tryDecode(bytes, charset, false) : null;
  if (lenient !== null) return lenient;
  const hinted = hint ? label(hint) : '';
  const byHint = hinted && hinted !== 'utf-8' && !isUtf7(hinted) ? inFamily(bytes, FAMILIES[hinted] ?? [hinted]) : null;
  if (byHint !== null) return byHint;
  const guess = charset === '' || charset === 'utf-8' || !isKnown(charset) ? guessed(bytes) : null;
  if (guess !== null) return guess;
  const broken = tryDecode(bytes, 'utf-8', false) ?? '';
  const mostlyUtf8 =
    charset === 'utf-8' &&
    broken.length > 0 &&
    (broken.match(/\ufffd/g)?.length ?? 0) * 50 < (broken.match(/[\u0080-\uffff]/g)?.length ?? 0) * 49;
  return mostlyUtf8 ? broken : (tryDecode(bytes, 'windows-1252', false) ?? broken);
}
