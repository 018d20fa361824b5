import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { newSecret } from '../../kernel/random.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import { findContact } from '../contacts/index.js';
import { findErasureOf, mayErase, requireEraser } from '../erasure/index.js';
import type { ContactExport } from './contact-export.entity.js';
import { exportsOf, findExport, insertExport, updateExport } from './contact-export.repository.js';

export const EXPORT = 'contact.export';
const LISTED = 10;
/** How long an address under which an archive is fetched is good for. */
const LINK_MS = 10 * 60_000;

/** All that is kept of one person, for him (GDPR, article 15): who may erase him may hand it over. */
@Injectable()
export class ContactExportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
  ) {}

  /** Has an archive made by a job; while one is being made, that is the one. */
  async start(ctx: Ctx, contactId: string): Promise<ContactExport> {
    requireEraser(ctx);
    return this.uow.run(ctx, async (tx) => {
      const contact = await findContact(tx, contactId);
      if (!contact || contact.mergedIntoId !== null || (await findErasureOf(tx, contactId)))
        throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['contactId'] });
      const running = (await exportsOf(tx, contactId, LISTED)).find(({ state }) => state === 'RUNNING');
      return running ?? begin(tx, contactId);
    });
  }

  /** Those of a contact that are still there, the newest first. */
  list(ctx: Ctx, contactId: string): Promise<ContactExport[]> {
    requireEraser(ctx);
    return exportsOf(this.uow.reader, contactId, LISTED);
  }

  find(ctx: Ctx, id: string): Promise<ContactExport | null> {
    return mayErase(ctx) ? findExport(this.uow.reader, id) : Promise.resolve(null);
  }

  /** An address under which the archive can be fetched, for ten minutes; the one before it is none any more. */
  async link(ctx: Ctx, id: string): Promise<string> {
    requireEraser(ctx);
    const secret = newSecret();
    await this.uow.run(ctx, async (tx) => {
      const one = await findExport(tx, id);
      if (one?.state !== 'READY' || (one.expiresAt ?? 0) <= tx.now)
        throw new DomainError('NOT_FOUND', 'This archive is not there, or its days are over. Make it again.', { path: ['id'] });
      await updateExport(tx, id, { secretHash: hashOf(secret), secretUntil: tx.now + LINK_MS });
      await audit(tx, { action: 'CONTACT_EXPORT_FETCHED', object: { id: one.contactId, name: null } });
    });
    return this.address.path(`/files/exports/${id}?key=${secret}`);
  }

  /** The archive, for who may have it and shows the secret of an address that is still good. */
  async opened(ctx: Ctx, id: string, secret: string): Promise<(ContactExport & { hash: string }) | null> {
    const one = await this.find(ctx, id);
    if (!one?.hash || one.state !== 'READY' || one.secretHash === null) return null;
    const now = this.clock.now();
    const good = now < (one.secretUntil ?? 0) && now < (one.expiresAt ?? 0);
    const same = timingSafeEqual(Buffer.from(one.secretHash), Buffer.from(hashOf(secret)));
    return good && same ? (one as ContactExport & { hash: string }) : null;
  }
}

async function begin(tx: Tx, contactId: string): Promise<ContactExport> {
  const actor = actorOf(tx.ctx.principal);
  const one: ContactExport = {
    id: newId('contactExport'),
    ...{ contactId, state: 'RUNNING', hash: null, bytes: null, byId: actor.id, byName: actor.name, startedAt: tx.now },
    ...{ endedAt: null, expiresAt: null, secretHash: null, secretUntil: null },
  };
  await insertExport(tx, one);
  // Without a name: the log is kept for good.
  await audit(tx, { action: 'CONTACT_EXPORTED', object: { id: contactId, name: null } });
  tx.emit({ type: 'contactExport.started', change: 'CREATED', nodeId: one.id, inboxId: null, audience: 'admins' });
  tx.enqueue({ name: EXPORT, payload: { exportId: one.id }, unique: one.id });
  return one;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
