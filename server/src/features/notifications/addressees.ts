import { newId } from '../../kernel/ids.js';
import type { Reader } from '../../kernel/uow.js';
import { listActiveAgents } from '../agents/index.js';
import { BLOCKED, type Conversation, findConversations } from '../conversations/index.js';
import { effectiveMembers, findInboxes } from '../inboxes/index.js';
import { rulesOf } from '../routing/index.js';
import { teamMembersOf } from '../teams/index.js';
import type { News } from './news.js';
import type { Notification } from './notification.entity.js';
import { followers, settingsOf } from './notification.repository.js';
import type { NotificationSettings } from './notification-settings.entity.js';
import type { Plan } from './plan.js';
import { defaultsFor, followsInbox, waysOf } from './settings.js';

/** What is known of the world when news is handed out; each read once for a whole stretch of the journal. */
interface Around {
  conversations: ReadonlyMap<string, Conversation>;
  /** Active agents; true for those who see each inbox (S4). */
  agents: ReadonlyMap<string, boolean>;
  /** Members of an inbox, by its id; true for those who answer there. */
  members: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  teams: ReadonlyMap<string, readonly string[]>;
  followers: readonly NotificationSettings[];
  /** Whether a rule is about to hand it out. */
  routed: (conversation: Conversation) => boolean;
}
interface Wanted {
  news: News;
  userId: string;
  conversation: Conversation | null;
}

/** The rows that the news of a plan makes, as new ones: for whom it is, who may see it, has not done it himself and wants to be told. */
export async function rowsFor(reader: Reader, plan: Plan): Promise<Notification[]> {
  if (plan.news.length === 0) return [];
  const around = await look(reader, plan.news);
  const wanted = plan.news.flatMap((news) => handOut(around, news)).filter(({ news, userId }) => !plan.isOld(news, userId));
  const ids = [...new Set(wanted.map(({ userId }) => userId))];
  const settings = new Map((await settingsOf(reader, ids)).map((row) => [row.userId, row]));
  const made = wanted.flatMap((one) => rowOf(one, settings.get(one.userId) ?? defaultsFor(one.userId)) ?? []);
  const rows = new Map<string, Notification>();
  for (const row of withoutEchoes(made)) {
    const key = `${row.userId} ${row.kind} ${row.subjectId}`;
    const before = rows.get(key);
    rows.set(key, before ? { ...row, id: before.id, createdAt: before.createdAt, times: before.times + 1 } : row);
  }
  return [...rows.values()];
}

async function look(reader: Reader, news: readonly News[]): Promise<Around> {
  const ids = [...new Set(news.flatMap(({ event }) => event.conversationId ?? []))];
  const conversations = new Map((await findConversations(reader, ids)).map((one) => [one.id, one]));
  const inboxIds = [...new Set([...conversations.values()].map(({ inboxId }) => inboxId))];
  const inboxes = (await findInboxes(reader, inboxIds)).filter(({ deletedAt }) => deletedAt === null);
  const members = await effectiveMembers(reader, inboxes);
  const answers = (index: number) => new Map((members[index] ?? []).map(({ agent, role }) => [agent.id, role !== 'VIEWER']));
  const teamIds = [...new Set(news.flatMap(({ for: to }) => ('teamId' in to ? to.teamId : [])))];
  const teams = new Map<string, string[]>();
  for (const { teamId, userId } of await teamMembersOf(reader, teamIds))
    teams.set(teamId, [...(teams.get(teamId) ?? []), userId]);
  const open = news.some(({ for: to }) => 'followers' in to);
  const rules = open ? await rulesOf(reader, inboxIds) : [];
  return {
    conversations,
    agents: new Map((await listActiveAgents(reader)).map(({ id, role }) => [id, role !== 'MEMBER'])),
    members: new Map(inboxes.map(({ id }, index) => [id, answers(index)])),
    teams,
    followers: open ? await followers(reader) : [],
    routed: ({ inboxId, originalChannelId }) => {
      const of = (channelId: string) => rules.find((rule) => rule.inboxId === inboxId && rule.channelId === channelId);
      // The rule of the channel goes before that of the inbox, which has an empty channel.
      return ((of(originalChannelId ?? '') ?? of(''))?.mode ?? 'UNASSIGNED') !== 'UNASSIGNED';
    },
  };
}

