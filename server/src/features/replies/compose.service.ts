import { Injectable } from '@nestjs/common';
import type { Capabilities } from '@balie/plugin-sdk';
import { type Channel, channelsOfInboxes } from '../channels/index.js';
import { findOrCreateContact } from '../contacts/index.js';
import { addParticipant, createThread, findConversation, openConversation, requireInbox } from '../conversations/index.js';
import { checkSendAt } from '../delivery/index.js';
import { findMessage, HtmlSanitizer, type Message } from '../messages/index.js';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { isUniqueViolation } from '../../kernel/rows.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { fit } from './fit.js';
import { namePictures } from './inline.js';
import { inboxOf, type Outward, storeOutward } from './outward.js';
import { type Addressee, distinct } from './recipients.js';
import { ownCheck } from './routes.js';
import { checkText, hashOf, parseAddresses } from './send-input.js';
import { below } from './signature.js';
import { requireUploads } from './upload.repository.js';
import { ownerOf } from './upload.service.js';

/** `ComposeInput` as it arrives. */
export interface ComposeInput {
  id?: string | null;
  conversationId?: string | null;
  inboxId: string;
  fromId?: string | null;
  to: string[];
  cc?: string[] | null;
  bcc?: string[] | null;
  subject: string;
  text: string;
  html?: string | null;
  uploadIds?: string[] | null;
  sendAt?: number | null;
  operationId?: string | null;
}

/** An address from which a conversation can be begun. */
export interface ComposeFrom {
  id: string;
  channel: Channel;
  address: Addressee;
  capabilities: Capabilities;
}

/** RFC 5322 2.1.1 leaves 998 characters to a line. */
const MAX_SUBJECT = 900;

/** The addresses of these inboxes whose channels may write first, switched on, oldest first. */
export async function composeFromOf(reader: Reader, inboxIds: readonly string[]): Promise<ComposeFrom[]> {
  return (await channelsOfInboxes(reader, inboxIds)).flatMap((channel) => {
    const capabilities = channel.capabilities as unknown as Capabilities;
    if (!channel.active || capabilities.outbound !== 'initiate') return [];
    return channel.own.map(({ kind, value }): ComposeFrom => {
      const id = `${channel.id}.${identityKey(kind, value)}`;
      return { id, channel, address: { kind, value, name: null }, capabilities };
    });
  });
}

/** Conversations that we begin (S30). */
@Injectable()
export class ComposeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sanitizer: HtmlSanitizer,
    private readonly clock: Clock,
  ) {}

  /** Conversation, contact, message and outbox in one transaction; a repeat of the same id and input answers with the first result. */
  async compose(ctx: Ctx, input: ComposeInput): Promise<Message> {
    requireInbox(ctx, input.inboxId, 'act');
    const { id, conversationId, inputHash } = identify(input);
    const before = await findMessage(this.uow.reader, id);
    if (before) return repeated(ctx, before, inputHash);
    const out = await this.prepare(ctx, input, { id, inputHash });
    const begun = (): Promise<Message> => this.begin(ctx, input, { conversationId, out });
    try {
      return await begun();
    } catch (error) {
      // Two requests with one id at the same moment: one was first, and the other finds it.
      if (isUniqueViolation(error)) return begun();
      throw error;
    }
  }

  private begin(ctx: Ctx, input: ComposeInput, known: { conversationId: string; out: Outward }): Promise<Message> {
    const { conversationId, out } = known;
    const { id, inputHash } = out;
    return this.uow.run(ctx, async (tx) => {
      requireInbox(tx.ctx, input.inboxId, 'act');
      // In this order: whoever sees the conversation of a request that was a moment earlier sees its message, too.
      const taken = await findConversation(tx, conversationId);
      const first = await findMessage(tx, id);
      if (first) return repeated(ctx, first, inputHash);
      if (taken) throw new DomainError('CONFLICT', 'This id is taken by another conversation.', { path: ['conversationId'] });
      return begin(tx, input, conversationId, out);
    });
  }

  private async prepare(ctx: Ctx, input: ComposeInput, known: { id: string; inputHash: string }): Promise<Outward> {
    const { reader } = this.uow;
    checkText(input);
    if (input.subject.length > MAX_SUBJECT)
      throw new DomainError('INVALID', `A subject has at most ${MAX_SUBJECT} characters.`, { path: ['subject'] });
    if (/\p{Cc}/u.test(input.subject))
      throw new DomainError('INVALID', 'A subject is one line, without control characters.', { path: ['subject'] });
    const sendAt = checkSendAt(input.sendAt, this.clock.now());
    const from = await this.from(input);
    const people = await addressed(reader, input, from);
    const uploads = await requireUploads(reader, input.uploadIds ?? [], ownerOf(ctx));
    if (input.text.trim() === '' && uploads.length === 0)
      throw new DomainError('INVALID', 'There is nothing to send yet: write something.', { path: ['text'] });
    const named = input.html?.trim() ? namePictures(input.html, input.uploadIds ?? []) : null;
    const html = named === null ? null : (await this.sanitizer.clean(named, { mode: 'send' })).html;
    const content = fit({ text: input.text, html, files: uploads }, from.capabilities);
    const [refusal] = content.refused;
    if (refusal) throw new DomainError('UNSUPPORTED', refusal, { path: ['text'] });
    const inbox = await inboxOf(reader, input.inboxId);
    return {
      ...known,
      channel: from.channel,
      from: from.address,
      ...people,
      subject: input.subject.trim(),
      content,
      below: await below(inbox, null, content.html !== null, this.sanitizer),
      uploads,
      sendAt,
      opens: true,
    };
  }

  private async from({ inboxId, fromId }: ComposeInput): Promise<ComposeFrom> {
    const all = await composeFromOf(this.uow.reader, [inboxId]);
    const from = fromId ? all.find(({ id }) => id === fromId) : all[0];
    if (from) return from;
    if (fromId) throw new DomainError('NOT_FOUND', 'This address is not one of the inbox any more.', { path: ['fromId'] });
    throw new DomainError('NO_REPLY_ROUTE', 'No channel of this inbox can write first. Connect one, such as a mailbox.', {
      path: ['inboxId'],
    });
  }
}

