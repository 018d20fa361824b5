/** Files that a visitor wants to send. */
import type { Limits } from './protocol.js';
import type { OutFile } from './outbox.js';
import { fill, type Texts } from './texts.js';

/** Of the longer side of a picture: more nobody sees in a conversation. */
const PIXELS = 2048;

/** Whether a type or a name is among those of `accept`, as `<input accept>` counts it; an empty one takes all. */
export function accepts(accept: string, { name, type }: Pick<File, 'name' | 'type'>): boolean {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
  return kinds.some(
    (kind) =>
      kind === '' ||
      kind === '*/*' ||
      kind === type ||
      (kind.endsWith('/*') && type.startsWith(kind.slice(0, -1))) ||
      (kind.startsWith('.') && name.toLowerCase().endsWith(kind)),
  );
}

export const sizeOf = (bytes: number, language: string): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;

/** What keeps a file from being sent, in words; null when nothing does. */
export function objection(file: File, limits: Limits, texts: Texts, language: string): string | null {
  if (!accepts(limits.accept, file)) return fill(texts.wrongKind, { name: file.name });
  if (file.size <= limits.fileBytes) return null;
  return fill(texts.tooLarge, { name: file.name, size: sizeOf(limits.fileBytes, language) });
}

/** A file to be sent; a large photo is made smaller here, which saves the visitor most of the upload. */
export async function prepare(file: File): Promise<OutFile> {
  const blob = (await smaller(file).catch(() => null)) ?? file;
  const preview = /^image\/(png|jpe?g|gif|webp)$/.test(file.type) ? URL.createObjectURL(blob) : undefined;
  return { name: file.name, mime: blob.type || 'application/octet-stream', bytes: blob.size, blob, preview };
}

async function smaller(file: File): Promise<Blob | null> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return null;
  const image = await createImageBitmap(file);
  const share = PIXELS / Math.max(image.width, image.height);
  if (share >= 1) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * share);
  canvas.height = Math.round(image.height * share);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, file.type, 0.85));
}
