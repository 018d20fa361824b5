/**
 * What we put into `metadata` of what we send, and Meta gives back with its echo: which of our messages it is, and whether it is the
 * last of the pieces in which that went out (Meta, "Send API: message.metadata", at most 1,000 characters).
 */
export const metadataFor = (sendKey: string, piece: number, count: number): string => `balie:${piece}/${count}:${sendKey}`;

/** Null for what another program wrote there. */
export function metadataOf(metadata: string | undefined): { sendKey: string; last: boolean } | null {
  const found = /^balie:(\d{1,4})\/(\d{1,4}):(.{1,900})$/.exec(metadata ?? '');
  return found ? { sendKey: found[3]!, last: found[1] === found[2] } : null;
}
