import { isAcknowledging } from '../acknowledgements/index.js';
import type { Channel } from '../channels/index.js';
import { HAS_SENDER_RULES } from '../filters/index.js';
import { hasRouting } from '../routing/index.js';
import { type InboxTargets, readTargets } from '../sla-clock/index.js';
import { HAS_TOMBSTONES } from '../trash/index.js';
import { Inbox } from '../inboxes/index.js';
import { identityKey, identityKeys } from '../../kernel/identity-kinds.js';
import { fromRows } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';

/** Our own addresses: who writes from one is one of us or pretends to be. */
export interface OwnAddresses {
  ofInbox(address: { kind: string; value: string }): boolean;
  ofAny(address: { kind: string; value: string }): boolean;
}

/** What must be known of the installation, whatever the message. */
export interface Surroundings {
  own: OwnAddresses;
  /** The inbox of the channel; null when it is gone. */
  inbox: Inbox | null;
  /** Somebody has decided about senders in this inbox. */
  senderRules: boolean;
  /** Something was deleted for ever here, so it has to be asked whether it comes back (S29). */
  tombstones: boolean;
  /** Whether the inbox answers first messages by itself; asked once, when it matters. */
  acknowledges(reader: Reader): Promise<boolean>;
  /** Whether anybody has said how the inbox hands out its conversations; asked once, when it matters. */
  routes(reader: Reader): Promise<boolean>;
  /** Within what time the inbox answers (D37); asked once, when it matters. */
  targets(reader: Reader): Promise<InboxTargets | null>;
}

/** Read once for all messages of a batch, so that the cost of one does not grow with the number of channels. */
export class BatchSurroundings {
  private read: Promise<Surroundings> | null = null;

  constructor(private readonly channel: Channel) {}

  /** As the first unit of the batch saw them. */
  async in(reader: Reader): Promise<Surroundings> {
    this.read ??= surroundingsOf(reader, this.channel);
    try {
      return await this.read;
    } catch (error) {
      this.read = null;
      throw error;
    }
  }
}

async function surroundingsOf(reader: Reader, channel: Channel): Promise<Surroundings> {
  const own = await ownAddresses(reader, channel);
  const { inbox, senderRules, tombstones, limited } = await inboxOf(reader, channel.inboxId);
  let answers: boolean | null = null;
  const acknowledges = async (now: Reader): Promise<boolean> => (answers ??= await isAcknowledging(now, channel.inboxId));
  let handsOut: boolean | null = null;
  const routes = async (now: Reader): Promise<boolean> => (handsOut ??= await hasRouting(now, channel.inboxId));
  let limits: { of: InboxTargets | null } | null = limited ? null : { of: null };
  const targets = async (now: Reader): Promise<InboxTargets | null> =>
    (limits ??= { of: await readTargets(now, channel.inboxId) }).of;
  return { own, inbox, senderRules, tombstones, acknowledges, routes, targets };
}

interface InboxFacts extends Pick<Surroundings, 'inbox' | 'senderRules' | 'tombstones'> {
  /** Somebody has said once within what time it answers. */
  limited: boolean;
}

/** What must be known of the inbox and of the installation, in one statement. */
async function inboxOf(reader: Reader, id: string): Promise<InboxFacts> {
  const limited = 'EXISTS (SELECT 1 FROM sla_policy p WHERE p.inbox_id = i.id)';
  const [row] = await reader.query<Record<string, unknown>>(
    `SELECT i.*, ${HAS_SENDER_RULES} AS sender_rules, ${HAS_TOMBSTONES} AS tombstones, ${limited} AS limited FROM inbox i WHERE i.id = ?`,
    [id],
  );
  return {
    inbox: row ? (fromRows(reader, Inbox, [row])[0] ?? null) : null,
    // Where the inbox is gone it is not known, so each message asks.
    senderRules: row ? Boolean(row['sender_rules']) : true,
    tombstones: row ? Boolean(row['tombstones']) : true,
    limited: Boolean(row?.['limited']),
  };
}

/** The addresses of all channels, and apart those of the channel's inbox. */
async function ownAddresses(reader: Reader, channel: Channel): Promise<OwnAddresses> {
  const rows = await reader.query<{ inbox_id: string; own: string }>(
    'SELECT inbox_id, own FROM channel WHERE removed_at IS NULL',
  );
  const here = new Set<string>();
  const any = new Set<string>();
  for (const row of rows) {
    for (const { kind, value } of JSON.parse(row.own) as Channel['own']) {
      const key = `${kind} ${identityKey(kind, value)}`;
      any.add(key);
      if (row.inbox_id === channel.inboxId) here.add(key);
    }
  }
  const isIn = (known: ReadonlySet<string>) => (address: { kind: string; value: string }) =>
    identityKeys(address.kind, address.value).some((key) => known.has(`${address.kind} ${key}`));
  return { ofInbox: isIn(here), ofAny: isIn(any) };
}
