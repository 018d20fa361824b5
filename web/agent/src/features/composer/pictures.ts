import { at } from '../../lib/site.js';

/** Pictures that were chosen in this window, so that they show before they have arrived at the server. */
const local = new Map<string, string>();

export function rememberPicture(id: string, file: File): void {
  if (isPicture(file)) local.set(id, URL.createObjectURL(file));
}
export function forgetPicture(id: string): void {
  const url = local.get(id);
  if (url) URL.revokeObjectURL(url);
  local.delete(id);
}
/** Where the page finds a picture that waits in a draft. */
export const pictureUrl = (id: string): string => local.get(id) ?? at(`/files/uploads/${id}`);

/** What mail programs show; an SVG can hold scripts, so it only ever goes as a file. */
export const isPicture = ({ type }: { type: string }): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

const placed = new Set<string>();
/** Remembers that a picture was put into the text: taken out of it, it does not become a file of its own. */
export const markPlaced = (id: string): void => void placed.add(id);
export const wasPlaced = (id: string): boolean => placed.has(id);
