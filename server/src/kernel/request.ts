import type DataLoader from 'dataloader';
import type { Ctx } from './context.js';

/** The GraphQL context: who asks, and the batching loaders of this one request (or of one event of a subscription). */
export interface GqlContext {
  readonly ctx: Ctx;
  /** The loader of this request under `key`, made at first use, so that no field runs a query of its own per row. */
  loader<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V>;
}
