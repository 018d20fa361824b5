import type { Context } from './api.js';

/** A conversation as far as Slack shows it. */
export interface Conversation {
  id: string;
  number: number;
  subject: string;
  status: 'OPEN' | 'SNOOZED' | 'CLOSED';
  placement: string;
  channelTitle: string | null;
  inbox: { id: string; name: string };
  assignee: { id: string; name: string } | null;
  contact: { name: string | null } | null;
}
/** A message or a comment. */
export interface Item {
  id: string;
  direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
  text: string;
  author: string | null;
  attachments: ItemFile[];
}
/** A file of it. */
export interface ItemFile {
  id: string;
  name: string;
  bytes: number | null;
  /** Shown inside the text. */
  inline: boolean;
  state: 'FETCHING' | 'READY' | 'GONE';
}

/** A contact may have no name, so it stands under another key. */
interface Author {
  name?: string;
  contactName?: string | null;
}

const READ = `query ($id: ID!, $language: String!) { node(id: $id) { ... on Conversation {
  id number subject status placement channelTitle(language: $language) inbox { id name } assignee { id name } contact { name } } } }`;
const READ_ITEM = `query ($id: ID!) { node(id: $id) { ... on Message { id direction text attachments { id name bytes inline state }
  author { ... on Agent { name } ... on Contact { contactName: name } ... on Bot { name } ... on System { name } } } } }`;
const SEND = `mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { code message } } }`;
const ASSIGN = `mutation ($ids: [ID!]!, $assigneeId: ID) {
  conversationAssign(input: { ids: $ids, assigneeId: $assigneeId }) { userErrors { code message } } }`;
const STATUS = `mutation ($ids: [ID!]!, $status: ConversationStatus!) {
  conversationSetStatus(ids: $ids, status: $status) { userErrors { code message } } }`;
const AGENTS = '{ agents { email } }';

type UserErrors = { code: string; message: string }[];
type Account = { kind: string; value: string };

/** Null where it is no longer there, or not ours to see. */
export async function conversationOf(context: Context, id: string): Promise<Conversation | null> {
  const variables = { id, language: context.settings.language };
  const { node } = await context.graphql<{ node: Partial<Conversation> | null }>(READ, variables);
  return node?.id ? (node as Conversation) : null;
}

export async function itemOf(context: Context, id: string): Promise<Item | null> {
  const { node } = await context.graphql<{ node: (Omit<Item, 'author'> & { author: Author }) | { id?: undefined } | null }>(
    READ_ITEM,
    { id },
  );
  return node?.id ? { ...node, author: node.author.name ?? node.author.contactName ?? null } : null;
}

/** What is written in a thread of Slack; in the name of the account's agent where one is given. */
export interface Written {
  id: string;
  conversationId: string;
  direction: 'OUTBOUND' | 'INTERNAL';
  text: string;
  uploadIds?: string[];
}

/** Answers why it was refused, or null when it is kept; a repeat of the same id is the same message. */
export async function write(context: Context, written: Written, actFor: Account | null): Promise<string | null> {
  const o = actFor ? { actFor } : {};
  const { messageSend } = await context.graphql<{ messageSend: { userErrors: UserErrors } }>(SEND, { input: { ...written } }, o);
  return messageSend.userErrors[0]?.message ?? null;
}

export async function assign(context: Context, id: string, assigneeId: string, actFor: Account): Promise<string | null> {
  const answer = await context.graphql<{ conversationAssign: { userErrors: UserErrors } }>(
    ASSIGN,
    { ids: [id], assigneeId },
    { actFor },
  );
  return answer.conversationAssign.userErrors[0]?.message ?? null;
}

export async function setStatus(
  context: Context,
  id: string,
  status: 'OPEN' | 'CLOSED',
  actFor: Account,
): Promise<string | null> {
  const answer = await context.graphql<{ conversationSetStatus: { userErrors: UserErrors } }>(
    STATUS,
    { ids: [id], status },
    { actFor },
  );
  return answer.conversationSetStatus.userErrors[0]?.message ?? null;
}

/** Whether somebody here has this address. */
export async function isMember(context: Context, email: string | null): Promise<boolean> {
  if (email === null) return false;
  const { agents } = await context.graphql<{ agents: { email: string }[] }>(AGENTS);
  return agents.some((agent) => agent.email.toLowerCase() === email);
}

/** Where the conversation is in the agents' app: the numbers are below the address that the routes are below, too. */
export function pageOf({ instance }: Pick<Context, 'instance'>, { number }: Conversation): string {
  const url = instance.routeUrl('events');
  return `${url.slice(0, url.indexOf('/p/'))}/c/${number}`;
}
