import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { Clock } from '../../kernel/clock.js';
import { JournalTail } from './journal-tail.js';

/** How long something is kept that no event said to have changed. */
const KEPT_MS = 1_000;

/**
 * What subscribers of this process have loaded that is the same for whoever asks, so that an event costs the database as much for a
 * thousand of them as for one. It holds until the journal tells of anything new: whatever was loaded since the newest event was known is
 * as new as that event, and as each before it. Rights are not in it: each subscriber looks at his own.
 */
@Injectable()
export class SharedLoads {
  private loaders = new Map<string, DataLoader<unknown, unknown>>();
  private head = 0;
  private until = 0;

  constructor(
    private readonly tail: JournalTail,
    private readonly clock: Clock,
  ) {}

  /** The loader under `key` of this moment, made at first use. */
  loader<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> {
    this.forgetOld();
    let loader = this.loaders.get(key) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = make();
      this.loaders.set(key, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }

  private forgetOld(): void {
    const now = this.clock.now();
    if (this.tail.position === this.head && now < this.until) return;
    this.loaders = new Map();
    this.head = this.tail.position;
    this.until = now + KEPT_MS;
  }
}
