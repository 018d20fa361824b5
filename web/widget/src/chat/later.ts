/**
 * What is not needed to open the chat and read in it: a script of its own, which is loaded when it is (N17). What it shares with the rest is
 * loaded twice, so that is little.
 */
import type { OutFile } from './outbox.js';

export { objection } from './files.js';

export const EMOJI = '😀 😄 😉 😊 😍 🤔 😅 😢 😡 👍 👎 🙏 👏 🎉 ❤️ 🔥 ✅ ❌ 👋 📦 🚚 💳 📷 ⏰'.split(' ');

/** Of the longer side of a picture: more nobody sees in a conversation. */
const PIXELS = 2048;

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

export interface Upload {
  file: Blob;
  headers: Record<string, string>;
  /** How far it is, from 0 to 1. */
  progress(share: number): void;
  signal: AbortSignal;
}

/** Sends the bytes of a file and answers what came back; status 0 when nothing did. By the only way that tells how much of a body has gone out. */
export const upload = (
  url: string,
  { file, headers, progress, signal }: Upload,
): Promise<{ status: number; text: string; retryAfter: string | null }> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve({ status: 0, text: '', retryAfter: null });
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [field, value] of Object.entries(headers)) request.setRequestHeader(field, value);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onloadend = () => {
      // Of what went well there is none, and a browser complains of who asks.
      const retryAfter = request.status < 400 ? null : request.getResponseHeader('retry-after');
      resolve({ status: request.status, text: request.responseText, retryAfter });
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });

/** Two short notes, made here so that nothing has to be loaded; only after the visitor has asked for it. */
export function chime(): void {
  const context = new AudioContext();
  [660, 880].forEach((pitch, at) => {
    const note = context.createOscillator();
    const volume = context.createGain();
    const begin = context.currentTime + at * 0.12;
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.12, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.25);
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + 0.25);
    if (at === 1) note.onended = () => void context.close();
  });
}
