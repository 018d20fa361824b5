/** Pictures that a browser shows without running anything, told by their first bytes and never by what they claim to be. */
const IMAGES: [string, (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['image/gif', (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))],
  ['image/webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
  ['image/avif', (bytes) => /^ftypavi[fs]/.test(bytes.toString('latin1', 4, 12))],
  ['image/bmp', (bytes) => bytes.toString('latin1', 0, 2) === 'BM' && bytes.length >= 14 && bytes.readUInt32LE(6) === 0],
];

/** The type of a safe picture by its first bytes; null for everything else, SVG among it. */
export function safeImageType(bytes: Buffer): string | null {
  return IMAGES.find(([, matches]) => matches(bytes))?.[0] ?? null;
}

// Control characters, halves of characters, marks that turn the direction of writing, and what means something in a path.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029/\\:*?"<>|]/gu;
// Names of devices on Windows; with an ending they are ordinary names.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_BYTES = 255;

/** A name to show and to save under: no path, no tricks, at most 255 bytes with its ending kept (R-ATT-1). */
export function safeFileName(given: string, fallback = 'file'): string {
  const last = given.normalize('NFKC').split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .replaceAll(UNSAFE, '')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const name = bare === '' ? fallback : bare.replace(RESERVED, '_$&');
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  let stem = name.slice(0, name.length - ending.length);
  while (Buffer.byteLength(stem) + Buffer.byteLength(ending) > MAX_BYTES) stem = [...stem].slice(0, -1).join('');
  return stem + ending;
}

/** Names as they are, numbered where two are the same, whatever their case. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
    let unique = name;
    for (let count = 2; taken.has(unique.toLowerCase()); count++)
      unique = `${name.slice(0, name.length - ending.length)} (${count})${ending}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** `Content-Disposition` with the name in both forms (RFC 6266). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
