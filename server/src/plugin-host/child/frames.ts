import { deserialize, serialize } from 'node:v8';

/** No frame is larger: files travel in pieces, so only a faulty plugin meets this. */
export const MAX_FRAME_BYTES = 16 * 1024 * 1024;

/** A value that has no place on the wire: too large, or not data (a function, a class of its own). */
export class UnsendableError extends Error {}
/** The other side does not keep to the framing. */
export class BrokenFrameError extends Error {}

/** Four bytes of length, then the value as structured clone: dates, bytes and `undefined` arrive as they were. */
export function encodeFrame(value: unknown): [head: Buffer, body: Buffer] {
  let body: Buffer;
  try {
    body = serialize(value);
  } catch (error) {
    throw new UnsendableError(`It can't be sent between processes: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (body.length > MAX_FRAME_BYTES)
    throw new UnsendableError(`It has ${body.length} bytes; at most ${MAX_FRAME_BYTES} may be sent at once.`);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return [head, body];
}

/** Cuts a stream of bytes into values. Our own framing and not Node's IPC: what a faulty child writes there would be thrown in the parent. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private bytes = 0;

  /** The values that are complete now. Throws BrokenFrameError, after which nothing more can be read. */
  push(chunk: Buffer): unknown[] {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
    const values: unknown[] = [];
    for (;;) {
      const length = this.peekLength();
      if (length === null || this.bytes < length + 4) return values;
      const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks, this.bytes);
      values.push(decodeBody(all.subarray(4, 4 + length)));
      const rest = all.subarray(4 + length);
      this.chunks = rest.length > 0 ? [rest] : [];
      this.bytes = rest.length;
    }
  }

  private peekLength(): number | null {
    if (this.bytes < 4) return null;
    if (this.chunks[0]!.length < 4) this.chunks = [Buffer.concat(this.chunks, this.bytes)];
    const length = this.chunks[0]!.readUInt32BE(0);
    if (length > MAX_FRAME_BYTES) throw new BrokenFrameError(`A frame of ${length} bytes was announced.`);
    return length;
  }
}

function decodeBody(body: Buffer): unknown {
  try {
    return deserialize(body);
  } catch {
    throw new BrokenFrameError('A frame can not be read.');
  }
}
