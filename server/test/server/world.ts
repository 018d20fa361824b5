import type { Ctx } from '../../src/kernel/context.js';
import { addItem, openConversation } from '../../src/features/conversations/index.js';
import { findOrCreateContact } from '../../src/features/contacts/index.js';
import type { TestClient } from './client.js';
import type { TestServer } from './server.js';

const SYSTEM: Ctx = { principal: { kind: 'system', name: 'test' }, correlationId: 'test' };
const PASSWORD = 'a password that is long';

/** An inbox, through the API; what is sent from it leaves at once. */
export async function makeInbox(owner: TestClient, name: string, members: string[] | 'EVERYONE' = 'EVERYONE'): Promise<string> {
  const input =
    members === 'EVERYONE'
      ? { name, undoSeconds: 0 }
      : { name, undoSeconds: 0, audience: 'MEMBERS', members: members.map((agentId) => ({ agentId })) };
  const { inboxSave } = await owner.graphql<{ inboxSave: { inbox: { id: string } | null; userErrors: unknown[] } }>(
    'mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { inbox { id } userErrors { message } } }',
    { input },
  );
  if (!inboxSave.inbox) throw new Error(JSON.stringify(inboxSave.userErrors));
  return inboxSave.inbox.id;
}

/** Sets who is a member of an inbox. */
export async function setMembers(owner: TestClient, id: string, members: string[]): Promise<void> {
  const input = { id, audience: 'MEMBERS', members: members.map((agentId) => ({ agentId })) };
  await owner.graphql('mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { userErrors { message } } }', { input });
}

/** An agent, through the API, and the browser in which he has signed in. */
export async function makeAgent(
  server: TestServer,
  owner: TestClient,
  name: string,
  role = 'MEMBER',
): Promise<{ id: string; browser: TestClient; email: string; password: string }> {
  const email = `${name.toLowerCase()}@team.example`;
  const { agentCreate } = await owner.graphql<{ agentCreate: { agent: { id: string } | null; userErrors: unknown[] } }>(
    'mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id } userErrors { code message path } } }',
    { input: { name, email, password: PASSWORD, role } },
  );
  if (!agentCreate.agent) throw new Error(JSON.stringify(agentCreate.userErrors));
  return { id: agentCreate.agent.id, browser: await server.signIn(email, PASSWORD), email, password: PASSWORD };
}

/** A conversation with one message that came in, as a channel would make it. */
export async function makeConversation(server: TestServer, inboxId: string, subject = 'Hello'): Promise<string> {
  return server.uow.run(SYSTEM, async (tx) => {
    const contact = await findOrCreateContact(tx, { kind: 'email', value: 'sem@client.example', verified: false, name: 'Sem' });
    const conversation = await openConversation(tx, { inboxId, channel: null, contact, subject, at: tx.now, placement: 'INBOX' });
    await message(tx, conversation.id, subject, contact.id);
    return conversation.id;
  });
}

/** One more message that came in. */
export async function addMessage(server: TestServer, conversationId: string, text: string): Promise<void> {
  await server.uow.run(SYSTEM, (tx) => message(tx, conversationId, text, null));
}

async function message(
  tx: Parameters<typeof addItem>[0],
  conversationId: string,
  text: string,
  contactId: string | null,
): Promise<void> {
  const author = { kind: 'CONTACT' as const, id: contactId, name: 'Sem' };
  await addItem(tx, conversationId, { kind: 'MESSAGE', direction: 'INBOUND', author, at: tx.now, text });
}