/** Whom a piece of news is for, as things are now. What lies aside asks for nobody (product 5.1), and a demonstration neither. */
function handOut(around: Around, news: News): Wanted[] {
  const { event, for: to } = news;
  const { conversationId, actor } = event;
  const conversation = conversationId ? (around.conversations.get(conversationId) ?? null) : null;
  if (conversationId && !isLive(conversation)) return [];
  const members = conversation ? around.members.get(conversation.inboxId) : null;
  const byHimself = (userId: string): boolean => actor.kind === 'USER' && actor.id === userId;
  const maySee = (userId: string): boolean =>
    around.agents.has(userId) && (members === null || members?.has(userId) === true || around.agents.get(userId) === true);
  const ids = 'followers' in to && conversation ? follow(around, news, conversation) : named(around, to, conversation);
  return [...new Set(ids)]
    .filter((userId) => !byHimself(userId) && maySee(userId))
    .map((userId) => ({ news, userId, conversation }));
}

function isLive(conversation: Conversation | null): boolean {
  if (!conversation || conversation.demo) return false;
  return conversation.placement === 'INBOX' && conversation.placementReason !== BLOCKED;
}

function named(around: Around, to: News['for'], conversation: Conversation | null): readonly string[] {
  if ('userIds' in to) return to.userIds;
  if ('teamId' in to) {
    // Only who works in the inbox can take it; an admin of the team who is no member can not.
    const members = conversation ? around.members.get(conversation.inboxId) : undefined;
    const free = conversation?.assigneeUserId === null && conversation.assigneeTeamId === to.teamId;
    return free ? (around.teams.get(to.teamId) ?? []).filter((id) => members?.get(id) === true) : [];
  }
  if (!('holder' in to) || !conversation) return [];
  const holder = conversation.assigneeUserId ?? to.orElse;
  return holder ? [holder] : [];
}

/** Those who follow an inbox in which they answer, as long as the conversation is nobody's and no rule is about to give it to somebody. */
function follow(around: Around, { event }: News, conversation: Conversation): string[] {
  const { inboxId, assigneeUserId, assigneeTeamId, botControl, status } = conversation;
  if (assigneeUserId !== null || assigneeTeamId !== null || botControl === 'BOT_ACTIVE' || status !== 'OPEN') return [];
  if (event.type !== 'conversation.queued' && around.routed(conversation)) return [];
  const members = around.members.get(inboxId);
  return around.followers
    .filter((settings) => followsInbox(settings, inboxId) && members?.get(settings.userId) === true)
    .map(({ userId }) => userId);
}

/** Who is told that he was given a conversation, or called by a comment, is not told of the same message a second time. */
function withoutEchoes(made: readonly Notification[]): Notification[] {
  const louder = new Set(
    made.flatMap(({ kind, userId, subjectId, messageId }) => {
      if (kind === 'ASSIGNED') return [`${userId} ${subjectId}`];
      return kind === 'MENTIONED' && messageId !== null ? [`${userId} ${messageId}`] : [];
    }),
  );
  return made.filter(
    ({ kind, userId, subjectId, messageId }) =>
      kind !== 'MESSAGE' || !(louder.has(`${userId} ${subjectId}`) || louder.has(`${userId} ${messageId}`)),
  );
}

function rowOf({ news: { kind, event }, userId, conversation }: Wanted, settings: NotificationSettings): Notification | null {
  const { app, browser, push, mail } = waysOf(settings, kind);
  if (!app && !browser && !push && mail === 'OFF') return null;
  const said = event.type === 'mention.created' ? event.data['messageId'] : event.nodeId;
  return {
    id: newId('notification'),
    userId,
    kind,
    subjectId: event.conversationId ?? event.nodeId,
    inboxId: conversation?.inboxId ?? '',
    messageId: typeof said === 'string' && said.startsWith('msg_') ? said : null,
    byName: event.actor.kind === 'USER' ? event.actor.name : null,
    times: 1,
    inApp: app,
    browser,
    createdAt: event.at,
    at: event.at,
    readAt: null,
    mailedAt: null,
  };
}
