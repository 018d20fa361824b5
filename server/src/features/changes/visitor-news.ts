import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { JournalEvent } from '../../kernel/events.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { findInboxRole } from '../inboxes/index.js';
import { VisitorSignals } from '../visitors/index.js';
import { JournalTail } from './journal-tail.js';

/** Tells the other side that somebody who answers there has read what it wrote, or has its conversation, where its channel shows such things. */
@Injectable()
export class VisitorNews implements OnApplicationBootstrap, OnModuleDestroy {
  private stop: () => void = () => undefined;

  constructor(
    private readonly tail: JournalTail,
    private readonly uow: UnitOfWork,
    private readonly visitors: VisitorSignals,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.tail.onEvent((event) => {
      if (event.type === 'conversation.read') this.tell(event).catch(() => undefined);
      if (event.type === 'conversation.assigned' && event.conversationId) this.visitors.desk(event.conversationId);
    });
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private async tell({ actor, inboxId, conversationId, at }: JournalEvent): Promise<void> {
    if (actor.kind !== 'USER' || !actor.id || !inboxId || !conversationId) return;
    const role = await findInboxRole(this.uow.reader, actor.id, inboxId);
    if (role === 'AGENT' || role === 'MANAGER') this.visitors.read(conversationId, at);
  }
}
