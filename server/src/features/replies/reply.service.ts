import { Injectable } from '@nestjs/common';
import {
  type Conversation,
  ConversationAccess,
  addItem,
  createThread,
  lockConversation,
  type Thread,
} from '../conversations/index.js';
import { queueDeliveries } from '../delivery/index.js';
import { findMessage, HtmlSanitizer, type Message, type NewAttachment, type NewItem, uniqueNames } from '../messages/index.js';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { fit, type Fitted } from './fit.js';
import { quote, type Quoted } from './quote.js';
import { type Addressee, addressKey, distinct } from './recipients.js';
import { type Route, routesOf } from './routes.js';
import { checkInput, identify, type MessageSendInput, parseAddresses } from './send-input.js';
import { requireFresh } from './stale.js';
import { consumeUploads, type ReadyUpload, requireUploads } from './upload.repository.js';
import { ownerOf } from './upload.service.js';

/** How long a message is held before it leaves, so that it can be taken back; 0 sends at once (D5). */
export abstract class UndoWindow {
  abstract readonly ms: number;
}

/** Everything about a message that is known before the transaction begins. */
interface Prepared {
  id: string;
  inputHash: string;
  input: MessageSendInput;
  content: Fitted;
  uploads: ReadyUpload[];
  outward: { route: Route; to: Addressee[]; cc: Addressee[]; bcc: Addressee[]; quoted: Quoted | null } | null;
}

/** Answers and comments (S42, S63, S64). */
@Injectable()
export class ReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly sanitizer: HtmlSanitizer,
    private readonly clock: Clock,
    private readonly undo: UndoWindow,
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
    const route = await this.pick(conversation, input.routeId ?? null);
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
    const uploads = await requireUploads(this.uow.reader, input.uploadIds ?? [], ownerOf(ctx));
    const outside = input.direction === 'OUTBOUND';
    const html = input.html?.trim() ? (await this.sanitizer.clean(input.html, { mode: outside ? 'send' : 'keep' })).html : null;
    const asWritten = { text: input.text, html, degraded: [], refused: [] };
    if (!outside) return { ...known, uploads, content: asWritten, outward: null };
    const route = await this.pick(conversation, input.routeId ?? null);
    const content = fit({ text: input.text, html, files: uploads }, route.capabilities);
    const [refusal] = content.refused;
    if (refusal) throw new DomainError('UNSUPPORTED', refusal, { path: ['text'] });
    const quoted =
      route.answered && route.capabilities.continuity === 'threads'
        ? await quote(route.answered, content.html !== null, this.sanitizer)
        : null;
    return { ...known, uploads, content, outward: { route, ...recipientsFor(input, route), quoted } };
  }

  private async pick(conversation: Conversation, routeId: string | null): Promise<Route> {
    const routes = await routesOf(this.uow.reader, conversation, this.clock.now());
    const route =
      routeId === null
        ? (routes.find(({ blockedBy }) => blockedBy === null) ?? routes[0])
        : routes.find(({ id }) => id === routeId);
    if (!route) throw new DomainError('NO_REPLY_ROUTE', 'There is no way left to reach the person here.', { path: ['routeId'] });
    if (route.blockedBy) throw new DomainError(route.blockedBy, whyBlocked(route), { path: ['routeId'] });
    return route;
  }

  private async store(tx: Tx, conversation: Conversation, prepared: Prepared): Promise<Message> {
    const { id, input, outward, uploads } = prepared;
    const actor = actorOf(tx.ctx.principal);
    if (input.basedOn) await requireFresh(tx, conversation, input.basedOn, actor.id);
    const thread = outward ? await threadOf(tx, conversation, outward.route) : null;
    const heldUntil = outward && this.undo.ms > 0 ? tx.now + this.undo.ms : null;
    const item: NewItem = { ...itemOf(prepared, conversation, thread, heldUntil), author: actor, at: tx.now };
    const { message } = await addItem(tx, conversation.id, item, {
      ...(outward && actor.kind === 'USER' ? { assignIfUnassigned: actor.id } : {}),
      ...(input.thenSetStatus && input.thenSetStatus !== 'SNOOZED' ? { setStatus: input.thenSetStatus } : {}),
    });
    if (outward && thread) {
      const { channelId, id: threadId } = thread;
      const { degraded } = prepared.content;
      await queueDeliveries(tx, {
        messageId: id,
        conversationId: conversation.id,
        channelId,
        threadId,
        recipients: item.recipients ?? [],
        degraded,
        heldUntil,
      });
    }
    await consumeUploads(tx, uploads);
    return message;
  }
}

