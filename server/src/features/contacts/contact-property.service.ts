import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { ContactProperty } from './contact-property.entity.js';
import { deleteProperty, findProperty, insertProperty, listProperties, updateProperty } from './contact-property.repository.js';

export interface PropertySave {
  id: string;
  label: string;
  type: ContactProperty['type'];
  options?: string[] | null;
  inAbout: boolean;
  expectedVersion?: number | null;
}

const MAX_PROPERTIES = 100;
const MAX_OPTIONS = 100;
const MAX_LABEL = 60;

/** Which facts a team keeps of its contacts; set by admins. */
@Injectable()
export class ContactPropertyService {
  constructor(private readonly uow: UnitOfWork) {}

  async save(ctx: Ctx, input: PropertySave): Promise<ContactProperty> {
    const wanted = checked(input);
    return this.uow.run(ctx, async (tx) => {
      const before = await findProperty(tx, input.id);
      const property = before
        ? await change(tx, before, wanted, input.expectedVersion ?? null)
        : await make(tx, input.id, wanted);
      tell(tx, input.id, before ? 'UPDATED' : 'CREATED');
      return property;
    });
  }

  /** Takes a property away; what contacts hold of it stays with them, unseen, until they are next saved. */
  async remove(ctx: Ctx, id: string): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      if (!(await findProperty(tx, id))) throw new DomainError('NOT_FOUND', 'There is no such property.', { path: ['id'] });
      await deleteProperty(tx, id);
      tell(tx, id, 'DELETED');
      return id;
    });
  }
}

type Wanted = Pick<ContactProperty, 'label' | 'type' | 'options' | 'inAbout'>;

async function make(tx: Tx, id: string, wanted: Wanted): Promise<ContactProperty> {
  if (!isId('contactProperty', id)) throw invalid('id', 'Make the id as ours are made: prefix and UUIDv7.');
  const all = await listProperties(tx);
  if (all.length >= MAX_PROPERTIES) throw new DomainError('LIMIT', `There are at most ${MAX_PROPERTIES} properties.`);
  const position = Math.max(-1, ...all.map((one) => one.position)) + 1;
  const property = { id, ...wanted, position, createdAt: tx.now, updatedAt: tx.now, version: 1 };
  if (!(await insertProperty(tx, property))) throw conflict(id);
  return property;
}

async function change(tx: Tx, before: ContactProperty, wanted: Wanted, expected: number | null): Promise<ContactProperty> {
  if (expected !== null && expected !== before.version) throw conflict(before.id);
  if (wanted.type !== before.type) throw invalid('type', 'A property keeps its type: contacts hold values of it.');
  if (!(await updateProperty(tx, before, wanted))) throw conflict(before.id);
  return { ...before, ...wanted, version: before.version + 1, updatedAt: tx.now };
}

function checked(input: PropertySave): Wanted {
  const clean = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  const label = clean(input.label);
  if (label === '' || label.length > MAX_LABEL) throw invalid('label', `A name has 1 to ${MAX_LABEL} characters.`);
  const options = [...new Set((input.options ?? []).map(clean).filter((option) => option !== ''))];
  if (input.type === 'CHOICE' && options.length === 0) throw invalid('options', 'Give the choices.');
  if (options.length > MAX_OPTIONS) throw invalid('options', `At most ${MAX_OPTIONS} choices.`);
  return { label, type: input.type, options: input.type === 'CHOICE' ? options : [], inAbout: input.inAbout };
}

function tell(tx: Tx, nodeId: string, change: 'CREATED' | 'UPDATED' | 'DELETED'): void {
  tx.emit({ type: 'contactProperty.saved', change, nodeId, inboxId: null, audience: 'agents' });
}
function invalid(field: string, message: string): DomainError {
  return new DomainError('INVALID', message, { path: [field] });
}
function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this property. Look at it again.', { currentId });
}
