/** The usual ending of files of a type, for those that have no name. */
const EXTENSIONS: Record<string, string> = {
  'application/gzip': 'gz',
  'application/json': 'json',
  'application/ms-tnef': 'dat',
  'application/msword': 'doc',
  'application/pdf': 'pdf',
  'application/pgp-encrypted': 'asc',
  'application/pgp-keys': 'asc',
  'application/pkcs7-mime': 'p7m',
  'application/postscript': 'ps',
  'application/rtf': 'rtf',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-outlook': 'msg',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.rar': 'rar',
  'application/x-7z-compressed': '7z',
  'application/x-gzip': 'gz',
  'application/x-pkcs7-mime': 'p7m',
  'application/x-rar-compressed': 'rar',
  'application/x-tar': 'tar',
  'application/x-zip-compressed': 'zip',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/basic': 'au',
  'audio/mp3': 'mp3',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/x-m4a': 'm4a',
  'audio/x-wav': 'wav',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/pjpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'text/rfc822-headers': 'txt',
  'text/rtf': 'rtf',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/xml': 'xml',
  'video/3gpp': '3gp',
  'video/mp4': 'mp4',
  'video/mpeg': 'mpg',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/x-msvideo': 'avi',
};
const MAX_BYTES = 255;

/** Control characters, and those that turn the direction of writing round, so that `exe.fdp` shows as `pdf.exe`. */
// eslint-disable-next-line no-control-regex -- these are exactly the characters that are removed
export const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/gu;

export const stripUnseen = (text: string): string => text.replace(UNSEEN, '');

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** As much of the text as fits, without half a letter at its end. */
function cut(text: string, limit: number): string {
  if (bytes(text) <= limit) return text;
  const letters = [...text].slice(0, limit);
  let length = 0;
  const fits = letters.findIndex((letter) => (length += bytes(letter)) > limit);
  return letters.slice(0, fits < 0 ? letters.length : fits).join('');
}

function shorten(name: string): string {
  if (bytes(name) <= MAX_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : '';
  return cut(name.slice(0, name.length - extension.length), MAX_BYTES - bytes(extension)) + extension;
}

/** The name a file is shown and saved under: no path, nothing unseen, at most 255 bytes with its extension (R-ATT-1). */
export function safeFileName(name: string, mime: string, index: number): string {
  const base = stripUnseen((name.split(/[/\\]/).pop() ?? '').replace(/\s+/g, ' '))
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+(?=[^\s.])|[\s.]+$/g, '')
    .trim();
  // A device of Windows is no file; with an extension it is harmless since long.
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(base)) return `${base}_`;
  if (base && base !== '.' && base !== '..') return shorten(base);
  if (mime === 'text/calendar') return 'invite.ics';
  return `attachment-${index + 1}.${(Object.hasOwn(EXTENSIONS, mime) && EXTENSIONS[mime]) || 'bin'}`;
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
    for (let n = 2; this.#taken.has(candidate.toLowerCase()); n++) {
      const mark = ` (${n})${extension}`;
      candidate = cut(stem, MAX_BYTES - bytes(mark)) + mark;
    }
    this.#taken.add(candidate.toLowerCase());
    return candidate;
  }
}