function whyBlocked(route: Route): string {
  if (route.blockedBy === 'WINDOW_CLOSED') return 'The network no longer takes an answer here; choose another way to answer.';
  return `The channel ${route.channel.name} is switched off. Switch it on, or choose another way to answer.`;
}

/** What the server takes, unless the person named others: then only these (G3). */
function recipientsFor(input: MessageSendInput, route: Route): { to: Addressee[]; cc: Addressee[]; bcc: Addressee[] } {
  const kind = route.to[0]?.kind ?? route.from.kind;
  const own = new Set(route.channel.own.map(addressKey));
  const given = (field: 'to' | 'cc' | 'bcc'): Addressee[] | null => {
    const values = input[field];
    if (!values) return null;
    if (!route.capabilities.compose.includes(field))
      throw new DomainError('UNSUPPORTED', `On this channel the recipients in ${field} can not be chosen.`, { path: [field] });
    const known = new Map([...route.to, ...route.cc].map((one) => [addressKey(one), one]));
    return parseAddresses(values, kind, field, (one) => own.has(addressKey(one))).map((one) => known.get(addressKey(one)) ?? one);
  };
  const [to = [], cc = [], bcc = []] = distinct([given('to') ?? route.to, given('cc') ?? route.cc, given('bcc') ?? []]);
  if (to.length + cc.length + bcc.length === 0)
    throw new DomainError('INVALID', 'There is nobody to send it to.', { path: ['to'] });
  return { to, cc, bcc };
}

async function threadOf(tx: Tx, conversation: Conversation, route: Route): Promise<Thread> {
  if (route.thread) return route.thread;
  const made = await createThread(tx, {
    conversationId: conversation.id,
    channelId: route.channel.id,
    subject: conversation.subject,
  });
  if (!made) throw new Error(`No thread could be made for the conversation ${conversation.id}`);
  return made;
}

function itemOf(
  prepared: Prepared,
  conversation: Conversation,
  thread: Thread | null,
  heldUntil: number | null,
): Omit<NewItem, 'author' | 'at'> {
  const { id, inputHash, content, uploads, outward } = prepared;
  const common = { id, inputHash, text: content.text, html: content.html, attachments: filesOf(uploads) };
  if (!outward || !thread) return { ...common, kind: 'COMMENT', direction: 'INTERNAL' };
  const { route, to, cc, bcc, quoted } = outward;
  const field = (name: 'TO' | 'CC' | 'BCC') => (address: Addressee) => ({ ...address, field: name });
  return {
    ...common,
    kind: 'MESSAGE',
    direction: 'OUTBOUND',
    subject: route.answered?.subject ?? conversation.subject,
    from: route.from,
    recipients: [...to.map(field('TO')), ...cc.map(field('CC')), ...bcc.map(field('BCC'))],
    threadId: thread.id,
    channelId: route.channel.id,
    inReplyToId: route.answered?.id ?? null,
    quotedText: quoted?.quotedText ?? null,
    quotedHtml: quoted?.quotedHtml ?? null,
    // The same on every attempt, also of a process that knows nothing of the others.
    sendKey: id.slice('msg_'.length),
    deliveryStatus: heldUntil === null ? 'QUEUED' : 'HELD',
  };
}

function filesOf(uploads: readonly ReadyUpload[]): NewAttachment[] {
  const names = uniqueNames(uploads.map((upload) => upload.name));
  return uploads.map(({ mime, bytes, hash }, index) => ({ name: names[index] ?? 'file', mime, bytes, hash }));
}
