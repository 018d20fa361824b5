import { Injectable } from '@nestjs/common';
import { findChannel } from '../channels/index.js';
import { type Conversation, ConversationAccess, createThread, lockConversation } from '../conversations/index.js';
import { checkSendAt } from '../delivery/index.js';
import { attachmentsOf, findMessage, HtmlSanitizer, type Message, type NewAttachment, recipientsOf } from '../messages/index.js';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { addressed, type ComposeFrom, composeFromOf, repeated } from './compose.service.js';
import { fit } from './fit.js';
import { forwardBlock } from './forward-block.js';
import { namePictures } from './inline.js';
import { inboxOf, type Outward, storeOutward } from './outward.js';
import { checkText, hashOf } from './send-input.js';
import { below } from './signature.js';
import { requireFresh } from './stale.js';
import { type ReadyUpload, requireUploads } from './upload.repository.js';
import { ownerOf } from './upload.service.js';

/** `MessageForwardInput` as it arrives. */
export interface ForwardInput {
  id?: string | null;
  messageId: string;
  to: string[];
  cc?: string[] | null;
  bcc?: string[] | null;
  text: string;
  html?: string | null;
  uploadIds?: string[] | null;
  withAttachments: boolean;
  attachmentIds?: string[] | null;
  sendAt?: number | null;
  basedOn?: string | null;
  operationId?: string | null;
}

/** A message is passed on to somebody else, in a side thread that the customer never sees (D4, G7 44). */
@Injectable()
export class ForwardService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly sanitizer: HtmlSanitizer,
    private readonly clock: Clock,
  ) {}

  async forward(ctx: Ctx, input: ForwardInput): Promise<Message> {
    const { id, inputHash } = identify(input);
    const original = await findMessage(this.uow.reader, input.messageId);
    // In a foreign inbox it is as if it were not there, to the word (S6).
    if (original?.kind !== 'MESSAGE' || !(await this.access.loadVisible(ctx, original.conversationId)))
      throw new DomainError('NOT_FOUND', 'There is no such message.', { path: ['messageId'] });
    const conversation = await this.access.requireAction(ctx, original.conversationId, 'act');
    const before = await findMessage(this.uow.reader, id);
    if (before) return repeated(ctx, before, inputHash);
    const out = await this.prepare(ctx, conversation, original, input, { id, inputHash });
    return this.uow.run(ctx, async (tx) => {
      await this.access.requireAction(ctx, conversation.id, 'act', tx);
      const locked = await lockConversation(tx, conversation.id);
      const first = await findMessage(tx, id);
      if (first) return repeated(ctx, first, inputHash);
      if (input.basedOn) await requireFresh(tx, locked, input.basedOn, actorOf(ctx.principal).id);
      const wanted = { conversationId: locked.id, channelId: out.channel.id, subject: out.subject };
      const thread = await createThread(tx, { ...wanted, purpose: 'SIDE' });
      if (!thread) throw new Error(`No thread could be made for the conversation ${locked.id}`);
      return storeOutward(tx, locked, thread, out);
    });
  }

  private async prepare(
    ctx: Ctx,
    conversation: Conversation,
    original: Message,
    input: ForwardInput,
    known: { id: string; inputHash: string },
  ): Promise<Outward> {
    const { reader } = this.uow;
    checkText(input);
    const sendAt = checkSendAt(input.sendAt, this.clock.now());
    const from = await this.from(conversation, original);
    const people = await addressed(reader, input, from);
    const uploads = await requireUploads(reader, input.uploadIds ?? [], ownerOf(ctx));
    const alsoFiles = input.withAttachments ? await this.files(original, input.attachmentIds ?? null) : [];
    const named = input.html?.trim() ? namePictures(input.html, input.uploadIds ?? []) : null;
    const html = named === null ? null : (await this.sanitizer.clean(named, { mode: 'send' })).html;
    const content = fit({ text: input.text, html, files: [...uploads, ...alsoFiles.map(sized)] }, from.capabilities);
    const [refusal] = content.refused;
    if (refusal) throw new DomainError('UNSUPPORTED', refusal, { path: ['text'] });
    const withHtml = content.html !== null || original.html !== null;
    const block = await forwardBlock(original, await recipientsOf(reader, [original.id]), withHtml, this.sanitizer);
    return {
      ...known,
      channel: from.channel,
      from: from.address,
      ...people,
      subject: forwardSubject(original.subject ?? conversation.subject),
      content: withHtml && content.html === null ? { ...content, html: block.asHtml(content.text) } : content,
      below: await below(await inboxOf(reader, conversation.inboxId), block.quoted, withHtml, this.sanitizer),
      uploads: uploads as ReadyUpload[],
      alsoFiles,
      sendAt,
      forwardOfId: original.id,
    };
  }

  /** From the address of its own channel, where that may write first; else from the first of the inbox that may. */
  private async from(conversation: Conversation, original: Message): Promise<ComposeFrom> {
    const all = await composeFromOf(this.uow.reader, [conversation.inboxId]);
    const channel = original.channelId ? await findChannel(this.uow.reader, original.channelId) : null;
    const from = all.find((one) => one.channel.id === channel?.id) ?? all[0];
    if (from) return from;
    throw new DomainError('NO_REPLY_ROUTE', 'No channel of this inbox can pass it on. Connect one, such as a mailbox.', {
      path: ['messageId'],
    });
  }

  private async files(original: Message, wanted: readonly string[] | null): Promise<NewAttachment[]> {
    const files = await attachmentsOf(this.uow.reader, [original.id]);
    const chosen = files.filter((file) => file.inline || wanted === null || wanted.includes(file.id));
    if (wanted?.some((id) => !files.some((file) => file.id === id)))
      throw new DomainError('NOT_FOUND', 'The message has no such file.', { path: ['attachmentIds'] });
    if (chosen.some((file) => file.state === 'FETCHING'))
      throw new DomainError('INVALID', 'Its files are still being fetched. Try again in a moment.', {
        path: ['withAttachments'],
      });
    return chosen
      .filter((file) => file.hash !== null)
      .map(({ name, mime, bytes, hash, contentId, inline }) => ({ name, mime, bytes, hash, contentId, inline }));
  }
}

function sized({ name, mime, bytes }: NewAttachment): { name: string; mime: string; bytes: number } {
  return { name, mime, bytes: bytes ?? 0 };
}

/** One `Fwd: `, however often it was passed on. */
function forwardSubject(subject: string): string {
  return `Fwd: ${subject.replace(/^(?:\s*(?:fwd?|wg|tr|i|enc|rv|doorgestuurd)\s*:\s*)+/i, '')}`;
}

function identify(input: ForwardInput): { id: string; inputHash: string } {
  const id = input.id ?? newId('message');
  if (!isId('message', id))
    throw new DomainError('INVALID', 'The id must be msg_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
  const { messageId, to, cc, bcc, text, html, uploadIds, withAttachments, attachmentIds, sendAt } = input;
  const said = [messageId, to, cc, bcc, text, html, uploadIds ?? [], withAttachments, attachmentIds, sendAt];
  return { id, inputHash: hashOf(said) };
}
