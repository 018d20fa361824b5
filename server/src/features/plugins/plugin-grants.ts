/** Something that a plugin may do or use, as data: who shows it has the words. */
export interface PluginGrant {
  kind: 'NETWORK' | 'RAW_CONNECTIONS' | 'CHANNEL' | 'RESPONDER' | 'SCOPES' | 'MEMORY';
  /** What `kind` is about: hosts, types, scopes, or megabytes; none for `RAW_CONNECTIONS`. */
  values: string[];
}

/** For clients that still read `permissions`: in English. */
export function grantsInWords(grants: readonly PluginGrant[]): string[] {
  return grants.map(({ kind, values }) => WORDS[kind](values.join(', ')));
}

const WORDS: Record<PluginGrant['kind'], (values: string) => string> = {
  NETWORK: (hosts) => (hosts === '*' ? 'Connect to any server on the network.' : `Connect to ${hosts}.`),
  RAW_CONNECTIONS: () => 'Its requests through Balie are held to what it asked for; raw connections of its own are not blocked.',
  CHANNEL: (type) => `Receive and send messages in channels of the type “${type}” that you connect.`,
  RESPONDER: (type) => `Hear what happens in the inboxes that you choose for “${type}”, and act there by itself.`,
  SCOPES: (scopes) => `Use the API with the scopes ${scopes}.`,
  MEMORY: (megabytes) => `Use up to ${megabytes} MB of memory in a process of its own.`,
};
