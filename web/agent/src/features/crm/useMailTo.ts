import { openCompose } from '../../app/composeWindows.js';
import { makeId } from '../../lib/ids.js';
import { EMPTY } from '../composer/content.js';
import { useDrafts } from '../composer/useDrafts.js';

/** Begins a new message to an address, in a window of its own (S48). */
export function useMailTo(): (address: string) => void {
  const drafts = useDrafts();
  return (address) => {
    const conversationId = makeId('cnv');
    drafts.set({ conversationId, mode: 'COMPOSE' }, { ...EMPTY, to: [address] });
    openCompose(conversationId);
  };
}
