import type { RawRequest } from '@balie/plugin-sdk';

/** What the ledger keeps of a webhook beside its body, which is the item's source. */
export interface StoredHook {
  name: string;
  /** One URL of the plugin for all accounts; then this is whose share it is. */
  account?: string;
  /** Kept while the plugin could not be asked: it is verified before it is decoded. */
  unverified?: boolean;
  request: Omit<RawRequest, 'body' | 'receivedAt'>;
}

const KEY = '$webhook';

/** The hook as the `meta` of an item of the ledger. */
export function metaOfHook(hook: StoredHook): Record<string, unknown> {
  return { [KEY]: hook };
}

/** Null when the item did not come by a webhook. */
export function hookOf(meta: unknown): StoredHook | null {
  const hook = typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>)[KEY] : undefined;
  return hook ? (hook as StoredHook) : null;
}
