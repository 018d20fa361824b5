import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { type Inbox, requireManaged, tellOfInbox } from '../inboxes/index.js';
import { policiesOf, type SlaPolicy, storePolicy } from '../sla-clock/index.js';
import { findHours } from '../working-hours/index.js';
import { askForDrop } from './drop.job.js';

/** Within what time an inbox is to answer. */
export interface SlaPolicySave {
  inboxId: string;
  firstMinutes?: number | null;
  nextMinutes?: number | null;
  counts: SlaPolicy['counts'];
  expectedVersion?: number | null;
}

const MOST_MINUTES = 30 * 24 * 60;
const FIELDS = ['firstMinutes', 'nextMinutes', 'counts'] as const;

/** Within what time inboxes answer, as people set it. */
@Injectable()
export class SlaService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Replaces the limits of an inbox; the same again changes nothing. */
  async save(ctx: Ctx, { inboxId, expectedVersion, ...input }: SlaPolicySave): Promise<Inbox> {
    return this.uow.run(ctx, async (tx) => {
      const inbox = await requireManaged(tx, inboxId);
      const [current = null] = await policiesOf(tx, [inboxId]);
      const version = current?.version ?? 0;
      const conflict = (): DomainError =>
        new DomainError('CONFLICT', 'The limits were changed meanwhile. Look at them again.', { currentId: inboxId });
      if (expectedVersion != null && expectedVersion !== version) throw conflict();
      const wanted = {
        firstMinutes: checkMinutes(input.firstMinutes, 'firstMinutes'),
        nextMinutes: checkMinutes(input.nextMinutes, 'nextMinutes'),
        counts: input.counts,
      };
      const limited = wanted.firstMinutes !== null || wanted.nextMinutes !== null;
      if (limited && wanted.counts === 'WORKING' && !(await findHours(tx, inboxId)))
        throw new DomainError('INVALID', 'Say first when this inbox works.', { path: ['counts'] });
      const policy: SlaPolicy = { inboxId, ...wanted, updatedAt: tx.now, version: version + 1 };
      const changes = changesOf<SlaPolicy>(current, policy, FIELDS);
      if (changes.length === 0) return inbox;
      if (!(await storePolicy(tx, policy, version))) throw conflict();
      await audit(tx, { action: 'SLA_CHANGED', object: inbox, changes });
      const gone = (field: 'firstMinutes' | 'nextMinutes'): boolean => current?.[field] != null && policy[field] === null;
      if (gone('firstMinutes') || gone('nextMinutes')) askForDrop(tx, inboxId);
      tellOfInbox(tx, inboxId);
      return inbox;
    });
  }
}

function checkMinutes(minutes: number | null | undefined, field: string): number | null {
  if (minutes == null) return null;
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new DomainError('INVALID', 'A limit is 1 minute to 30 days.', { path: [field] });
}
