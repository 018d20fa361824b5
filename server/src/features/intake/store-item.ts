import type { Channel, FilterRuleInfo } from '../channels/index.js';
import type { Tx } from '../../kernel/uow.js';
import type { CheckedEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import { canBeImported, type Ending, endItem, findItemInTurn } from './inbound-item.repository.js';
import type { PreparedContent } from './prepare.js';
import { storeMessage } from './store-message.js';
import { storeOther } from './store-other.js';
import type { BatchSurroundings } from './surroundings.js';
import { type Source, storeAsItCame, storeStrayReport, storeUnderstood } from './unparsed.js';

/** An event with its content, cleaned; null where it has none. */
export type Prepared = { event: CheckedEvent; content: PreparedContent | null };

/** An item with all that can be found out about it before the transaction begins. */
export interface Ready {
  item: InboundItem;
  prepared: Prepared[];
  /** Of an item that holds nothing but reports, or that is wanted whatever it holds. */
  source: Source | null;
}

/** What it takes to store an item. */
export interface ToStore extends Ready {
  channel: Channel;
  rules: Readonly<Record<string, FilterRuleInfo>>;
  asks: boolean;
  around: BatchSurroundings;
  anyway?: boolean;
}

/** What of an item is wanted again: what was not understood, or, `anyway`, what became no message of its own. */
interface Wanted {
  replay: boolean;
  anyway: boolean;
}

export function isOpen(item: InboundItem, { replay, anyway }: Wanted): boolean {
  if (anyway && canBeImported(item)) return true;
  return item.state === 'RECEIVED' || (replay && item.state === 'DELIVERED' && item.unparsed);
}

/** The item as it is now, in the turn of its channel; null when it has ended meanwhile. */
export async function lockOpen(tx: Tx, id: string, wanted: Wanted): Promise<InboundItem | null> {
  const item = await findItemInTurn(tx, id);
  return item && isOpen(item, wanted) ? item : null;
}

/** Stores an item that waits, unless it has ended meanwhile. */
export async function storeWaiting(tx: Tx, given: ToStore): Promise<void> {
  const item = await lockOpen(tx, given.item.id, { replay: true, anyway: given.anyway ?? false });
  if (item) await storeItem(tx, { ...given, item });
}

/** Stores what an item says, in the turn of its channel, and how it ends. */
export async function storeItem(tx: Tx, given: ToStore): Promise<void> {
  const { channel, item, prepared, rules, asks, source, anyway = false } = given;
  const around = await given.around.in(tx);
  const endings: Ending[] = [];
  for (const { event, content } of prepared) {
    if (event.type !== 'message' || !content) {
      endings.push(await storeOther(tx, channel, event as Exclude<CheckedEvent, { type: 'message' }>, content));
      continue;
    }
    const incoming = { channel, item, event, content, rules, asks, around, anyway };
    const again = item.unparsed && endings.length === 0;
    endings.push(again ? await storeUnderstood(tx, incoming) : await storeMessage(tx, incoming));
  }
  const end = await withSource(tx, channel, item, { ending: foremost(endings), source, anyway });
  await endItem(tx, item, { ...end, ...saidBy(prepared[0]?.event) }, channel.inboxId);
}

/** What became no message is shown as it came, where it is a report about nothing that is here, or wanted anyway. */
async function withSource(
  tx: Tx,
  channel: Channel,
  item: InboundItem,
  { ending, source, anyway }: { ending: Ending; source: Source | null; anyway: boolean },
): Promise<Ending> {
  if (ending.messageId || item.unparsed) return ending;
  if (anyway) return storeAsItCame(tx, channel, item, source, ending.reason ?? '');
  // A report that came by itself is worth reading; what a network calls us with is not.
  const stray = source !== null && item.rawHash !== null && !item.externalId.startsWith('hook:');
  return stray ? storeStrayReport(tx, channel, item, source, ending.reason ?? '') : ending;
}

/** Who it says it is from and what about, for those who look through the ledger. */
function saidBy(event: CheckedEvent | undefined): Pick<Ending, 'sender' | 'subject'> {
  if (event?.type !== 'message') return {};
  const { sender, thread } = event;
  const from = sender === 'self' ? null : sender.name ? `${sender.name} <${sender.value}>` : sender.value;
  return { sender: from?.slice(0, 500) ?? null, subject: thread.subject?.slice(0, 500) ?? null };
}

const FOREMOST: readonly Ending['state'][] = ['DELIVERED', 'FILTERED', 'QUARANTINED', 'FAILED', 'DUPLICATE'];

/** An item with several events ends as the one of them that shows most. */
function foremost(endings: Ending[]): Ending {
  const first = endings.toSorted((a, b) => FOREMOST.indexOf(a.state) - FOREMOST.indexOf(b.state))[0];
  return first ?? { state: 'FILTERED', reason: 'EMPTY: there was nothing in it.' };
}
