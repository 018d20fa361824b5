import type { Capabilities } from '@balie/plugin-sdk';
import type { Channel } from '../channels/index.js';
import type { Message } from '../messages/index.js';
import type { Principal } from '../../kernel/access.js';

export type Amendment = 'EDIT' | 'WITHDRAW';

/** Where the far side has it, or may have it. */
const THERE: readonly (string | null)[] = ['SENT', 'DELIVERED', 'READ'];

/** Whether somebody may change what he wrote himself, as far as the message says; what its channel can is asked then. */
export function isOwn(principal: Principal, { kind, direction, authorKind, authorId, deliveryStatus, parts }: Message): boolean {
  const own = principal.kind === 'user' && authorKind === 'USER' && authorId === principal.userId;
  const sent = kind === 'MESSAGE' && direction === 'OUTBOUND' && THERE.includes(deliveryStatus);
  return own && sent && !parts.some(({ type }) => type === 'deleted');
}

/** What the network of a channel lets be done to what was sent. */
export function amendmentsOn(channel: Channel | null): Amendment[] {
  if (!channel?.active) return [];
  const { edit, delete: withdraw } = channel.capabilities as unknown as Capabilities;
  return [...(edit === 'full' ? (['EDIT'] as const) : []), ...(withdraw === 'full' ? (['WITHDRAW'] as const) : [])];
}
