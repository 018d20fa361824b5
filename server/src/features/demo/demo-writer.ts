import type { ActorRef } from '../../kernel/context.js';
import type { Tx } from '../../kernel/uow.js';
import type { User } from '../agents/index.js';
import { type Contact, findOrCreateContact } from '../contacts/index.js';
import {
  addItem,
  addParticipant,
  changeConversation,
  type Conversation,
  insertReadMarks,
  openConversation,
} from '../conversations/index.js';
import type { NewItem } from '../messages/index.js';
import { DEMO_CONTACTS, type DemoLine, type DemoStory } from './demo-story.js';

const MINUTE = 60_000;

/** Where the demo goes and who plays in it. */
export interface DemoStage {
  inboxId: string;
  /** Agents who work in the inbox; each story gets one of them in turn. */
  team: readonly User[];
  /** All active agents, for whom what is old is read. */
  agentIds: readonly string[];
}

/** Writes the stories, oldest first, by the same functions that real mail goes through; their times lie in the days before the unit's. */
export async function writeStories(tx: Tx, stage: DemoStage, stories: readonly DemoStory[]): Promise<void> {
  const contacts: Contact[] = [];
  for (const { name, address } of DEMO_CONTACTS)
    contacts.push(await findOrCreateContact(tx, { kind: 'email', value: address, verified: false, name }));
  const read: Conversation[] = [];
  for (const story of stories.toSorted((a, b) => b.ago - a.ago)) {
    const conversation = await writeStory(tx, stage, story, contacts[story.contact]!);
    if (!story.unread) read.push(conversation);
  }
  await insertReadMarks(tx, stage.agentIds, read);
}

async function writeStory(tx: Tx, stage: DemoStage, story: DemoStory, contact: Contact): Promise<Conversation> {
  const agent = story.agent === undefined ? undefined : stage.team[story.agent % stage.team.length];
  let at = tx.now - story.ago * MINUTE;
  const begun = await openConversation(tx, {
    inboxId: stage.inboxId,
    channel: null,
    contact,
    subject: story.subject,
    at,
    placement: story.filtered ? 'FILTERED' : 'INBOX',
    placementReason: story.filtered ?? null,
    demo: true,
  });
  const { address } = DEMO_CONTACTS[story.contact]!;
  await addParticipant(tx, begun.id, {
    kind: 'email',
    value: address,
    name: contact.name,
    role: 'STARTER',
    contactId: contact.id,
  });
  for (const line of story.lines) {
    at = Math.min(tx.now, at + line.after * MINUTE);
    const item = itemOf(line, at, story, contact, actorOf(agent));
    // Old news: it wakes nobody, but a closed conversation opens again as it would have then.
    await addItem(tx, begun.id, item, { history: true, reopen: true, assignIfUnassigned: line.by === 'out' ? agent?.id : null });
  }
  const activity = { actor: actorOf(agent), at };
  const owned = agent
    ? await changeConversation(
        tx,
        begun,
        { assigneeUserId: agent.id },
        { ...activity, type: 'assigned', data: assignment(agent) },
      )
    : begun;
  return story.closed
    ? changeConversation(tx, owned, { status: 'CLOSED' }, { ...activity, type: 'closed', data: { reason: 'MANUAL' } })
    : changeConversation(tx, owned, {});
}

function itemOf(line: DemoLine, at: number, story: DemoStory, contact: Contact, agent: ActorRef): NewItem {
  const { name, address } = DEMO_CONTACTS[story.contact]!;
  const known = { kind: 'email', value: address, name };
  switch (line.by) {
    case 'in':
    case 'auto': {
      const author: ActorRef = { kind: 'CONTACT', id: contact.id, name };
      const automatic = line.by === 'auto' ? 'reply' : null;
      return {
        kind: 'MESSAGE',
        direction: 'INBOUND',
        author,
        at,
        text: line.text,
        subject: story.subject,
        from: known,
        automatic,
      };
    }
    case 'out': {
      const recipients = [{ ...known, field: 'TO' as const }];
      return { kind: 'MESSAGE', direction: 'OUTBOUND', author: agent, at, text: line.text, subject: story.subject, recipients };
    }
    case 'note':
      return { kind: 'COMMENT', direction: 'INTERNAL', author: agent, at, text: line.text };
  }
}

function actorOf(agent: User | undefined): ActorRef {
  return agent ? { kind: 'USER', id: agent.id, name: agent.name } : { kind: 'SYSTEM', id: null, name: 'Demo' };
}

function assignment(agent: User): Record<string, unknown> {
  return { assigneeId: agent.id, assigneeName: agent.name, reason: 'MANUAL' };
}
