import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { FileAccess } from './file.access.js';
import { sendFile } from './file-response.js';
import { HtmlSanitizer } from './html.js';
import { mailPage, MAIL_PAGE_HEADERS } from './mail-page.js';
import { attachmentsOf } from './message.repository.js';

/** What a message shows besides GraphQL: its page, its files, its source. */
@Controller('files')
export class FileController {
  constructor(
    private readonly access: FileAccess,
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    private readonly sanitizer: HtmlSanitizer,
  ) {}

  /** The page in the frame of the reader: cleaned once more, under a policy of its own that lets nothing run or load. */
  @Get('mail/:id')
  async mail(@Param('id') id: string, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const message = await this.access.requireMessage(request, id);
    if (message.html === null) throw new NotFoundException();
    const files = await attachmentsOf(this.uow.reader, [id]);
    const shown = files.filter((file) => file.contentId !== null && file.state === 'READY');
    const images = Object.fromEntries(shown.map((file) => [file.contentId ?? '', `/files/attachments/${file.id}`]));
    const { html } = await this.sanitizer.clean(message.html, { mode: 'show', images });
    response.writeHead(200, MAIL_PAGE_HEADERS).end(mailPage(html));
  }

  @Get('attachments/:id')
  async attachment(@Param('id') id: string, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const file = await this.access.requireAttachment(request, id);
    await sendFile(response, await this.storage.open(file.hash), { name: file.name, bytes: file.bytes });
  }

  /** The bytes as they came. */
  @Get('raw/:id')
  async raw(@Param('id') id: string, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const message = await this.access.requireMessage(request, id);
    if (message.rawHash === null) throw new NotFoundException();
    await sendFile(response, await this.storage.open(message.rawHash), { name: `${id}.eml`, bytes: null, download: true });
  }
}
