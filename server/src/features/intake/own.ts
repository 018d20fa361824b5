import { identityKey } from '../../kernel/identity-kinds.js';
import type { Reader } from '../../kernel/uow.js';
import type { Channel } from '../channels/index.js';

/** Our own addresses: who writes from one is one of us or pretends to be. */
export interface OwnAddresses {
  ofInbox(address: { kind: string; value: string }): boolean;
  ofAny(address: { kind: string; value: string }): boolean;
}

/** The addresses of all channels, and apart those of the channel's inbox. */
export async function ownAddresses(reader: Reader, channel: Channel): Promise<OwnAddresses> {
  const rows = await reader.query<{ inbox_id: string; own: string }>('SELECT inbox_id, own FROM channel');
  const here = new Set<string>();
  const any = new Set<string>();
  for (const row of rows) {
    for (const { kind, value } of JSON.parse(row.own) as Channel['own']) {
      const key = `${kind} ${identityKey(kind, value)}`;
      any.add(key);
      if (row.inbox_id === channel.inboxId) here.add(key);
    }
  }
  const keyOf = ({ kind, value }: { kind: string; value: string }): string => `${kind} ${identityKey(kind, value)}`;
  return { ofInbox: (address) => here.has(keyOf(address)), ofAny: (address) => any.has(keyOf(address)) };
}
