import type { Client } from 'urql';
import { ListDocument, type ConversationFilter } from '../../generated/graphql.js';
import type { Row } from '../inbox/listStore.js';

/** More at once is no matter of a list any more. */
export const COLLECTED = 5_000;

/** All conversations of a view, also those that were never scrolled to; null when it could not be read to its end. */
export async function collect(
  client: Client,
  filter: ConversationFilter,
  language: string,
  onProgress: (found: number) => boolean,
): Promise<Row[] | null> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const variables: { filter: ConversationFilter; first: number; after: string | null; language: string } = {
      filter,
      first: 100,
      after,
      language,
    };
    const { data } = await client.query(ListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    if (!data) return null;
    rows.push(...data.conversations.nodes);
    const { hasNextPage, endCursor } = data.conversations.pageInfo;
    after = hasNextPage ? endCursor : null;
    if (!onProgress(rows.length)) return null;
  } while (after !== null && rows.length < COLLECTED);
  return rows;
}
