import { createHash, timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { safeFileName, Upload } from '../messages/index.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { newSecret } from '../../kernel/random.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';

/** The largest file that can be attached; channels may take less. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
/** Carries the secret with the bytes: a link alone opens nothing. */
export const UPLOAD_HEADER = 'x-balie-upload';
const PUT_WITHIN_MS = 60 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;

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
  ) {}

  async create(ctx: Ctx, input: { id?: string | null; name: string; mime: string; bytes: number }): Promise<UploadTicket> {
    const id = input.id ?? newId('upload');
    if (!isId('upload', id))
      throw new DomainError('INVALID', 'The id must be upl_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    if (!Number.isSafeInteger(input.bytes) || input.bytes < 0)
      throw new DomainError('INVALID', 'bytes must be the size of the file.', { path: ['bytes'] });
    if (input.bytes > MAX_UPLOAD_BYTES)
      throw new DomainError('LIMIT', `Files may have up to ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.`, { path: ['bytes'] });
    const secret = newSecret();
    await this.uow.run(ctx, async (tx) => {
      // A repeat whose bytes have not come yet gets a new secret; anything else under the id is a clash.
      const before = await tx.manager.findOneBy(Upload, { id });
      if (before && (before.userId !== ownerOf(ctx) || before.hash !== null || before.bytes !== input.bytes))
        throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
      const upload: Upload = {
        id,
        userId: ownerOf(ctx),
        name: safeFileName(input.name),
        mime: /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(input.mime) ? input.mime.toLowerCase() : 'application/octet-stream',
        bytes: input.bytes,
        hash: null,
        secretHash: hashOf(secret),
        createdAt: tx.now,
        expiresAt: tx.now + KEPT_MS,
      };
      if (before) await tx.manager.update(Upload, { id }, upload);
      else await tx.manager.insert(Upload, upload);
    });
    // Always this type, so that nothing on the way takes the bytes for something to parse.
    return { id, url: `/files/uploads/${id}`, headers: { [UPLOAD_HEADER]: secret, 'content-type': 'application/octet-stream' } };
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

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
