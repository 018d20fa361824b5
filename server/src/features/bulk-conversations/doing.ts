import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Around, ConversationService, type Versions } from '../conversations/index.js';
import { FilterService } from '../filters/index.js';
import { MovingService } from '../moving/index.js';
import { SnoozeService } from '../snooze/index.js';
import { TagService } from '../tags/index.js';
import { TrashService } from '../trash/index.js';
import type { BulkAction } from './bulk-action.js';

/** Does an action to some conversations, by the same way and with the same rights as people do it to those that they see. */
@Injectable()
export class BulkDoing {
  constructor(
    private readonly conversations: ConversationService,
    private readonly tags: TagService,
    private readonly moving: MovingService,
    private readonly filters: FilterService,
    private readonly trash: TrashService,
    private readonly snoozing: SnoozeService,
  ) {}

  async run(ctx: Ctx, action: BulkAction, ids: string[], versions: Versions, around: Around): Promise<void> {
    const expectedVersions = versions === null ? null : [...versions];
    if ('status' in action) await this.conversations.setStatus(ctx, ids, action.status, versions, around);
    else if ('assign' in action) {
      const { assigneeId, teamId } = action.assign;
      await this.conversations.assign(ctx, ids, { agentId: assigneeId ?? null, teamId }, versions, around);
    } else if ('tag' in action) await this.tags.tag(ctx, { ids, ...action.tag, expectedVersions }, around);
    else if ('moveToId' in action) await this.moving.move(ctx, { ids, inboxId: action.moveToId, expectedVersions }, around);
    else if ('place' in action)
      await this.filters.place(ctx, { ids, placement: action.place, rememberSender: false, expectedVersions }, around);
    else if ('snoozeUntil' in action)
      await this.snoozing.snooze(ctx, { ids, until: action.snoozeUntil, expectedVersions }, around);
    else await this.trash.restore(ctx, ids, null, versions, around);
  }
}

/** Refuses an action that nothing could come of, before anything waits for it. */
export function requireBulkAction(action: BulkAction): void {
  if ('status' in action && !['OPEN', 'CLOSED'].includes(action.status))
    throw new DomainError('UNSUPPORTED', 'Conversations are closed or reopened by `status`; `snoozeUntil` puts them to sleep.', {
      path: ['action', 'status'],
    });
  if ('place' in action && action.place === 'MERGED')
    throw new DomainError('INVALID', '`conversationMerge` makes two conversations one.', { path: ['action', 'place'] });
}
