import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { MessagesModule } from '../messages/index.js';
import { ComposeService } from './compose.service.js';
import { ForwardService } from './forward.service.js';
import { InboxSendingResolver } from './inbox-sending.resolver.js';
import { LetterService } from './letter.service.js';
import { OutboxResolver } from './outbox.resolver.js';
import { OutboxService } from './outbox.service.js';
import { ReplyResolver, ReplyRouteResolver } from './reply.resolver.js';
import { ReplyService } from './reply.service.js';
import { UploadController } from './upload.controller.js';
import { UploadService } from './upload.service.js';
import { UploadSweeper } from './upload.sweeper.js';

/** What goes out: answers, comments and their files. Needs the kernel's ports. */
@Module({
  imports: [ConversationsModule, MessagesModule],
  controllers: [UploadController],
  providers: [
    ReplyService,
    UploadService,
    UploadSweeper,
    ComposeService,
    ForwardService,
    OutboxService,
    LetterService,
    ReplyResolver,
    ReplyRouteResolver,
    OutboxResolver,
    InboxSendingResolver,
  ],
  exports: [ReplyService, LetterService],
})
export class RepliesModule {}