/** Those that were typed, each once; somebody must be left. */
export async function addressed(
  reader: Reader,
  input: { to: string[]; cc?: string[] | null; bcc?: string[] | null },
  { address, capabilities, channel }: Pick<ComposeFrom, 'address' | 'capabilities' | 'channel'>,
): Promise<{ to: Addressee[]; cc: Addressee[]; bcc: Addressee[] }> {
  // To another inbox of ours a person may write (G1 6); to the one it leaves from nobody does.
  const isHere = await ownCheck(reader, channel.inboxId);
  const given = (field: 'to' | 'cc' | 'bcc'): Addressee[] => {
    const values = input[field] ?? [];
    if (values.length > 0 && !capabilities.compose.includes(field))
      throw new DomainError('UNSUPPORTED', `On this channel the recipients in ${field} can not be chosen.`, { path: [field] });
    return parseAddresses(values, address.kind, field, isHere);
  };
  const [to = [], cc = [], bcc = []] = distinct([given('to'), given('cc'), given('bcc')]);
  if (to.length === 0) throw new DomainError('INVALID', 'Say whom it is for.', { path: ['to'] });
  return { to, cc, bcc };
}

/** Begins a conversation with what is sent: its first recipient is its contact. */
export async function begin(
  tx: Tx,
  input: Pick<ComposeInput, 'inboxId'>,
  conversationId: string,
  out: Outward,
): Promise<Message> {
  const [first] = out.to;
  const contact = first ? await findOrCreateContact(tx, { ...first, verified: false }) : null;
  const conversation = await openConversation(tx, {
    id: conversationId,
    inboxId: input.inboxId,
    channel: out.channel,
    contact,
    ...(contact?.name ? {} : { contactName: first?.value ?? '' }),
    subject: out.subject,
    at: tx.now,
    placement: 'INBOX',
  });
  for (const [index, address] of [...out.to, ...out.cc].entries())
    await addParticipant(tx, conversation.id, {
      ...address,
      contactId: index === 0 ? (contact?.id ?? null) : null,
      role: index < out.to.length ? 'TO' : 'CC',
    });
  const thread = await createThread(tx, { conversationId, channelId: out.channel.id, subject: out.subject });
  if (!thread) throw new Error(`No thread could be made for the conversation ${conversationId}`);
  return storeOutward(tx, conversation, thread, out);
}

function identify(input: ComposeInput): { id: string; conversationId: string; inputHash: string } {
  const id = input.id ?? newId('message');
  const conversationId = input.conversationId ?? newId('conversation');
  if (!isId('message', id))
    throw new DomainError('INVALID', 'The id must be msg_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
  if (!isId('conversation', conversationId))
    throw new DomainError('INVALID', 'The id must be cnv_ and a UUIDv7 as 32 hex digits.', { path: ['conversationId'] });
  const { inboxId, fromId, to, cc, bcc, subject, text, html, uploadIds, sendAt } = input;
  return { id, conversationId, inputHash: hashOf([inboxId, fromId, to, cc, bcc, subject, text, html, uploadIds ?? [], sendAt]) };
}

/** The first result, for the same author and input; CONFLICT for another. */
export function repeated(ctx: Ctx, message: Message, inputHash: string): Message {
  if (message.inputHash === inputHash && message.authorId === actorOf(ctx.principal).id) return message;
  throw new DomainError('CONFLICT', 'This id is taken by another message.', { path: ['id'] });
}
