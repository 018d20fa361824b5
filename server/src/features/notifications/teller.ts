import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { canInInbox, scopesOfRole } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import type { GqlContext } from '../../kernel/request.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { findContacts, identitiesOf } from '../contacts/index.js';
import { type Conversation, findConversations } from '../conversations/index.js';
import { findInboxes, loadInboxRoles } from '../inboxes/index.js';
import { findMessages } from '../messages/index.js';
import { WorkspaceService } from '../workspace/index.js';
import type { Notification } from './notification.entity.js';
import { sentenceOf } from './words.js';

/** Somebody as he is at this moment, with his rights. */
export interface Addressee {
  user: User;
  /** Whether he is away, by his own word or by his hours. */
  away: boolean;
  language: string;
  timeZone: string;
  gql: GqlContext;
}
/** A notification in words, for where the app is not open. */
export interface Told {
  notification: Notification;
  /** Whom or what it is about. */
  title: string;
  /** What happened. */
  sentence: string;
  /** What was said, shortened; null where nothing was. */
  text: string | null;
  inbox: string | null;
  /** Where it leads to, from the beginning of the app. */
  path: string;
}

const TITLE = 80;
const TEXT = 140;
/** Such as the number of a browser or of an account: it names nobody to whoever reads it. */
const CODE = /^([a-z]+[-_:])?[0-9a-f-]{15,}$/i;

/** Puts notifications into words under the rights of the moment: what somebody may no longer see he is not told of (S6). */
@Injectable()
export class Teller {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly nodes: NodeRegistry,
    private readonly workspace: WorkspaceService,
  ) {}

  /** Null when he does not work here any more. */
  async addressee(userId: string): Promise<Addressee | null> {
    const { reader } = this.uow;
    const [user] = await findAgents(reader, [userId]);
    if (user?.state !== 'ACTIVE') return null;
    const { name, role } = user;
    const inboxRoles = await loadInboxRoles(reader, userId, role);
    const principal = { kind: 'user', userId, name, role, scopes: scopesOfRole(role), inboxRoles, sessionId: null } as const;
    const { locale, timeZone } = await this.workspace.current();
    return {
      user,
      away: user.availability === 'AWAY',
      language: user.locale ?? locale,
      timeZone: user.timeZone ?? timeZone,
      gql: contextOf({ principal, correlationId: 'notifications' }),
    };
  }

  /** Those that he may see and that lie nowhere aside, in their order. */
  async words({ gql, language }: Addressee, notifications: readonly Notification[]): Promise<Told[]> {
    const about = await look(this.uow.reader, notifications);
    const records = await this.records(gql, notifications);
    return notifications.flatMap((notification): Told[] => {
      const { inboxId, subjectId, messageId } = notification;
      const sentence = sentenceOf(language, notification);
      const record = records.get(subjectId);
      if (record !== undefined) {
        const path = `/${notification.kind === 'REMINDER' ? 'tasks' : 'notes'}/${subjectId}`;
        return [{ notification, title: shortened(record, TITLE), sentence, text: null, inbox: null, path }];
      }
      const conversation = about.conversations.get(subjectId);
      if (inboxId === '' || !conversation || conversation.placement !== 'INBOX') return [];
      if (!canInInbox(gql.ctx.principal, 'view', conversation.inboxId)) return [];
      const message = messageId === null ? undefined : about.texts.get(messageId);
      const text = message?.conversationId === subjectId ? shortened(message.text, TEXT) : '';
      const title = about.names.get(conversation.contactId ?? '') ?? conversation.subject;
      return [
        {
          notification,
          title: shortened(title, TITLE),
          sentence,
          text: text === '' ? null : text,
          inbox: about.inboxes.get(conversation.inboxId) ?? null,
          path: `/inbox/${conversation.inboxId}/all?c=${subjectId}&status=any`,
        },
      ];
    });
  }

  /** Tasks and notes belong to another part of the product, which says who sees them. */
  private async records(gql: GqlContext, notifications: readonly Notification[]): Promise<Map<string, string>> {
    const ids = notifications
      .filter(({ kind, inboxId }) => kind === 'REMINDER' || (kind === 'MENTIONED' && inboxId === ''))
      .map(({ subjectId }) => subjectId);
    const found = await Promise.all(ids.map((id) => this.nodes.load(gql, id)));
    return new Map(
      found.flatMap((one, index) => (one ? [[ids[index] ?? '', (one as { title?: string }).title ?? ''] as const] : [])),
    );
  }
}

interface About {
  conversations: ReadonlyMap<string, Conversation>;
  /** Of contacts. */
  names: ReadonlyMap<string, string>;
  inboxes: ReadonlyMap<string, string>;
  texts: ReadonlyMap<string, { text: string; conversationId: string }>;
}

/** What they are about, each read once. */
async function look(reader: Reader, notifications: readonly Notification[]): Promise<About> {
  const ids = notifications.filter(({ inboxId }) => inboxId !== '').map(({ subjectId }) => subjectId);
  const conversations = await findConversations(reader, [...new Set(ids)]);
  const contactIds = [...new Set(conversations.flatMap(({ contactId }) => contactId ?? []))];
  const names = new Map<string, string>();
  for (const { contactId, value } of await identitiesOf(reader, contactIds))
    if (!names.has(contactId) && !CODE.test(value)) names.set(contactId, value);
  for (const { id, name } of await findContacts(reader, contactIds)) if (name) names.set(id, name);
  const inboxIds = [...new Set(conversations.map(({ inboxId }) => inboxId))];
  const messageIds = [...new Set(notifications.flatMap(({ messageId }) => messageId ?? []))];
  const messages = await findMessages(reader, messageIds);
  return {
    conversations: new Map(conversations.map((one) => [one.id, one])),
    names,
    inboxes: new Map((await findInboxes(reader, inboxIds)).map(({ id, name }) => [id, name])),
    texts: new Map(messages.map(({ id, text, conversationId }) => [id, { text, conversationId }])),
  };
}

/** On one line, and no longer than that: nobody reads more at a glance. */
function shortened(text: string, length: number): string {
  const letters = [...text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()];
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : letters.join('');
}

/** For one look: what is loaded for it is used for nothing else. */
function contextOf(ctx: GqlContext['ctx']): GqlContext {
  const loaders = new Map<string, unknown>();
  const loader = <K, V>(key: string, make: () => DataLoader<K, V>): DataLoader<K, V> => {
    if (!loaders.has(key)) loaders.set(key, make());
    return loaders.get(key) as DataLoader<K, V>;
  };
  return { ctx, loader, shared: loader };
}
