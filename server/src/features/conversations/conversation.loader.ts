import DataLoader from 'dataloader';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { Conversation } from './conversation.entity.js';
import { linksOf } from './conversation-link.repository.js';
import { findConversations } from './conversation.repository.js';
import type { Draft } from './draft.entity.js';
import { draftsOf, findOwnDraft } from './draft.repository.js';
import { unreadAmong } from './unread.js';

/** A conversation by id under the rights of who asks; null when he may not know of it. */
export async function loadVisibleConversation(gql: GqlContext, reader: Reader, id: string): Promise<Conversation | null> {
  const conversation = await conversationLoader(gql, reader).load(id);
  return conversation && canInInbox(gql.ctx.principal, 'view', conversation.inboxId) ? conversation : null;
}

function conversationLoader(gql: GqlContext, reader: Reader): DataLoader<string, Conversation | null> {
  return gql.shared('conversation', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findConversations(reader, ids), (row) => row.id));
  });
}

/** A draft of who asks; what he wrote in a conversation that he may no longer see is not there for him. */
export async function loadVisibleDraft(gql: GqlContext, reader: Reader, id: string): Promise<Draft | null> {
  const { principal } = gql.ctx;
  const draft = principal.kind === 'user' ? await findOwnDraft(reader, principal.userId, id) : null;
  if (!draft || draft.mode === 'COMPOSE') return draft;
  return (await loadVisibleConversation(gql, reader, draft.conversationId)) && draft;
}

/** Those that a conversation is linked to, as far as who asks may see them. */
export function relatedLoader(gql: GqlContext, reader: Reader): DataLoader<string, Conversation[]> {
  return gql.loader('conversation.related', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const links = await linksOf(reader, ids);
      const others = await findConversations(reader, [...new Set(links.map(({ to }) => to))]);
      const seen = new Map(
        others.filter(({ inboxId }) => canInInbox(gql.ctx.principal, 'view', inboxId)).map((one) => [one.id, one]),
      );
      const pairs = links.flatMap(({ from, to }) => {
        const other = seen.get(to);
        return other ? [{ from, other }] : [];
      });
      return grouped(ids, pairs, ({ from }) => from).map((found) => found.map(({ other }) => other));
    });
  });
}

/** Whether a conversation is unread for who asks. */
export function unreadLoader(gql: GqlContext, reader: Reader): DataLoader<string, boolean> {
  return gql.loader('conversation.unread', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const { principal } = gql.ctx;
      const unread = principal.kind === 'user' ? await unreadAmong(reader, principal.userId, ids) : new Set<string>();
      return ids.map((id) => unread.has(id));
    });
  });
}

/** What who asks is writing in a conversation. */
export function draftLoader(gql: GqlContext, reader: Reader): DataLoader<string, Draft[]> {
  return gql.loader('conversation.drafts', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const { principal } = gql.ctx;
      const drafts = principal.kind === 'user' ? await draftsOf(reader, principal.userId, ids) : [];
      return grouped(ids, drafts, (draft) => draft.conversationId);
    });
  });
}
