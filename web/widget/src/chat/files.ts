/** Files that a visitor wants to send. */
import type { Limits } from './protocol.js';
import { fill, type Texts } from './texts.js';

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
