import { Injectable } from '@nestjs/common';
import type { Tx } from '../../kernel/uow.js';

/** Called in the unit in which an agent came or left. */
export type Watcher = (tx: Tx, agentId: string, status: 'AVAILABLE' | 'AWAY') => Promise<void> | void;

/** Whom it concerns that somebody came or left, such as those who hand out work; they know of availability, and it does not know them. */
@Injectable()
export class AvailabilityWatchers {
  private readonly watchers: Watcher[] = [];

  add(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  async tell(tx: Tx, agentId: string, status: 'AVAILABLE' | 'AWAY'): Promise<void> {
    for (const watcher of this.watchers) await watcher(tx, agentId, status);
  }
}
