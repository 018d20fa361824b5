import type { AnswerKind } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import {
  type Conversation,
  ConversationAccess,
  addItem,
  type ItemEffects,
  lockConversation,
  requireTurn,
} from '../conversations/index.js';
import { checkSendAt } from '../delivery/index.js';
import { findMessage, HtmlSanitizer, type Message } from '../messages/index.js';
import { keepMentions, mentionedIn } from '../mentions/index.js';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { fit, type Fitted } from './fit.js';
import { namePictures } from './inline.js';
import { filesOf, inboxOf, isLetter, type Outward, storeOutward } from './outward.js';
import { quote, type Quoted } from './quote.js';
import { type Addressee, addressKey, distinct } from './recipients.js';
import { ownCheck, type Route, routesOf, threadOf } from './routes.js';
import { checkInput, identify, type MessageSendInput, parseAddresses } from './send-input.js';
import { below } from './signature.js';
import { requireFresh } from './stale.js';
import { consumeUploads, type ReadyUpload, requireUploads } from './upload.repository.js';
import { ownerOf } from './upload.service.js';

/** Everything about a message that is known before the transaction begins. */
interface Prepared {
  id: string;
  inputHash: string;
  input: MessageSendInput;
  content: Fitted;
  uploads: ReadyUpload[];
  outward: { route: Route; out: Outward } | null;
}

/** Answers and comments (S42, S63, S64). */
@Injectable()
export class ReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly sanitizer: HtmlSanitizer,
    private readonly clock: Clock,
  ) {}

  /** Message, outbox and job in one transaction; a repeat of the same id and input answers with the first result. */
  async send(ctx: Ctx, input: MessageSendInput): Promise<Message> {
    const { id, inputHash } = identify(input);
    const before = await findMessage(this.uow.reader, id);
    if (before) return this.repeat(ctx, before, inputHash);
    checkInput(input);
    const need = input.direction === 'INTERNAL' && !input.thenSetStatus ? 'comment' : 'act';
    const conversation = await this.access.requireAction(ctx, input.conversationId, need);
    const prepared = await this.prepare(ctx, conversation, { id, inputHash, input });
    const { message, repeated } = await this.uow.run(ctx, async (tx) => {
      await this.access.requireAction(ctx, input.conversationId, need, tx);
      // Two requests with one id at the same moment: the lock lets one of them be first, and the other find it.
      const locked = await lockConversation(tx, input.conversationId);
      const first = await findMessage(tx, id);
      return first ? { message: first, repeated: true } : { message: await this.store(tx, locked, prepared), repeated: false };
    });
    return repeated ? this.repeat(ctx, message, inputHash) : message;
  }

  /** What would be left out or is in the way, in sentences. */
  async preview(
    ctx: Ctx,
    input: Pick<MessageSendInput, 'conversationId' | 'routeId' | 'text' | 'html' | 'uploadIds'>,
  ): Promise<string[]> {
    const conversation = await this.access.requireAction(ctx, input.conversationId, 'act');
    const route = await this.pick(conversation, { routeId: input.routeId ?? null });
    const uploads = await requireUploads(this.uow.reader, input.uploadIds ?? [], ownerOf(ctx));
    const { degraded, refused } = fit({ text: input.text, html: input.html ?? null, files: uploads }, route.capabilities);
    return [...degraded, ...refused];
  }

  private async repeat(ctx: Ctx, message: Message, inputHash: string): Promise<Message> {
    const same = message.inputHash === inputHash && message.authorId === actorOf(ctx.principal).id;
    const visible = await this.access.loadVisible(ctx, message.conversationId);
    if (!same || !visible)
      throw new DomainError('CONFLICT', 'This id is taken by another message.', {
        path: ['id'],
        ...(visible ? { currentId: message.id } : {}),
      });
    return message;
  }

  private async prepare(
    ctx: Ctx,
    conversation: Conversation,
    known: Pick<Prepared, 'id' | 'inputHash' | 'input'>,
  ): Promise<Prepared> {
    const { input } = known;
    const { reader } = this.uow;
    const uploads = await requireUploads(reader, input.uploadIds ?? [], ownerOf(ctx));
    const outside = input.direction === 'OUTBOUND';
    const html = await this.clean(input, outside ? 'send' : 'keep');
    const asWritten = { text: input.text, html, choices: [], degraded: [], refused: [] };
    if (!outside) return { ...known, uploads, content: asWritten, outward: null };
    const sendAt = checkSendAt(input.sendAt, this.clock.now());
    const route = await this.pick(conversation, input);
    const content = fit({ text: input.text, html, files: uploads, choices: input.choices ?? [] }, route.capabilities);
    const [refusal] = content.refused;
    if (refusal) throw new DomainError('UNSUPPORTED', refusal, { path: ['text'] });
    const out: Outward = {
      id: known.id,
      inputHash: known.inputHash,
      channel: route.channel,
      from: route.from,
      ...recipientsFor(input, route, await ownCheck(reader, conversation.inboxId)),
      subject: route.answered?.subject ?? conversation.subject,
      content,
      below: await this.belowOf(conversation, route, content.html !== null),
      uploads,
      asks: input.asks ? (input.asks.toLowerCase() as AnswerKind) : undefined,
      sendAt,
      inReplyToId: route.answered?.id ?? null,
    };
    return { ...known, uploads, content, outward: { route, out } };
  }

  private async clean(input: Pick<MessageSendInput, 'html' | 'uploadIds'>, mode: 'send' | 'keep'): Promise<string | null> {
    if (!input.html?.trim()) return null;
    return (await this.sanitizer.clean(namePictures(input.html, input.uploadIds ?? []), { mode })).html;
  }

  private async belowOf(conversation: Conversation, route: Route, withHtml: boolean): Promise<Quoted | null> {
    if (!isLetter(route.capabilities)) return null;
    const quoted = route.answered ? await quote(route.answered, withHtml, this.sanitizer) : null;
    return below(await inboxOf(this.uow.reader, conversation.inboxId), quoted, withHtml, this.sanitizer);
  }

  private async pick(
    conversation: Conversation,
    { routeId, replyTo }: Pick<MessageSendInput, 'routeId' | 'replyTo'>,
  ): Promise<Route> {
    const { reader } = this.uow;
    const answered = replyTo ? await findMessage(reader, replyTo) : null;
    if (replyTo && (answered?.conversationId !== conversation.id || answered.kind !== 'MESSAGE'))
      throw new DomainError('INVALID', 'There is no such message in this conversation.', { path: ['replyTo'] });
    const routes = await routesOf(reader, conversation, this.clock.now(), answered);
    const route = routeId
      ? routes.find(({ id }) => id === routeId)
      : (routes.find(({ blockedBy }) => blockedBy === null) ?? routes[0]);
    if (!route) throw new DomainError('NO_REPLY_ROUTE', 'There is no way left to reach the person here.', { path: ['routeId'] });
    if (route.blockedBy) throw new DomainError(route.blockedBy, whyBlocked(route), { path: ['routeId'] });
    return route;
  }

  private async store(tx: Tx, conversation: Conversation, prepared: Prepared): Promise<Message> {
    const { id, inputHash, input, outward, uploads, content } = prepared;
    const author = actorOf(tx.ctx.principal);
    // A person may have taken the word since.
    if (outward) requireTurn(tx.ctx, conversation);
    if (input.basedOn) await requireFresh(tx, conversation, input.basedOn, author.id);
    const effects: ItemEffects =
      input.thenSetStatus && input.thenSetStatus !== 'SNOOZED' ? { setStatus: input.thenSetStatus } : {};
    if (outward) return storeOutward(tx, conversation, await threadOf(tx, conversation, outward.route), outward.out, effects);
    const attachments = filesOf(uploads, content.html);
    const comment = { id, inputHash, text: content.text, html: content.html, attachments, author, at: tx.now };
    const mentions = await mentionedIn(tx, conversation, input.mentionIds ?? []);
    const item = { ...comment, kind: 'COMMENT' as const, direction: 'INTERNAL' as const };
    const data = mentions.length > 0 ? { data: { mentions } } : {};
    const { message } = await addItem(tx, conversation.id, { ...item, ...data }, effects);
    await keepMentions(tx, conversation, message.id, mentions);
    await consumeUploads(tx, uploads);
    return message;
  }
}

