import DataLoader from 'dataloader';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder, placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { Attachment } from './attachment.entity.js';
import type { MessageRecipient } from './message-recipient.entity.js';
import type { Message } from './message.entity.js';
import { attachmentsOf, findMessages, recipientsOf } from './message.repository.js';

/** The recipients of many messages in one query. */
export function recipientLoader(gql: GqlContext, reader: Reader): DataLoader<string, MessageRecipient[]> {
  return gql.shared(
    'message.recipients',
    () => new DataLoader(async (ids: readonly string[]) => grouped(ids, await recipientsOf(reader, ids), (row) => row.messageId)),
  );
}

/** The files of many messages in one query. */
export function attachmentLoader(gql: GqlContext, reader: Reader): DataLoader<string, Attachment[]> {
  return gql.shared(
    'message.attachments',
    () =>
      new DataLoader(async (ids: readonly string[]) => grouped(ids, await attachmentsOf(reader, ids), (row) => row.messageId)),
  );
}

/** In which inbox each conversation lies. */
function inboxLoader(gql: GqlContext, reader: Reader): DataLoader<string, string | null> {
  return gql.shared(
    'message.inboxOfConversation',
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const rows = await inboxesOf(reader, ids);
        return inOrder(ids, rows, (row) => row.id).map((row) => row?.inbox_id ?? null);
      }),
  );
}

async function inboxesOf(reader: Reader, conversationIds: readonly string[]): Promise<{ id: string; inbox_id: string }[]> {
  const sql = `SELECT id, inbox_id FROM conversation WHERE id IN (${placeholders(conversationIds)})`;
  return reader.query(sql, conversationIds);
}

/** The inbox of a conversation, outside a GraphQL request. */
export async function inboxOfConversation(reader: Reader, conversationId: string): Promise<string | null> {
  return (await inboxesOf(reader, [conversationId]))[0]?.inbox_id ?? null;
}

/** Messages by id, as far as who asks may see their inbox; null for the others. */
export async function loadVisibleMessage(gql: GqlContext, reader: Reader, id: string): Promise<Message | null> {
  const byId = gql.shared(
    'message.byId',
    () => new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findMessages(reader, ids), (row) => row.id)),
  );
  const message = await byId.load(id);
  return message && (await mayInInboxOf(gql, reader, message.conversationId, 'view')) ? message : null;
}

/** A file by id, as far as who asks may see its message. */
export async function loadVisibleAttachment(gql: GqlContext, reader: Reader, id: string): Promise<Attachment | null> {
  const attachment = await reader.manager.findOneBy(Attachment, { id });
  return attachment && (await loadVisibleMessage(gql, reader, attachment.messageId)) ? attachment : null;
}

/** Whether who asks may do this in the inbox of the conversation. */
export async function mayInInboxOf(
  gql: GqlContext,
  reader: Reader,
  conversationId: string,
  action: 'view' | 'comment',
): Promise<boolean> {
  const inboxId = await inboxLoader(gql, reader).load(conversationId);
  return inboxId !== null && canInInbox(gql.ctx.principal, action, inboxId);
}
