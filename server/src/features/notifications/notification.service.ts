import { Injectable } from '@nestjs/common';
import { canInInbox, visibleInboxes, type Principal } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findConversation } from '../conversations/index.js';
import { loadInboxRoles } from '../inboxes/index.js';
import { tellChanged, Weighing } from './changing.js';
import { queueMailsOf } from './mail/queue-mails.js';
import type { Notification } from './notification.entity.js';
import {
  countUnread,
  findNotification,
  keepSettings,
  listNotifications,
  markRead,
  settingsOf,
} from './notification.repository.js';
import type { NotificationSettings } from './notification-settings.entity.js';
import { changedSettings, defaultsFor, type NotificationSettingsSave } from './settings.js';

type User = Extract<Principal, { kind: 'user' }>;
const LIST = 'notifications';
const MOST_IDS = 100;

/** What somebody was told, and how he wants to be told (S64, U20). It is always one's own. */
@Injectable()
export class NotificationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page in the form of `NotificationConnection`: what the viewer may see now, whatever he might when he was told. */
  async list({ principal }: Ctx, { first, after }: { first?: number | null; after?: string | null }) {
    const size = pageSize(first);
    const position = String(await this.journal.position());
    const before = after ? decodeCursor(after, LIST) : null;
    const userId = principal.kind === 'user' ? principal.userId : '';
    const page = { userId, visible: visibleInboxes(principal), before, limit: size + 1 };
    const rows = await listNotifications(this.uow.reader, page);
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.at, id: node.id }, LIST), node }));
    const pageInfo = {
      hasNextPage: rows.length > size,
      hasPreviousPage: before !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { position, edges, nodes, pageInfo };
  }

  async unread({ principal }: Ctx, reader: Reader = this.uow.reader): Promise<number> {
    if (principal.kind !== 'user') return 0;
    return countUnread(reader, principal.userId, visibleInboxes(principal));
  }

  /** Those named, those about a conversation, or all; a repeat changes nothing. Answers how much is left. */
  async markRead(ctx: Ctx, which: { ids?: string[] | null; conversationId?: string | null }): Promise<number> {
    const { userId } = userOf(ctx);
    const { ids, conversationId } = which;
    if (ids && ids.length > MOST_IDS)
      throw new DomainError('LIMIT', `At most ${MOST_IDS} are named at once. Without ids all are meant.`, { path: ['ids'] });
    return this.uow.run(ctx, async (tx) => {
      const chosen = { ids: ids ?? undefined, subjectIds: conversationId ? [conversationId] : undefined };
      const read = await markRead(tx, userId, chosen);
      const weighing = new Weighing();
      weighing.lighter(read);
      await weighing.keep(tx);
      tellChanged(tx, read, 'notification.read');
      return this.unread(ctx, tx);
    });
  }

  /** One of the viewer's own, as long as he may see what it is about. */
  async find({ principal }: Ctx, id: string): Promise<Notification | null> {
    const { reader } = this.uow;
    const found = principal.kind === 'user' ? await findNotification(reader, principal.userId, id) : null;
    if (!found || found.inboxId === '') return found;
    const conversation = await findConversation(reader, found.subjectId);
    return conversation && canInInbox(principal, 'view', conversation.inboxId) ? found : null;
  }

  async settings(ctx: Ctx): Promise<NotificationSettings> {
    const { userId } = userOf(ctx);
    return settingsFor(this.uow.reader, userId);
  }

  async saveSettings(ctx: Ctx, input: NotificationSettingsSave): Promise<NotificationSettings> {
    const { userId, role } = userOf(ctx);
    return this.uow.run(ctx, async (tx: Tx) => {
      const member = new Set((await loadInboxRoles(tx, userId, role)).keys());
      const settings = { ...changedSettings(await settingsFor(tx, userId), input, member), updatedAt: tx.now };
      await keepSettings(tx, settings);
      queueMailsOf(tx, settings);
      const audience = `user:${userId}` as const;
      tx.emit({ type: 'notification.settingsSaved', change: 'UPDATED', nodeId: userId, inboxId: null, audience });
      return settings;
    });
  }
}

async function settingsFor(reader: Reader, userId: string): Promise<NotificationSettings> {
  return (await settingsOf(reader, [userId]))[0] ?? defaultsFor(userId);
}

function userOf({ principal }: Ctx): User {
  if (principal.kind === 'user') return principal;
  throw new DomainError('FORBIDDEN', 'Notifications are for people. Use a personal token.');
}
