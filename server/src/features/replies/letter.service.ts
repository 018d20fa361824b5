import type { CalendarEvent, Capabilities } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import {
  type Conversation,
  ConversationAccess,
  findConversation,
  lockConversation,
  requireInbox,
  requireTurn,
} from '../conversations/index.js';
import { HtmlSanitizer, type Message } from '../messages/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { begin, composeFromOf } from './compose.service.js';
import { fit } from './fit.js';
import { inboxOf, type Outward, storeOutward } from './outward.js';
import { type Addressee, distinct } from './recipients.js';
import { ownCheck, type Route, routesOf, threadOf } from './routes.js';
import { parseAddresses } from './send-input.js';
import { below } from './signature.js';

/** A message about a meeting, with where it is to be sent: in a conversation, or in a new one of an inbox. */
export interface Letter {
  id: string;
  inputHash: string;
  conversationId: string | null;
  inboxId: string | null;
  /** Of the new conversation, as the client made it. */
  newConversationId?: string | null;
  to: readonly string[];
  subject: string;
  text: string;
  /** Its organiser, where nobody has been told of one yet, is the address that it leaves from. */
  calendar: CalendarEvent;
}

/** The same, with all that is known of it before the transaction begins. */
export interface ReadyLetter {
  out: Outward;
  to: Addressee[];
  conversation: Conversation | null;
  route: Route | null;
  inboxId: string;
  newConversationId: string;
}

const carriesCalendar = ({ capabilities }: { capabilities: Capabilities }): boolean => capabilities.calendar === 'full';

/** Sends what belongs to a meeting as any message is sent: through the outbox, held for a moment, once. Which channel can is data. */
@Injectable()
export class LetterService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly sanitizer: HtmlSanitizer,
    private readonly clock: Clock,
  ) {}

  /** NOT_FOUND, FORBIDDEN, NOT_A_MEMBER, NO_REPLY_ROUTE where no channel carries calendars, INVALID for an address. */
  async prepare(ctx: Ctx, letter: Letter): Promise<ReadyLetter> {
    const { reader } = this.uow;
    const conversation = letter.conversationId ? await this.access.requireAction(ctx, letter.conversationId, 'act') : null;
    const inboxId = conversation?.inboxId ?? letter.inboxId;
    if (!inboxId) throw new DomainError('INVALID', 'Say from which inbox it is sent.', { path: ['inboxId'] });
    requireInbox(ctx, inboxId, 'act');
    const route = conversation ? await this.routeIn(conversation) : null;
    const from = route ?? (await this.fromOf(reader, inboxId));
    const address = 'address' in from ? from.address : from.from;
    const isHere = await ownCheck(reader, inboxId);
    const [to = []] = distinct([parseAddresses(letter.to, address.kind, 'to', isHere)]);
    if (to.length === 0) throw new DomainError('INVALID', 'Say whom it is for.', { path: ['to'] });
    const inbox = await inboxOf(reader, inboxId);
    const organizer = letter.calendar.organizer?.address
      ? letter.calendar.organizer
      : { ...letter.calendar.organizer, address: address.value };
    const out: Outward = {
      id: letter.id,
      inputHash: letter.inputHash,
      channel: from.channel,
      from: address,
      to,
      cc: [],
      bcc: [],
      subject: letter.subject,
      content: fit({ text: letter.text, html: null, files: [] }, from.capabilities),
      below: await below(inbox, null, false, this.sanitizer),
      uploads: [],
      calendar: { ...letter.calendar, organizer },
      sendAt: null,
      inReplyToId: route?.answered?.id ?? null,
      opens: conversation === null,
    };
    const newConversationId = letter.newConversationId ?? newId('conversation');
    return { out, to, conversation, route, inboxId, newConversationId };
  }

  /** Message, outbox and job, in the unit that changes the meeting. */
  async store(tx: Tx, ready: ReadyLetter): Promise<Message> {
    const { conversation, route, out, inboxId, newConversationId } = ready;
    if (!conversation || !route) {
      requireInbox(tx.ctx, inboxId, 'act');
      if (await findConversation(tx, newConversationId))
        throw new DomainError('CONFLICT', 'This id is taken by another conversation.', { path: ['newConversationId'] });
      return begin(tx, { inboxId }, newConversationId, out);
    }
    await this.access.requireAction(tx.ctx, conversation.id, 'act', tx);
    const locked = await lockConversation(tx, conversation.id);
    requireTurn(tx.ctx, locked);
    return storeOutward(tx, locked, await threadOf(tx, locked, route), out);
  }

  private async routeIn(conversation: Conversation): Promise<Route> {
    const routes = await routesOf(this.uow.reader, conversation, this.clock.now());
    const able = routes.filter((route) => !route.side && carriesCalendar(route));
    const route = able.find(({ blockedBy }) => blockedBy === null) ?? able[0];
    if (!route)
      throw new DomainError('NO_REPLY_ROUTE', 'No channel here can carry an invitation. It takes a mail address and a mailbox.', {
        path: ['conversationId'],
      });
    if (route.blockedBy)
      throw new DomainError(route.blockedBy, `The channel ${route.channel.name} can not send now.`, { path: ['conversationId'] });
    return route;
  }

  private async fromOf(reader: Reader, inboxId: string) {
    const from = (await composeFromOf(reader, [inboxId])).find(carriesCalendar);
    if (from) return from;
    throw new DomainError('NO_REPLY_ROUTE', 'No channel of this inbox can send an invitation. Connect a mailbox.', {
      path: ['inboxId'],
    });
  }
}
