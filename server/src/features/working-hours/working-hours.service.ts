import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { type Inbox, requireManaged, tellOfInbox } from '../inboxes/index.js';
import { checkDaysOff, checkSlots, checkTimeZone, type DayOff, type Slot } from './hours.js';
import { dropHours, findHours, storeHours } from './working-hours.repository.js';

/** Hours as they are given. */
export interface HoursInput {
  timeZone: string;
  slots: readonly Slot[];
  /** Those that are there stay when it is not given. */
  daysOff?: readonly DayOff[] | null;
}

export interface WorkingHoursSave extends HoursInput {
  inboxId: string;
  expectedVersion?: number | null;
}

/** When inboxes work. */
@Injectable()
export class WorkingHoursService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Replaces the hours of an inbox; the same again changes nothing. */
  async save(ctx: Ctx, { inboxId, expectedVersion, ...input }: WorkingHoursSave): Promise<Inbox> {
    return this.uow.run(ctx, async (tx) => {
      const inbox = await requireManaged(tx, inboxId);
      if (await replaceHours(tx, inboxId, input, expectedVersion)) tellOfInbox(tx, inboxId);
      return inbox;
    });
  }
}

/** Replaces the hours of an inbox or a person, or with null takes them away; whether anything changed. The caller has looked at the rights. */
export async function replaceHours(
  tx: Tx,
  ownerId: string,
  input: HoursInput | null,
  expectedVersion?: number | null,
): Promise<boolean> {
  const current = await findHours(tx, ownerId);
  const version = current?.version ?? 0;
  const conflict = (): DomainError =>
    new DomainError('CONFLICT', 'The working hours were changed meanwhile. Look at them again.', { currentId: ownerId });
  if (expectedVersion != null && expectedVersion !== version) throw conflict();
  if (input === null) {
    if (current && !(await dropHours(tx, ownerId, version))) throw conflict();
    return current !== null;
  }
  const { timeZone, slots, daysOff } = input;
  const wanted = {
    timeZone: checkTimeZone(timeZone),
    slots: checkSlots(slots),
    daysOff: daysOff ? checkDaysOff(daysOff) : (current?.daysOff ?? []),
  };
  const same = current && JSON.stringify([current.timeZone, current.slots, current.daysOff ?? []]);
  if (same === JSON.stringify(Object.values(wanted))) return false;
  if (!(await storeHours(tx, { ownerId, ...wanted, updatedAt: tx.now, version: version + 1 }, version))) throw conflict();
  return true;
}
