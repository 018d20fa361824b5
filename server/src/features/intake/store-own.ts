import { recordSentElsewhere } from '../delivery/index.js';
import type { NewItem } from '../messages/index.js';
import type { Tx } from '../../kernel/uow.js';
import type { Ending } from './inbound-item.repository.js';
import type { KnownMessage } from './known.js';
import { finish, type Incoming, newItem } from './incoming-item.js';
import { findPlace, threadFor } from './threading.js';
import { writerOf } from './written-by.js';

/**
 * Somebody answered from our account in another program: the conversation that he answered shows it as ours, sent, by him where he
 * is known, and learns its ids, so that the next answer finds it (G4 25). What answers nothing that is here is no conversation.
 */
export async function storeOwn(tx: Tx, incoming: Incoming, known: readonly KnownMessage[]): Promise<Ending> {
  const { channel, event } = incoming;
  const { own } = incoming.around;
  const recipients = [...(event.to ?? []), ...(event.cc ?? [])];
  const outside = event.to === undefined || recipients.some((address) => !own.ofInbox(address));
  const place = outside ? await findPlace(tx, { channel, event, known }) : null;
  if (!place?.conversation)
    return { state: 'FILTERED', reason: 'OWN_LOOP: our own account wrote it, and it answers nothing that is here.' };
  const thread = await threadFor(tx, channel, place.conversation.id, event, place);
  const author = await writerOf(tx, event.writtenBy ?? [], channel.name);
  const from = event.writtenBy?.find((address) => own.ofInbox(address)) ?? channel.own[0] ?? null;
  const item: NewItem = {
    ...newItem(incoming, place, thread, author),
    direction: 'OUTBOUND',
    from,
    deliveryStatus: 'SENT',
  };
  const ending = await finish(tx, incoming, place.conversation.id, item, false);
  if (ending.messageId) {
    const message = { id: ending.messageId, conversationId: place.conversation.id, channelId: channel.id };
    await recordSentElsewhere(tx, message, item.recipients ?? []);
  }
  return ending;
}
