import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type Inbox, requireManaged, tellOfInbox } from '../inboxes/index.js';
import { findHours } from '../working-hours/index.js';
import type { Acknowledgement } from './acknowledgement.entity.js';
import { findAcknowledgement, storeAcknowledgement } from './acknowledgement.repository.js';
import { checkWords } from './words.js';

export interface AcknowledgementSave {
  inboxId: string;
  mode: Acknowledgement['mode'];
  subject: string;
  text: string;
  expectedVersion?: number | null;
}

/** What inboxes answer by themselves, as people set it. */
@Injectable()
export class AcknowledgementService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Replaces the setting of an inbox; the same again changes nothing. */
  async save(ctx: Ctx, input: AcknowledgementSave): Promise<Inbox> {
    const { inboxId, mode, expectedVersion } = input;
    return this.uow.run(ctx, async (tx) => {
      const inbox = await requireManaged(tx, inboxId);
      const current = await findAcknowledgement(tx, inboxId);
      const version = current?.version ?? 0;
      const conflict = (): DomainError =>
        new DomainError('CONFLICT', 'The answer was changed meanwhile. Look at it again.', { currentId: inboxId });
      if (expectedVersion != null && expectedVersion !== version) throw conflict();
      const { subject, text } = checkWords({ ...input, needed: mode !== 'OFF' });
      if (mode === 'OUTSIDE_HOURS' && !(await findHours(tx, inboxId)))
        throw new DomainError('INVALID', 'Say first when this inbox works.', { path: ['mode'] });
      if (current?.mode === mode && current.subject === subject && current.text === text) return inbox;
      const setting = { inboxId, mode, subject, text, updatedAt: tx.now, version: version + 1 };
      if (!(await storeAcknowledgement(tx, setting, version))) throw conflict();
      tellOfInbox(tx, inboxId);
      return inbox;
    });
  }
}
