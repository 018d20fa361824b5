const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'application/msword': 'doc',
  'application/ms-tnef': 'dat',
  'application/rtf': 'rtf',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pgp-encrypted': 'asc',
  'application/pkcs7-mime': 'p7m',
  'audio/mpeg': 'mp3',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/webp': 'webp',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/rfc822-headers': 'txt',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'video/mp4': 'mp4',
};
const MAX_BYTES = 255;

/** Control characters, and those that turn the direction of writing round, so that `exe.fdp` shows as `pdf.exe`. */
// eslint-disable-next-line no-control-regex -- these are exactly the characters that are removed
export const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/gu;

export const stripUnseen = (text: string): string => text.replace(UNSEEN, '');

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

function shorten(name: string): string {
  if (bytes(name) <= MAX_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : '';
  let stem = [...name.slice(0, name.length - extension.length)];
  stem = stem.slice(0, MAX_BYTES);
  while (bytes(stem.join('')) + bytes(extension) > MAX_BYTES) stem.pop();
  return stem.join('') + extension;
}

/** The name a file is shown and saved under: no path, nothing unseen, at most 255 bytes with its extension (R-ATT-1). */
export function safeFileName(name: string, mime: string, index: number): string {
  const base = stripUnseen(name.split(/[/\\]/).pop() ?? '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+(?=[^\s.])|[\s.]+$/g, '')
    .trim();
  if (base && base !== '.' && base !== '..') return shorten(base);
  if (mime === 'text/calendar') return 'invite.ics';
  return `attachment-${index + 1}.${EXTENSIONS[mime] ?? 'bin'}`;
}

/** An attached message is named after its subject. */
export const messageFileName = (subject: string): string =>
  safeFileName(`${subject.replace(/[/\\]/g, '-').trim() || 'message'}.eml`, 'message/rfc822', 0);

/** Gives each name once: a second `scan.pdf` becomes `scan (2).pdf`. */
export class UniqueNames {
  #taken = new Set<string>();

  take(name: string): string {
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let candidate = name;
    for (let n = 2; this.#taken.has(candidate.toLowerCase()); n++) candidate = `${stem} (${n})${extension}`;
    this.#taken.add(candidate.toLowerCase());
    return candidate;
  }
}
