import type { Part } from '@balie/plugin-sdk';
import type { Attachment } from './payload.js';

const KINDS: Record<string, { name: string; mime: string }> = {
  image: { name: 'picture.jpg', mime: 'image/jpeg' },
  video: { name: 'video.mp4', mime: 'video/mp4' },
  audio: { name: 'audio.mp4', mime: 'audio/mp4' },
  file: { name: 'file', mime: 'application/octet-stream' },
};
const MIMES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** An attachment of a message as the core shows it (Meta, "messages webhook: attachments"); what is not known is said, never dropped. */
export function partOf(attachment: Attachment): Part {
  const { type, payload } = attachment;
  const title = attachment.title ?? payload?.title;
  const url = payload?.url ?? attachment.url;
  if (Object.hasOwn(KINDS, type) && url) return { type: 'file', file: { ref: url, ...fileOf(type, url) } };
  const place = payload?.coordinates;
  if (type === 'location' && place)
    return { type: 'text', text: [title, `${place.lat}, ${place.long}`, url].filter(Boolean).join('\n') };
  // A link that was shared, a post, a reel: whatever has an address can be looked at there.
  if (url) return { type: 'text', text: [title, url].filter(Boolean).join('\n') };
  return { type: 'unsupported', note: `Messenger: ${[type, title].filter(Boolean).join(': ')}`.slice(0, 500) };
}

/** Its name as the address ends, with the kind that it says. */
function fileOf(type: string, url: string): { name: string; mime: string } {
  const usual = KINDS[type] ?? KINDS['file']!;
  const last = pathOf(url).split('/').at(-1) ?? '';
  const name = /^[^/\\]{1,200}\.[A-Za-z0-9]{1,5}$/.test(last) ? last : usual.name;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const mime = MIMES[ending] ?? usual.mime;
  // A recording has the ending of a film.
  return { name, mime: type === 'audio' && mime === 'video/mp4' ? usual.mime : mime };
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return '';
  }
}
