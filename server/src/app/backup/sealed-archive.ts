import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Refused } from './refused.js';

/**
 * An archive under a passphrase. The first 64 bytes: MAGIC, 16 bytes of salt, and the first 16 bytes of HMAC-SHA-256(key, MAGIC and salt), by
 * which a wrong passphrase is told from a damaged archive. The key is scrypt(passphrase, salt; N 2^17, r 8, p 1), of 32 bytes, and new for each
 * archive as the salt is. Then pieces of 64 KiB, the last one shorter or as long, each AES-256-GCM with its tag of 16 bytes behind it; the nonce
 * is the number of the piece in 11 bytes, big-endian, and a byte that is 1 for the last and 0 for the others, so that nothing can be
 * put in another order, left out or cut off.
 */
const MAGIC = Buffer.from('balie backup, sealed, version 1\n');
const SALT_BYTES = 16;
const CHECK_BYTES = 16;
const HEAD_BYTES = MAGIC.length + SALT_BYTES + CHECK_BYTES;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** Writes an archive once more, sealed. */
export async function sealArchive(plain: string, sealed: string, passphrase: string): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(passphrase.normalize('NFC'), salt, 32, COST);
  const head = Buffer.concat([MAGIC, salt]);
  const sealing = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.concat([head, checkOf(key, head)]);
    let count = 0n;
    for await (const { piece, last } of pieces(createReadStream(plain), PIECE_BYTES)) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(count++, last));
      yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    }
  };
  await pipeline(Readable.from(sealing()), createWriteStream(sealed, { mode: 0o600 }));
}

/** An archive as it was before it was sealed; one that is not is given as it is. Throws Refused in words, the stream as well. */
export async function openArchive(file: string, passphrase: string | null): Promise<Readable> {
  const head = await headOf(file);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) return createReadStream(file);
  if (passphrase === null)
    throw new Refused('This backup is sealed: set BALIE_BACKUP_PASSPHRASE to the passphrase that it was made with.');
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
  const key = await derive(passphrase.normalize('NFC'), salt, 32, COST);
  const check = head.subarray(MAGIC.length + SALT_BYTES);
  if (check.length !== CHECK_BYTES || !timingSafeEqual(check, checkOf(key, head.subarray(0, MAGIC.length + SALT_BYTES))))
    throw new Refused('BALIE_BACKUP_PASSPHRASE is not the passphrase that this backup was made with.');
  return Readable.from(opened(file, key));
}

async function* opened(file: string, key: Buffer): AsyncGenerator<Buffer> {
  let count = 0n;
  for await (const { piece, last } of pieces(createReadStream(file, { start: HEAD_BYTES }), PIECE_BYTES + TAG_BYTES)) {
    if (piece.length < TAG_BYTES) throw damaged();
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(count++, last));
    decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
    const plain = decipher.update(piece.subarray(0, piece.length - TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw damaged();
    }
    yield plain;
  }
}

const damaged = (): Refused => new Refused('The backup is damaged, or it was cut off while it was made or copied.');

/** Pieces of one size; the last, which may be empty, is known as such. */
async function* pieces(source: Readable, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of source as AsyncIterable<Buffer>) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    while (held.length > size) {
      yield { piece: held.subarray(0, size), last: false };
      held = held.subarray(size);
    }
  }
  yield { piece: held, last: true };
}

function nonce(count: bigint, last: boolean): Buffer {
  // Eight bytes of the eleven hold more than any disk.
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE((count << 8n) | (last ? 1n : 0n), 4);
  return bytes;
}

const checkOf = (key: Buffer, head: Buffer): Buffer => createHmac('sha256', key).update(head).digest().subarray(0, CHECK_BYTES);

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
