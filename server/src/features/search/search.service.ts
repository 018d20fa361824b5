import { Injectable } from '@nestjs/common';
import { visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { inOrder } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import {
  compileFilter,
  type Conversation,
  type ConversationFilter,
  filterText,
  findConversations,
} from '../conversations/index.js';
import { findHits, type Hit, type HitText, isFilling, recipientsOfHits, textsOf } from './search.repository.js';
import { matchOf, type Term, termsOf } from './search-words.js';
import { beginning, marked, type SearchPart, snippetOf } from './snippet.js';

/** A search as it is asked for. */
export interface Searching {
  query: string;
  filter?: ConversationFilter | null;
  first?: number | null;
  after?: string | null;
}

/** A conversation with what was found in it, in the form of `SearchEdge`. */
export interface SearchEdge {
  cursor: string;
  node: Conversation;
  itemId: string;
  at: number;
  author: string;
  subject: SearchPart[];
  snippet: SearchPart[];
}

const QUERY_LENGTH = 500;

/** Finds conversations by what was said in them (S9). */
@Injectable()
export class SearchService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page in the form of `SearchConnection`. */
  async search(ctx: Ctx, { query, filter, first, after }: Searching) {
    const size = pageSize(first);
    if (query.length > QUERY_LENGTH)
      throw new DomainError('INVALID', `A search has at most ${QUERY_LENGTH} characters.`, { path: ['query'] });
    const { principal } = ctx;
    const { reader } = this.uow;
    const terms = termsOf(query);
    const list = `search:${filterText(filter ?? {})}:${JSON.stringify(terms)}`;
    const from = after ? decodeCursor(after, list) : null;
    // Read before the page: a change in between is then told twice rather than never.
    const position = String(await this.journal.position());
    const viewerId = principal.kind === 'user' ? principal.userId : null;
    const condition = compileFilter(filter ?? {}, visibleInboxes(principal), viewerId);
    const page = { after: from, limit: size + 1 };
    const hits = terms.length === 0 ? [] : await findHits(reader, matchOf(terms, reader.dialect), condition, page);
    const edges = await this.edges(hits.slice(0, size), terms, list);
    const pageInfo = {
      hasNextPage: hits.length > size,
      hasPreviousPage: from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    const incomplete = await isFilling(reader);
    return { position, incomplete, edges, nodes: edges.map(({ node }) => node), pageInfo };
  }

  private async edges(hits: readonly Hit[], terms: readonly Term[], list: string): Promise<SearchEdge[]> {
    const { reader } = this.uow;
    const ids = hits.map(({ messageId }) => messageId);
    const conversationIds = hits.map(({ conversationId }) => conversationId);
    const nodes = inOrder(conversationIds, await findConversations(reader, conversationIds), ({ id }) => id);
    const texts = await textsOf(reader, ids);
    const recipients = await recipientsOfHits(reader, ids);
    return hits.flatMap((hit, index): SearchEdge[] => {
      const node = nodes[index];
      const text = texts.get(hit.messageId);
      // Deleted between the two statements.
      if (!node || !text) return [];
      const shown = {
        itemId: hit.messageId,
        at: Number(text.at),
        author: text.author_name,
        subject: marked(node.subject, terms),
        snippet: shownOf(text, recipients.get(hit.messageId) ?? '', terms),
      };
      return [{ cursor: encodeCursor({ value: hit.slot, id: hit.messageId }, list), node, ...shown }];
    });
  }
}

/** What was said around the hit; else who took part, if that is where it is; else how it began. */
function shownOf(text: HitText, recipients: string, terms: readonly Term[]): SearchPart[] {
  const { from_name: name, from_value: value } = text;
  const sender = value === null ? text.author_name : `${name ?? text.author_name} <${value}>`;
  const people = snippetOf([sender, recipients].filter((part) => part !== '').join(' → '), terms);
  return snippetOf(text.text, terms) ?? people ?? beginning(text.text);
}
