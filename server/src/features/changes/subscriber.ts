import type DataLoader from 'dataloader';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { GqlContext } from '../../kernel/request.js';
import type { Caller } from '../auth/index.js';
import { sameRights } from './change-rules.js';
import type { SharedLoads } from './shared-loads.js';

/** The context of one subscription: loaders that are new for each event, and rights that are always those of now. */
export class Subscriber implements GqlContext {
  private loaders = new Map<string, DataLoader<unknown, unknown>>();

  constructor(
    private caller: Caller,
    private readonly correlationId: string,
    private readonly loads: SharedLoads,
  ) {}

  get ctx(): Ctx {
    return { principal: this.caller.principal, correlationId: this.correlationId };
  }

  /** The session or token and the person: what an event must be about to concern this one. */
  get ids(): readonly string[] {
    return this.caller.ids;
  }

  loader<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> {
    let loader = this.loaders.get(key) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = make();
      this.loaders.set(key, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }

  shared<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> {
    return this.loads.loader(key, make);
  }

  /** Before each event: nothing that was loaded for this one alone is used again. */
  nextEvent(): void {
    this.loaders = new Map();
  }

  /** Looks the rights up again; whether they changed. Throws when session or token no longer hold. */
  async reload(): Promise<boolean> {
    const now = await this.caller.reload();
    if (!now) throw new DomainError('FORBIDDEN', 'You are signed out.');
    const changed = !sameRights(this.caller.principal, now.principal);
    this.caller = now;
    return changed;
  }
}
