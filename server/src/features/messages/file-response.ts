import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { disposition, safeImageType } from './file-kinds.js';

/** Bytes from outside: never a page, never a script, never for another site. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, max-age=3600',
};

/** Answers with a stored file: as a download, or shown when its first bytes are those of a safe picture. `lent`: pages of other sites may show it; `fresh`: it is made anew each time. */
export async function sendFile(
  response: ServerResponse,
  source: Readable,
  file: { name: string; bytes: number | null; download?: boolean; lent?: boolean; fresh?: boolean },
): Promise<void> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const head = await chunks.next();
  const image = file.download || head.done ? null : safeImageType(head.value);
  response.writeHead(200, {
    ...HEADERS,
    ...(file.lent ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
    ...(file.fresh ? { 'Cache-Control': 'private, no-store' } : {}),
    'Content-Type': image ?? 'application/octet-stream',
    'Content-Disposition': disposition(image ? 'inline' : 'attachment', file.name),
    ...(file.bytes === null ? {} : { 'Content-Length': file.bytes }),
  });
  await pipeline(Readable.from(joined(head, chunks)), response);
}

async function* joined(head: IteratorResult<Buffer>, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let part = head; !part.done; part = await rest.next()) yield part.value;
}
