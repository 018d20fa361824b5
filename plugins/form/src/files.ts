import type { NamedField } from './settings-fields.js';
import { say, type Words } from './words.js';

type FileField = Extract<NamedField, { type: 'file' }>;

const PICTURES = ['.jpg', '.jpeg', '.png', '.gif', '.webp', '.heic'];
const DOCUMENTS = ['.pdf', '.txt', '.csv', '.doc', '.docx', '.xls', '.xlsx', '.odt', '.ods', '.ppt', '.pptx', '.odp', '.rtf'];
/** What runs when it is opened. */
const PROGRAMS =
  /\.(?:exe|msi|bat|cmd|com|scr|pif|cpl|js|jse|vbs|vbe|wsf|wsh|hta|ps1|jar|lnk|reg|dll|app|dmg|pkg|sh|apk|iso|img|html?|xhtml|svg)$/i;
/** For the browser's own choice of files. */
export const ACCEPT: Record<FileField['kinds'], string> = {
  any: '',
  pictures: PICTURES.join(','),
  documents: [...PICTURES, ...DOCUMENTS].join(','),
};

/** How files of these kinds begin. */
const BEGINNINGS: Record<string, (bytes: Uint8Array) => boolean> = {
  '.jpg': (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  '.jpeg': (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  '.png': (bytes) => text(bytes, 1, 4) === 'PNG',
  '.gif': (bytes) => text(bytes, 0, 4) === 'GIF8',
  '.webp': (bytes) => text(bytes, 8, 12) === 'WEBP',
  '.heic': (bytes) => text(bytes, 4, 8) === 'ftyp',
  '.pdf': (bytes) => text(bytes.subarray(0, 1024), 0, 1024).includes('%PDF-'),
};
const text = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

export interface Upload {
  name: string;
  mime: string;
  data: Uint8Array;
}

/** What is wrong with the files of a field, in the words of the form; null when nothing is. */
export function filesFault(field: FileField, uploads: readonly Upload[], words: Words): string | null {
  if (uploads.length > field.count) return say(words.many, { n: field.count });
  for (const { name, data } of uploads) {
    if (data.length === 0) return say(words.empty, { name });
    if (data.length > field.megabytes * 1024 * 1024) return say(words.large, { name, n: field.megabytes });
    if (!isWelcome(field, name, data)) return say(words.kind, { name });
  }
  return null;
}

/** By its name and, where that says how it must begin, by its beginning; a program never. */
function isWelcome({ kinds }: FileField, name: string, data: Uint8Array): boolean {
  const ending = /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? '';
  if (PROGRAMS.test(name) || text(data, 0, 2) === 'MZ' || text(data, 0, 4) === '\u007fELF') return false;
  if (kinds !== 'any' && !ACCEPT[kinds].split(',').includes(ending)) return false;
  return BEGINNINGS[ending]?.(data) ?? true;
}
