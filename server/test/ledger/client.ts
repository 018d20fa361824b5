import { OWNER } from './server-process.js';

/** A client of the public API, as a browser is one: everything that the checker knows, it knows through this. */
export class Client {
  /** Of the session, once signed in. */
  cookie = '';

  constructor(private readonly url: string) {}

  async signIn(): Promise<void> {
    const response = await fetch(`${this.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-balie-csrf': '1' },
      body: JSON.stringify({ email: OWNER.email, password: OWNER.password }),
      signal: AbortSignal.timeout(60_000),
    });
    if (response.status !== 204) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
    this.cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  /** Runs a document; throws on errors of the transport and of GraphQL, not on `userErrors`. */
  async graphql<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-balie-csrf': '1', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(60_000),
    });
    const answer = (await response.json()) as {
      data?: T;
      errors?: { message: string; extensions?: { retryAfterMs?: number } }[];
    };
    const wait = answer.errors?.[0]?.extensions?.retryAfterMs;
    if (wait !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      return this.graphql(query, variables);
    }
    if (answer.errors?.length || !answer.data)
      throw new Error(`GraphQL: ${JSON.stringify(answer.errors ?? answer).slice(0, 500)}`);
    return answer.data;
  }
}

/** A conversation with all of its messages, as the checker compares them. */
export interface SeenMessage {
  id: string;
  conversationId: string;
  direction: string;
  text: string;
  deliveryStatus: string | null;
}

const CONVERSATIONS = `query ($after: String) { conversations(first: 100, after: $after, filter: { placement: [INBOX, FILTERED, SPAM] }) {
  nodes { id subject } pageInfo { hasNextPage endCursor } } }`;

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Every conversation of the instance. */
export async function readConversations(client: Client): Promise<{ id: string; subject: string }[]> {
  return allPages(
    async (after) =>
      (await client.graphql<{ conversations: Page<{ id: string; subject: string }> }>(CONVERSATIONS, { after })).conversations,
  );
}

/** Every message of the instance. */
export async function readMessages(client: Client): Promise<SeenMessage[]> {
  const messages: SeenMessage[] = [];
  for (const conversation of await readConversations(client)) {
    const items = await readItems<SeenMessage>(client, conversation.id, 'id direction text deliveryStatus');
    for (const item of items) if (item.id) messages.push({ ...(item as SeenMessage), conversationId: conversation.id });
  }
  return messages;
}

/** These fields of all messages of a conversation; of what is none, nothing. */
export function readItems<Message>(client: Client, id: string, fields: string): Promise<Partial<Message>[]> {
  const query = `query ($id: ID!, $after: String) { node(id: $id) { ... on Conversation { items(first: 10, after: $after) {
    nodes { ... on Message { ${fields} } } pageInfo { hasNextPage endCursor } } } } }`;
  return allPages(
    async (after) => (await client.graphql<{ node: { items: Page<Partial<Message>> } }>(query, { id, after })).node.items,
  );
}

/** Every change after this cursor, as who asks without a socket reads them. */
export async function readChanges(client: Client, since = '0'): Promise<number[]> {
  interface Page {
    changes: { changes: { cursor: string }[]; position: string; hasMore: boolean };
  }
  const cursors: number[] = [];
  for (let after = since; ;) {
    const { changes } = await client.graphql<Page>(
      'query ($after: String) { changes(scope: { all: true }, after: $after, first: 100) { changes { cursor } position hasMore } }',
      { after },
    );
    after = changes.position;
    cursors.push(...changes.changes.map(({ cursor }) => Number(cursor)));
    if (!changes.hasMore) return cursors;
  }
}

async function allPages<Node>(read: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<Node> = await read(after);
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}
