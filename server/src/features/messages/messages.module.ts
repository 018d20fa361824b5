import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '../../kernel/nodes.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { FileAccess } from './file.access.js';
import { FileController } from './file.controller.js';
import { HtmlSanitizer } from './html.js';
import { PictureController } from './picture.controller.js';
import { PictureFetcher } from './picture-fetcher.js';
import { loadVisibleAttachment, loadVisibleMessage } from './message.loader.js';
import { ActorResolver, AttachmentResolver, EventResolver, ItemResolver, MessageResolver } from './message.resolver.js';

/** Messages, comments and what happened: reading them, and their pages and files. Needs the kernel's ports and `PictureOptions`. */
@Module({
  controllers: [FileController, PictureController],
  providers: [
    FileAccess,
    HtmlSanitizer,
    PictureFetcher,
    ItemResolver,
    ActorResolver,
    EventResolver,
    MessageResolver,
    AttachmentResolver,
  ],
  exports: [FileAccess, HtmlSanitizer],
})
export class MessagesModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('message', 'Message', (gql, id) => loadVisibleMessage(gql, this.uow.reader, id));
    this.nodes.register('event', 'Event', (gql, id) => loadVisibleMessage(gql, this.uow.reader, id));
    this.nodes.register('attachment', 'Attachment', (gql, id) => loadVisibleAttachment(gql, this.uow.reader, id));
  }
}
