declare const opaque: unique symbol;

/**
 * A plugin's word for a type of channel. Opaque and not a string, so that `channel.type === 'email'` does not compile:
 * what differs between channels is a capability, never a name (rule 6).
 */
export interface ChannelTypeId {
  readonly [opaque]: true;
}

/** The word as it comes from a plugin, a row or a request. */
export function channelTypeId(word: string): ChannelTypeId {
  return word as unknown as ChannelTypeId;
}

/** The word as it is shown to clients and told to plugins. */
export function wordOfType(type: ChannelTypeId): string {
  return type as unknown as string;
}
