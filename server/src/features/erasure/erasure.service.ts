import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { placeholders } from '../../kernel/rows.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import { type Contact, emitContact, findContact, identitiesOf } from '../contacts/index.js';
import type { ErasedPerson, Erasure } from './erasure.entity.js';
import { mayErase, requireEraser } from './erasure-rights.js';
import { ERASE, FIRST_STEP } from './erasure.job.js';
import { findErasure, findErasureOf, insertErasure, listErasures, readPerson, stripContacts } from './erasure.repository.js';

export interface ContactErase {
  contactId: string;
  name: string;
  others: Erasure['others'];
}

/** What would be erased with a person. */
export interface ErasePreview {
  /** To be typed to the letter. */
  name: string;
  conversations: number;
  withOthers: number;
  records: number;
}

const LISTED = 50;

/** The right to be forgotten (O12): everything about a person goes, by a job. */
@Injectable()
export class ErasureService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null when there is no such contact. */
  async preview(ctx: Ctx, contactId: string): Promise<ErasePreview | null> {
    requireEraser(ctx);
    const { reader } = this.uow;
    const contact = await findErasable(reader, contactId);
    if (!contact) return null;
    const person = await readPerson(reader, contactId);
    return { name: await nameOf(reader, contact), ...(await weightOf(reader, person)) };
  }

  /** Gone for everybody at once; the rest follows in a job. A repeat answers with the first one. */
  async erase(ctx: Ctx, { contactId, name, others }: ContactErase): Promise<Erasure> {
    requireEraser(ctx);
    return this.uow.run(ctx, async (tx) => {
      const known = await findErasureOf(tx, contactId);
      if (known) return known;
      const contact = await findErasable(tx, contactId);
      if (!contact) throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['contactId'] });
      const typed = await nameOf(tx, contact);
      if (name.trim() !== typed) throw new DomainError('INVALID', `Type ${typed} to the letter.`, { path: ['name'] });
      return begin(tx, contactId, others);
    });
  }

  async list(ctx: Ctx): Promise<Erasure[]> {
    requireEraser(ctx);
    return listErasures(this.uow.reader, LISTED);
  }

  find(ctx: Ctx, id: string): Promise<Erasure | null> {
    return mayErase(ctx) ? findErasure(this.uow.reader, id) : Promise.resolve(null);
  }
}

async function begin(tx: Tx, contactId: string, others: Erasure['others']): Promise<Erasure> {
  const subject = await readPerson(tx, contactId);
  const { conversations, records } = await weightOf(tx, subject);
  const actor = actorOf(tx.ctx.principal);
  const erasure: Erasure = {
    id: newId('erasure'),
    ...{ contactId, others, subject, sweep: FIRST_STEP, cursor: null, until: newId('event').slice(4) },
    ...{ total: conversations + records, done: 0, byId: actor.id, byName: actor.name, startedAt: tx.now, endedAt: null },
  };
  if (!(await insertErasure(tx, erasure)))
    throw new DomainError('CONFLICT', 'He is being erased already.', { currentId: contactId });
  await stripContacts(tx, subject.contactIds);
  // Without a name: the log is kept for good, and nothing in it can be changed.
  await audit(tx, {
    action: 'CONTACT_ERASED',
    object: { id: contactId, name: null },
    changes: [{ field: 'others', before: null, after: others }],
  });
  for (const id of subject.contactIds) emitContact(tx, 'DELETED', id);
  tx.enqueue({ name: ERASE, payload: { erasureId: erasure.id }, unique: erasure.id });
  return erasure;
}

async function findErasable(reader: Reader, id: string): Promise<Contact | null> {
  const contact = await findContact(reader, id);
  return contact && contact.mergedIntoId === null ? contact : null;
}

/** His name, or where he has none the first that he is known by. */
async function nameOf(reader: Reader, { id, name }: Contact): Promise<string> {
  if (name !== null && name !== '') return name;
  return (await identitiesOf(reader, [id]))[0]?.value ?? id;
}

async function weightOf(reader: Reader, { contactIds, identities }: ErasedPerson): Promise<Omit<ErasePreview, 'name'>> {
  const marks = placeholders(contactIds);
  const his = identities.map(() => '(p.kind = ? AND p.value_key = ?)').join(' OR ') || '1 = 0';
  const [row] = await reader.query<Record<'conversations' | 'others' | 'records', number | string>>(
    `SELECT (SELECT COUNT(*) FROM conversation WHERE contact_id IN (${marks})) AS conversations,
       (SELECT COUNT(*) FROM conversation c WHERE c.contact_id IN (${marks}) AND EXISTS (SELECT 1 FROM participant p
          WHERE p.conversation_id = c.id AND (p.contact_id IS NULL OR p.contact_id NOT IN (${marks})) AND NOT (${his}))) AS others,
       (SELECT COUNT(DISTINCT from_id) FROM association WHERE to_id IN (${marks})) AS records`,
    [...contactIds, ...contactIds, ...contactIds, ...identities.flatMap(({ kind, valueKey }) => [kind, valueKey]), ...contactIds],
  );
  return { conversations: Number(row?.conversations), withOthers: Number(row?.others), records: Number(row?.records) };
}
