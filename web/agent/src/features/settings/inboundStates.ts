import type { TextKey } from '../../app/intl.js';
import type { InboundState } from '../../generated/settings.js';

/** How each state of the ledger is called, and how it looks. */
export const INBOUND_STATES: Record<InboundState, { text: TextKey; tone: string }> = {
  RECEIVED: { text: 'inbound.RECEIVED', tone: 'plain' },
  DELIVERED: { text: 'inbound.DELIVERED', tone: 'good' },
  FILTERED: { text: 'inbound.FILTERED', tone: 'plain' },
  QUARANTINED: { text: 'inbound.QUARANTINED', tone: 'warn' },
  DUPLICATE: { text: 'inbound.DUPLICATE', tone: 'plain' },
  FAILED: { text: 'inbound.FAILED', tone: 'bad' },
};