function whyBlocked(route: Route): string {
  if (route.blockedBy === 'WINDOW_CLOSED') return 'The network no longer takes an answer here; choose another way to answer.';
  return `The channel ${route.channel.name} is switched off. Switch it on, or choose another way to answer.`;
}

/** What the server takes, unless the person named others: then only these (G3). */
function recipientsFor(
  input: MessageSendInput,
  route: Route,
  isHere: (address: Addressee) => boolean,
): { to: Addressee[]; cc: Addressee[]; bcc: Addressee[] } {
  const kind = route.to[0]?.kind ?? route.from.kind;
  const given = (field: 'to' | 'cc' | 'bcc'): Addressee[] | null => {
    const values = input[field];
    if (!values) return null;
    if (!route.capabilities.compose.includes(field))
      throw new DomainError('UNSUPPORTED', `On this channel the recipients in ${field} can not be chosen.`, { path: [field] });
    const known = new Map([...route.to, ...route.cc].map((one) => [addressKey(one), one]));
    return parseAddresses(values, kind, field, isHere).map((one) => known.get(addressKey(one)) ?? one);
  };
  const [to = [], cc = [], bcc = []] = distinct([given('to') ?? route.to, given('cc') ?? route.cc, given('bcc') ?? []]);
  if (to.length + cc.length + bcc.length === 0)
    throw new DomainError('INVALID', 'There is nobody to send it to.', { path: ['to'] });
  return { to, cc, bcc };
}
