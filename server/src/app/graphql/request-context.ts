import type { IncomingMessage } from 'node:http';
import type DataLoader from 'dataloader';
import type { Ctx } from '../../kernel/context.js';
import type { GqlContext } from '../../kernel/request.js';

/** The context of one HTTP request. Apollo copies it by its own properties, so they are all plain ones. */
export class RequestContext implements GqlContext {
  readonly loaders = new Map<string, DataLoader<unknown, unknown>>();

  constructor(
    readonly req: IncomingMessage,
    readonly ctx: Ctx,
  ) {}

  loader<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> {
    let loader = this.loaders.get(key) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = make();
      this.loaders.set(key, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }

  shared<K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> {
    return this.loader(key, make);
  }
}

/** The same context for one mutation, with the client's own id of it. */
export function withOperation(gql: GqlContext, operationId: string): GqlContext {
  const prototype = Object.getPrototypeOf(gql) as object;
  return Object.assign(Object.create(prototype) as GqlContext, gql, { ctx: { ...gql.ctx, operationId } });
}

/** Drops what was loaded before a mutation changed it. */
export function forgetLoaded(gql: GqlContext): void {
  if (gql instanceof RequestContext) gql.loaders.clear();
}
