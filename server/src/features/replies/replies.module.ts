import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { MessagesModule } from '../messages/index.js';
import { ReplyResolver } from './reply.resolver.js';
import { ReplyService, UndoWindow } from './reply.service.js';
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
    ReplyResolver,
    { provide: UndoWindow, useValue: { ms: 0 } satisfies UndoWindow },
  ],
  exports: [ReplyService],
})
export class RepliesModule {}
