import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { type Inbox, requireManaged, tellOfInbox } from '../inboxes/index.js';
import { checkDaysOff, checkSlots, checkTimeZone, type DayOff, type Slot } from './hours.js';
import type { WorkingHours } from './working-hours.entity.js';
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
      if (await replaceHours(tx, inbox, input, expectedVersion)) tellOfInbox(tx, inboxId);
      return inbox;
    });
  }
}

/** Replaces the hours of an inbox or a person, or with null takes them away; whether anything changed. The caller has looked at the rights. */
export async function replaceHours(
  tx: Tx,
  owner: { id: string; name: string },
  input: HoursInput | null,
  expectedVersion?: number | null,
): Promise<boolean> {
  const { id: ownerId } = owner;
  const current = await findHours(tx, ownerId);
  const version = current?.version ?? 0;
  const conflict = (): DomainError =>
    new DomainError('CONFLICT', 'The working hours were changed meanwhile. Look at them again.', { currentId: ownerId });
  if (expectedVersion != null && expectedVersion !== version) throw conflict();
  if (input === null) {
    if (current === null) return false;
    if (!(await dropHours(tx, ownerId, version))) throw conflict();
    await told(tx, owner, current, null);
    return true;
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
  await told(tx, owner, current, wanted);
  return true;
}

type Said = Pick<WorkingHours, 'timeZone' | 'slots' | 'daysOff'>;

/** In the audit log, in words that are read; what a day off is for is nobody else's. */
function told(tx: Tx, object: { id: string; name: string }, before: Said | null, after: Said | null): Promise<void> {
  const words = (hours: Said | null) => ({
    timeZone: hours?.timeZone ?? null,
    slots: hours?.slots.map(({ weekday, from, until }) => `${weekday} ${from}–${until}`) ?? [],
    daysOff: hours?.daysOff?.length ? hours.daysOff.map(({ from, until }) => (from === until ? from : `${from}–${until}`)) : null,
  });
  const changes = changesOf(words(before), words(after), ['timeZone', 'slots', 'daysOff']);
  return audit(tx, { action: 'WORKING_HOURS_CHANGED', object: { id: object.id, name: object.name }, changes });
}
