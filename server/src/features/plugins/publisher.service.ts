import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { lockWorkspace } from '../workspace/index.js';
import { PluginAdmin, type TrustedKey } from './plugin-admin.js';
import type { PluginPublisher } from './publisher.entity.js';
import { deletePublisher, insertPublisher, listPublishers } from './publisher.repository.js';

const LIMIT = 50;
/** What stands before the `=` in a publisher's line. */
const NAME = /^[^=,]{1,60}$/;
const KEY_BYTES = 32;
const FIELDS = ['name', 'publicKey'] as const;

/** A publisher as an admin enters him. */
export interface PublisherTrust extends TrustedKey {
  id?: string | null;
}
/** A publisher, and when an admin added him; nothing of both for one of the host's setting. */
export type TrustedPublisher = TrustedKey & { id: string | null; createdAt: number | null };

/** Whose signatures on plugins count: those of the host's setting, and those whom an admin trusts besides (N20). */
@Injectable()
export class PublisherService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly admin: PluginAdmin,
  ) {}

  /** The host's first. */
  async list(): Promise<TrustedPublisher[]> {
    const host = this.admin.hostPublishers().map((key) => ({ ...key, id: null, createdAt: null }));
    return [...host, ...(await listPublishers(this.uow.reader))];
  }

  /** Trusts one from now on; the same once more answers the one that is there. Throws INVALID, CONFLICT or LIMIT with the field. */
  async trust(ctx: Ctx, input: PublisherTrust): Promise<PluginPublisher> {
    const id = input.id ?? newId('pluginPublisher');
    if (!isId('pluginPublisher', id))
      throw new DomainError('INVALID', 'The id must be pub_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    const wanted = { name: checkName(input.name), publicKey: checkKey(input.publicKey) };
    return this.uow.run(ctx, async (tx) => {
      await lockWorkspace(tx);
      const known = await listPublishers(tx);
      const same = known.find((one) => one.id === id);
      if (same) return sameAgain(same, wanted);
      const all = [...this.admin.hostPublishers(), ...known];
      for (const field of FIELDS)
        if (all.some((one) => one[field] === wanted[field]))
          throw new DomainError('CONFLICT', `There is a publisher with this ${field === 'name' ? 'name' : 'key'} already.`, {
            path: [field],
          });
      if (known.length >= LIMIT) throw new DomainError('LIMIT', `At most ${LIMIT} publishers can be trusted.`);
      const publisher: PluginPublisher = { id, ...wanted, createdAt: tx.now };
      await insertPublisher(tx, publisher);
      await audit(tx, { action: 'PLUGIN_PUBLISHER_TRUSTED', object: publisher, changes: changesOf(null, publisher, FIELDS) });
      return publisher;
    });
  }

  /** Trusts him no longer. What he signed and is installed stays; going back to it is refused. */
  async distrust(ctx: Ctx, id: string): Promise<string> {
    await this.uow.run(ctx, async (tx) => {
      const known = (await listPublishers(tx)).find((one) => one.id === id);
      if (!known) throw new DomainError('NOT_FOUND', 'There is no such publisher.', { path: ['id'] });
      await deletePublisher(tx, id);
      await audit(tx, { action: 'PLUGIN_PUBLISHER_REMOVED', object: known });
    });
    return id;
  }
}

function sameAgain(known: PluginPublisher, wanted: TrustedKey): PluginPublisher {
  if (known.name === wanted.name && known.publicKey === wanted.publicKey) return known;
  throw new DomainError('CONFLICT', 'This id is another publisher’s.', { path: ['id'] });
}

function checkName(given: string): string {
  const name = given.trim();
  if (NAME.test(name)) return name;
  throw new DomainError('INVALID', 'A name has 1 to 60 letters, and neither = nor a comma.', { path: ['name'] });
}

function checkKey(given: string): string {
  const bytes = Buffer.from(given.trim(), 'base64');
  const key = bytes.toString('base64');
  if (bytes.length === KEY_BYTES && key === given.trim()) return key;
  throw new DomainError('INVALID', 'The key is that of an Ed25519 key as `balie-plugin keys` prints it: 44 characters.', {
    path: ['publicKey'],
  });
}
