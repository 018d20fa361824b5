import type { TestClient } from '../server/client.js';

/** A person or address as it is shown. */
export interface SeenRecipient {
  value: string;
  name: string | null;
}
/** A message as an agent sees it. */
export interface SeenMessage {
  id: string;
  direction: string;
  author: { __typename: string; name?: string | null; agentName?: string };
  subject: string | null;
  at: string;
  text: string;
  quotedText: string | null;
  htmlUrl: string | null;
  rawUrl: string | null;
  automatic: boolean;
  unparsed: boolean;
  cc: SeenRecipient[];
  attachments: { name: string; mime: string; inline: boolean; state: string; url: string | null }[];
  parts: { type: string; data: unknown }[];
  deliveryStatus: string | null;
  deliveries: { status: string; reason: string | null; recipient: SeenRecipient }[];
}
/** A conversation as an agent sees it. */
export interface SeenConversation {
  id: string;
  subject: string;
  preview: string;
  status: string;
  placement: string;
  placementReason: string | null;
  waitingSince: string | null;
  deliveryStatus: string | null;
  contact: { id: string; name: string | null; identities: { kind: string; value: string }[] } | null;
  replyRoutes: { id: string; to: SeenRecipient[]; cc: SeenRecipient[] }[];
  messages: SeenMessage[];
  events: { type: string; data: unknown }[];
}

const FIELDS = `id subject preview status placement placementReason waitingSince deliveryStatus
  contact { id name identities { kind value } }
  replyRoutes { id to { value name } cc { value name } }
  items(first: 20) { nodes { __typename
    ... on Event { type data }
    ... on Message { id direction author { __typename ... on Agent { agentName: name } ... on Contact { name } }
      subject at text quotedText htmlUrl rawUrl automatic unparsed cc { value name }
      attachments { name mime inline state url } parts { type data }
      deliveryStatus deliveries { status reason recipient { value name } } } } }`;
const LIST = `query ($inboxId: ID!, $first: Int!) { conversations(first: $first, filter: { inboxIds: [$inboxId], placement: [INBOX, FILTERED, SPAM, TRASH] },
  order: { field: CREATED_AT, direction: ASC }) { nodes { id } } }`;
const ONE = `query ($id: ID!) { node(id: $id) { ... on Conversation { ${FIELDS} } } }`;

type Item = { __typename: string } & SeenMessage & { type: string; data: unknown };

/** One conversation with its whole timeline. */
export async function readConversation(client: TestClient, id: string): Promise<SeenConversation> {
  const { node } = await client.graphql<{ node: (SeenConversation & { items: { nodes: Item[] } }) | null }>(ONE, { id });
  if (!node) throw new Error(`The conversation ${id} is not there`);
  const { items, ...conversation } = node;
  return {
    ...conversation,
    messages: items.nodes.filter(({ __typename }) => __typename === 'Message'),
    events: items.nodes.filter(({ __typename }) => __typename === 'Event'),
  };
}

/** Everything of an inbox wherever it lies, oldest first. */
export async function readInbox(client: TestClient, inboxId: string, first = 5): Promise<SeenConversation[]> {
  const { conversations } = await client.graphql<{ conversations: { nodes: { id: string }[] } }>(LIST, { inboxId, first });
  return Promise.all(conversations.nodes.map(({ id }) => readConversation(client, id)));
}

/** The contacts that an address names. */
export async function contactsOf(client: TestClient, address: string): Promise<{ id: string; name: string | null }[]> {
  const { contacts } = await client.graphql<{
    contacts: { nodes: { id: string; name: string | null; identities: { value: string }[] }[] };
  }>('query ($search: String) { contacts(search: $search) { nodes { id name identities { value } } } }', { search: address });
  return contacts.nodes.filter(({ identities }) => identities.some(({ value }) => value === address));
}
