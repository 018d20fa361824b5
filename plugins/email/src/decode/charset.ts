/** Labels that mail uses and the platform's decoder does not know. */
const ALIASES: Record<string, string> = {
  cp850: 'windows-1252',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  'cp-850': 'windows-1252',
  'ansi_x3.110-1983': 'windows-1252',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'x-unknown': 'utf-8',
  'unknown-8bit': 'utf-8',
  '8bit': 'utf-8',
  'iso-8859-8-i': 'iso-8859-8',
  'ks_c_5601-1987': 'euc-kr',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
};
/** What a sender who names the first may really have used (R-CHR-1). */
const FAMILIES: Record<string, string[]> = {
  'iso-2022-jp': ['iso-2022-jp', 'shift_jis', 'euc-jp'],
  shift_jis: ['shift_jis', 'euc-jp'],
  'euc-jp': ['euc-jp', 'shift_jis'],
  gb18030: ['gb18030', 'big5'],
  big5: ['big5', 'gb18030'],
  'euc-kr': ['euc-kr'],
};

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
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
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

/** Text from bytes: as declared when that fits, else UTF-8 when valid, else the family of the hint, else windows-1252. Never throws (R-CHR-1, 4). */
export function decodeBytes(bytes: Uint8Array, declared?: string, hint?: string): string {
  const charset = declared ? label(declared) : '';
  if (charset && isUtf7(charset)) return decodeUtf7(Buffer.from(bytes).toString('latin1'));
  if (charset && charset !== 'utf-8') {
    const family = FAMILIES[charset] ?? [charset];
    for (const name of family) {
      const text = tryDecode(bytes, name, true);
      if (text !== null) return text;
    }
  }
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== null) return utf8;
  // Declared as something that nearly fits: a few broken characters are better than another alphabet.
  const lenient = charset && charset !== 'utf-8' ? tryDecode(bytes, charset, false) : null;
  if (lenient !== null) return lenient;
  const hinted = hint ? label(hint) : '';
  for (const name of hinted ? (FAMILIES[hinted] ?? [hinted]) : []) {
    const text = name === 'utf-8' || isUtf7(name) ? null : tryDecode(bytes, name, true);
    if (text !== null) return text;
  }
  const broken = tryDecode(bytes, 'utf-8', false) ?? '';
  const mostlyUtf8 =
    charset === 'utf-8' &&
    broken.length > 0 &&
    (broken.match(/\ufffd/g)?.length ?? 0) * 50 < (broken.match(/[\u0080-\uffff]/g)?.length ?? 0) * 49;
  return mostlyUtf8 ? broken : (tryDecode(bytes, 'windows-1252', false) ?? broken);
}
