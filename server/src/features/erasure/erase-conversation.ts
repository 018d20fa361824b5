import { placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { lockConversations } from '../conversations/index.js';
import { Delivery, forgetDeliveries } from '../delivery/index.js';
import { reindexMessages } from '../search-index/index.js';
import { bury, deleteForever, wipeFiles } from '../trash/index.js';
import { dissolveRecords } from './erase-records.js';
import { scrubItem, type Item } from './scrub-item.js';
import type { Erasing } from './scrub.js';

interface Taking {
  conversationId: string;
  contactId: string | null;
  kind: string;
  valueKey: string;
}

/** Erases him from these conversations: those that were his alone go, of the others as was chosen. Answers how many there were. */
export async function eraseConversations(tx: Tx, erasing: Erasing, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const found = [...(await lockConversations(tx, ids)).values()];
  const others = await othersIn(tx, erasing, ids);
  const keeps = ({ id, contactId }: { id: string; contactId: string | null }): boolean =>
    erasing.erasure.others === 'ANONYMISE' && (others.has(id) || (contactId !== null && !erasing.contactIds.includes(contactId)));
  const gone = found.filter((one) => !keeps(one)).map(({ id }) => id);
  // Before they go: what still hangs on a conversation then is handed on to its inbox.
  await dissolveRecords(tx, erasing, gone);
  await deleteForever(tx, gone);
  for (const conversation of found.filter(keeps)) await anonymise(tx, erasing, conversation, others.get(conversation.id) ?? null);
  return found.length;
}

/** The other people in each conversation: the first who is a contact, or null where none of them is. */
async function othersIn(
  reader: Reader,
  { contactIds, scrubber }: Erasing,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await reader.query<Record<'conversation_id' | 'contact_id' | 'kind' | 'value_key', string>>(
    `SELECT p.conversation_id, COALESCE(p.contact_id, i.contact_id) AS contact_id, p.kind, p.value_key FROM participant p
     LEFT JOIN contact_identity i ON i.kind = p.kind AND i.value_key = p.value_key
     WHERE p.conversation_id IN (${placeholders(ids)}) ORDER BY p.id`,
    ids,
  );
  const others = new Map<string, string | null>();
  for (const row of rows) {
    const one: Taking = {
      conversationId: row.conversation_id,
      contactId: row.contact_id,
      kind: row.kind,
      valueKey: row.value_key,
    };
    if ((one.contactId !== null && contactIds.includes(one.contactId)) || scrubber.is(one.kind, one.valueKey)) continue;
    others.set(one.conversationId, others.get(one.conversationId) ?? one.contactId);
  }
  return others;
}

interface Kept {
  id: string;
  inboxId: string;
  contactId: string | null;
  subject: string;
  preview: string;
}

/** Leaves what others said, without him: his own messages are empty then, and nothing of the sources is kept. */
async function anonymise(tx: Tx, erasing: Erasing, conversation: Kept, nextContact: string | null): Promise<void> {
  const { id, inboxId } = conversation;
  const his = conversation.contactId !== null && erasing.contactIds.includes(conversation.contactId);
  const items = await tx.query<Item>('SELECT * FROM message WHERE conversation_id = ? ORDER BY seq', [id]);
  const own: string[] = [];
  for (const item of items) if (await scrubItem(tx, erasing, item, { about: true, his })) own.push(item.id);
  await wipeSources(tx, id, items, own);
  await removePeople(tx, erasing, id);
  const { scrubber } = erasing;
  const threads = await tx.query<Record<string, string | null>>('SELECT * FROM thread WHERE conversation_id = ?', [id]);
  for (const thread of threads)
    await tx.execute('UPDATE thread SET subject = ?, visited = ? WHERE id = ?', [
      his ? '' : scrubber.text(thread['subject'] ?? '', true),
      his ? null : (thread['visited'] ?? null),
      thread['id'],
    ]);
  const [left] = await tx.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM participant WHERE conversation_id = ?', [id]);
  await tx.execute(
    `UPDATE conversation SET contact_id = ?, subject = ?, preview = ?, participant_count = ?, version = version + 1, updated_at = ? WHERE id = ?`,
    [
      his ? nextContact : conversation.contactId,
      his ? '' : scrubber.text(conversation.subject, true),
      own.length > 0 ? '' : scrubber.text(conversation.preview, true),
      Math.max(1, Number(left?.n ?? 0)),
      tx.now,
      id,
    ],
  );
  for (let start = 0; start < items.length; start += 100)
    await reindexMessages(
      tx,
      items.slice(start, start + 100).map((item) => item.id),
    );
  await dissolveRecords(tx, erasing, [], [id]);
  tx.emit({ type: 'conversation.updated', change: 'UPDATED', nodeId: id, inboxId, conversationId: id });
}

/** Raw mails name him in their heads, whoever wrote them; files go only where they were his. */
async function wipeSources(tx: Tx, conversationId: string, items: readonly Item[], own: readonly string[]): Promise<void> {
  const marks = placeholders(own);
  const [raw, files] = [
    await tx.query<{ hash: string }>(
      'SELECT raw_hash AS hash FROM inbound_item WHERE conversation_id = ? AND raw_hash IS NOT NULL',
      [conversationId],
    ),
    own.length === 0
      ? []
      : await tx.query<{ hash: string }>(`SELECT hash FROM attachment WHERE message_id IN (${marks}) AND hash IS NOT NULL`, own),
  ];
  await tx.execute(
    `UPDATE inbound_item SET raw_hash = NULL, payload = NULL, meta = '{}', sender = NULL, subject = NULL, updated_at = updated_at + 1 WHERE conversation_id = ?`,
    [conversationId],
  );
  if (own.length > 0) {
    const known = await tx.query<{ pluginId: string; account: string; externalId: string }>(
      `SELECT h.plugin_id AS "pluginId", h.account AS account, e.external_id AS "externalId" FROM external_id e
       JOIN channel h ON h.id = e.channel_id WHERE e.message_id IN (${marks})`,
      own,
    );
    await bury(tx, known);
    for (const table of ['attachment', 'external_id'])
      await tx.execute(`DELETE FROM ${table} WHERE message_id IN (${marks})`, own);
  }
  const hashes = [...raw, ...files].map(({ hash }) => hash);
  wipeFiles(tx, [...new Set([...hashes, ...items.flatMap(({ raw_hash: hash }) => (hash === null ? [] : [hash]))])]);
}

async function removePeople(tx: Tx, { contactIds, scrubber }: Erasing, conversationId: string): Promise<void> {
  const people = await tx.query<Record<string, string | null>>('SELECT * FROM participant WHERE conversation_id = ?', [
    conversationId,
  ]);
  const recipients = await tx.query<Record<string, string | null>>(
    'SELECT r.* FROM message_recipient r JOIN message m ON m.id = r.message_id WHERE m.conversation_id = ?',
    [conversationId],
  );
  const deliveries = await tx.manager.findBy(Delivery, { conversationId });
  const is = (row: Record<string, string | null>): boolean =>
    scrubber.is(row['kind'] ?? null, row['value_key'] ?? null) || contactIds.includes(row['contact_id'] ?? '');
  for (const [table, rows] of [
    ['participant', people],
    ['message_recipient', recipients],
  ] as const) {
    const gone = rows.filter(is).map((row) => row['id']);
    for (let start = 0; start < gone.length; start += 500) {
      const part = gone.slice(start, start + 500);
      await tx.execute(`DELETE FROM ${table} WHERE id IN (${placeholders(part)})`, part);
    }
  }
  await forgetDeliveries(
    tx,
    deliveries.filter((one) => scrubber.is(one.kind, one.valueKey)),
  );
  await tx.execute('DELETE FROM draft WHERE conversation_id = ?', [conversationId]);
  // The way back to before a merge would bring him back.
  await tx.execute('DELETE FROM conversation_merge WHERE into_id = ? OR from_id = ?', [conversationId, conversationId]);
}
