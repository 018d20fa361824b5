import type DataLoader from 'dataloader';
import type { Ctx } from './context.js';

/** The GraphQL context: who asks, and the batching loaders of this one request (or of one event of a subscription). */
export interface GqlContext {
  readonly ctx: Ctx;
  /** The loader of this request under `key`, made at first use, so that no field runs a query of its own per row. */
  loader<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V>;
  /**
   * The same for what does not depend on who asks: `make` knows nothing of him, and whoever uses it looks at the rights. Subscribers who are
   * told of the same event share it.
   */
  shared<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V>;
}
