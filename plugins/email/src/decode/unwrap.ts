import { bodyIsEmpty, isWrapper, type Mime, type MimeFile } from './mime.js';
import { readTnef, type Tnef } from './tnef.js';

/** What is in the wrapper, or null when it can't be read: then it stays a file (R-ATT-3). */
function unpack(file: MimeFile): Tnef | null {
  if (!isWrapper(file.mime, file.name) || !file.kept || file.kept.length !== file.bytes) return null;
  try {
    return readTnef(file.kept);
  } catch {
    return null;
  }
}

/** The mail with the files of its wrappers as files of its own, and with their text when it has none. */
export function unwrapped(mime: Mime): Mime {
  let { blocks } = mime;
  const files = mime.files.flatMap((file): MimeFile[] => {
    const { kept: _, ...bare } = file;
    if (!isWrapper(file.mime, file.name)) return [file];
    const inner = unpack(file);
    if (!inner) return [bare];
    const takesText = bodyIsEmpty(blocks) && (inner.html !== undefined || inner.text !== undefined);
    if (takesText) {
      blocks = [
        {
          ...(inner.text === undefined ? {} : { plain: inner.text }),
          ...(inner.html === undefined ? {} : { html: inner.html }),
        },
      ];
    }
    // A meeting or a task is more than its files: the wrapper stays, for those whose program can read it.
    const isNote = inner.messageClass === '' || /note/i.test(inner.messageClass);
    if (inner.files.length === 0 && !(isNote && (takesText || !bodyIsEmpty(blocks)))) return [bare];
    return inner.files.map((one, inside) => ({
      index: file.index,
      inside,
      name: one.name,
      mime: one.mime ?? 'application/octet-stream',
      bytes: one.content.length,
      inAlternative: false,
      ...(one.cid ? { cid: one.cid } : {}),
    }));
  });
  return { ...mime, blocks, files };
}
