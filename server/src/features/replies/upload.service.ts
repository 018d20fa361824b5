import { createHash, timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { safeFileName, Upload } from '../messages/index.js';
import { hasScope } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { newSecret } from '../../kernel/random.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';

/** The largest file that can be attached; channels may take less. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
/** Carries the secret with the bytes: a link alone opens nothing. */
export const UPLOAD_HEADER = 'x-balie-upload';
const PUT_WITHIN_MS = 60 * 60_000;
/** How long a file waits to be used. */
export const UPLOAD_KEPT_MS = 24 * 60 * 60_000;

/** Where to PUT a file. */
export interface UploadTicket {
  id: string;
  url: string;
  headers: Record<string, string>;
}

/** Files on their way into a message: announced, put, then used or swept (S63). */
@Injectable()
export class UploadService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    private readonly address: PublicAddress,
  ) {}

  async create(ctx: Ctx, input: { id?: string | null; name: string; mime: string; bytes: number }): Promise<UploadTicket> {
    const id = input.id ?? newId('upload');
    requireUploadId(id);
    if (!Number.isSafeInteger(input.bytes) || input.bytes < 0)
      throw new DomainError('INVALID', 'bytes must be the size of the file.', { path: ['bytes'] });
    if (input.bytes > MAX_UPLOAD_BYTES) throw tooLarge();
    const secret = newSecret();
    await this.uow.run(ctx, async (tx) => {
      // A repeat whose bytes have not come yet gets a new secret; anything else under the id is a clash.
      const before = await tx.manager.findOneBy(Upload, { id });
      if (before && (before.userId !== ownerOf(ctx) || before.hash !== null || before.bytes !== input.bytes))
        throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
      const upload: Upload = {
        ...announced({ ...input, id }, ctx, tx.now),
        hash: null,
        secretHash: hashOf(secret),
      };
      if (before) await tx.manager.update(Upload, { id }, upload);
      else await tx.manager.insert(Upload, upload);
    });
    // Always this type, so that nothing on the way takes the bytes for something to parse.
    const url = this.address.path(`/files/uploads/${id}`);
    return { id, url, headers: { [UPLOAD_HEADER]: secret, 'content-type': 'application/octet-stream' } };
  }

  /** The same for a file that is stored already, such as one that a plugin has fetched; a repeat is the same upload. */
  async keep(ctx: Ctx, file: { id: string; name: string; mime: string; hash: string; bytes: number }): Promise<string> {
    if (!hasScope(ctx.principal, ['MESSAGES_WRITE'])) throw new DomainError('FORBIDDEN', 'This needs the scope MESSAGES_WRITE.');
    const { id, hash } = file;
    requireUploadId(id);
    if (file.bytes > MAX_UPLOAD_BYTES) throw tooLarge();
    return this.uow.run(ctx, async (tx) => {
      const before = await tx.manager.findOneBy(Upload, { id });
      if (before && (before.userId !== ownerOf(ctx) || before.hash !== hash))
        throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
      // Nobody puts bytes under it, so its secret is nobody's.
      const upload: Upload = { ...announced(file, ctx, tx.now), hash, secretHash: hashOf(newSecret()) };
      if (!before) await tx.manager.insert(Upload, upload);
      return id;
    });
  }

  /** Takes the bytes in; they must be as many as were announced. */
  async put(id: string, secret: string, now: number, body: Readable, ctx: Ctx): Promise<void> {
    const upload = await this.uow.reader.manager.findOneBy(Upload, { id });
    const allowed = upload && sameHash(upload.secretHash, hashOf(secret)) && now <= upload.createdAt + PUT_WITHIN_MS;
    if (!upload || !allowed) throw new DomainError('NOT_FOUND', 'There is no such upload, or its hour is over.');
    if (upload.hash !== null) throw new DomainError('CONFLICT', 'The file has arrived already.');
    const blob = await this.storage.put(body, { maxBytes: upload.bytes });
    if (blob.bytes !== upload.bytes)
      throw new DomainError('INVALID', `The file has ${blob.bytes} bytes, but ${upload.bytes} were announced. Upload it again.`);
    await this.uow.run(ctx, (tx) => tx.manager.update(Upload, { id }, { hash: blob.hash }));
  }
}

/** To whom an upload belongs: an agent or an integration. */
export function ownerOf(ctx: Ctx): string {
  return actorOf(ctx.principal).id ?? 'system';
}

function announced(
  { id, name, mime, bytes }: Pick<Upload, 'id' | 'name' | 'mime' | 'bytes'>,
  ctx: Ctx,
  now: number,
): Omit<Upload, 'hash' | 'secretHash'> {
  return {
    id,
    userId: ownerOf(ctx),
    name: safeFileName(name),
    mime: /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(mime) ? mime.toLowerCase() : 'application/octet-stream',
    bytes,
    createdAt: now,
    expiresAt: now + UPLOAD_KEPT_MS,
  };
}

function requireUploadId(id: string): void {
  if (!isId('upload', id))
    throw new DomainError('INVALID', 'The id must be upl_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
}

function tooLarge(): DomainError {
  return new DomainError('LIMIT', `Files may have up to ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.`, { path: ['bytes'] });
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
