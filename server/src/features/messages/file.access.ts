import type { IncomingMessage } from 'node:http';
import { Injectable, NotFoundException, UnauthorizedException } from '@nestjs/common';
import { canInInbox, hasScope } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { Attachment } from './attachment.entity.js';
import { inboxOfConversation } from './message.loader.js';
import type { Message } from './message.entity.js';
import { findMessage } from './message.repository.js';
import { Upload } from './upload.entity.js';

/** Who may fetch what belongs to a message: those who may see its inbox. To all others it is not there. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly auth: RequestAuth,
    private readonly uow: UnitOfWork,
  ) {}

  /** Who asks; 401 without a session or token that may read. */
  async requireReader(request: IncomingMessage): Promise<Ctx> {
    const ctx = await this.auth.authenticate(request);
    if (!ctx || !hasScope(ctx.principal, ['CONVERSATIONS_READ'])) throw new UnauthorizedException('Sign in first.');
    return ctx;
  }

  async requireMessage(request: IncomingMessage, id: string): Promise<Message> {
    const ctx = await this.requireReader(request);
    const message = await findMessage(this.uow.reader, id);
    const inboxId = message && (await inboxOfConversation(this.uow.reader, message.conversationId));
    if (!message || !inboxId || !canInInbox(ctx.principal, 'view', inboxId)) throw new NotFoundException();
    return message;
  }

  async requireAttachment(request: IncomingMessage, id: string): Promise<Attachment & { hash: string }> {
    const attachment = await this.readable(await this.requireReader(request), id);
    if (!attachment) throw new NotFoundException();
    return attachment;
  }

  /** The same for who does not ask by HTTP: null where it is not his to read, not fetched yet, or not there. */
  async readable({ principal }: Ctx, id: string): Promise<(Attachment & { hash: string }) | null> {
    if (!hasScope(principal, ['CONVERSATIONS_READ'])) return null;
    const attachment = await this.uow.reader.manager.findOneBy(Attachment, { id });
    const message = attachment && (await findMessage(this.uow.reader, attachment.messageId));
    const inboxId = message && (await inboxOfConversation(this.uow.reader, message.conversationId));
    if (!attachment?.hash || !inboxId || !canInInbox(principal, 'view', inboxId)) return null;
    return attachment as Attachment & { hash: string };
  }

  /** A file that waits in a draft: only for the one who put it there. */
  async requireUpload(request: IncomingMessage, id: string): Promise<Upload & { hash: string }> {
    const ctx = await this.requireReader(request);
    const upload = await this.uow.reader.manager.findOneBy(Upload, { id });
    if (!upload?.hash || upload.userId !== actorOf(ctx.principal).id) throw new NotFoundException();
    return upload as Upload & { hash: string };
  }
}
