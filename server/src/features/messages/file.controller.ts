import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { PublicAddress } from '../../kernel/public-address.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { FileAccess } from './file.access.js';
import { sendFile } from './file-response.js';
import { HtmlSanitizer } from './html.js';
import { mailPage, MAIL_PAGE_HEADERS } from './mail-page.js';
import { remotePictures } from './remote-pictures.js';
import { attachmentsOf } from './message.repository.js';

/** Address of each picture from elsewhere, and that under which it comes through us. */
function proxied(messageId: string, html: string, base: string): Record<string, string> {
  return Object.fromEntries(
    remotePictures(html).map((address, number) => [address, `${base}/files/pictures/${messageId}/${number}`]),
  );
}

/** What a message shows besides GraphQL: its page, its files, its source. */
@Controller('files')
export class FileController {
  constructor(
    private readonly access: FileAccess,
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    private readonly sanitizer: HtmlSanitizer,
    private readonly address: PublicAddress,
  ) {}

  /**
   * The page in the frame of the reader: cleaned once more, under a policy of its own that lets nothing run and loads from here
   * alone. `pictures=1`: the reader has asked for those from elsewhere, which come through us (R-HTM-2).
   */
  @Get('mail/:id')
  async mail(
    @Param('id') id: string,
    @Query('pictures') wanted: unknown,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const message = await this.access.requireMessage(request, id);
    if (message.html === null) throw new NotFoundException();
    const files = await attachmentsOf(this.uow.reader, [id]);
    const shown = files.filter((file) => file.contentId !== null && file.state === 'READY');
    const { base } = this.address;
    const images = Object.fromEntries(shown.map((file) => [file.contentId ?? '', `${base}/files/attachments/${file.id}`]));
    const { html } = await this.sanitizer.clean(message.html, {
      mode: 'show',
      images,
      ...(wanted === '1' ? { pictures: proxied(id, message.html, base) } : {}),
    });
    response.writeHead(200, MAIL_PAGE_HEADERS).end(mailPage(html));
  }

  @Get('attachments/:id')
  async attachment(@Param('id') id: string, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const file = await this.access.requireAttachment(request, id);
    await sendFile(response, await this.storage.open(file.hash), { name: file.name, bytes: file.bytes });
  }

  /** What waits in a draft, so that a picture stands in its text again after a reload. */
  @Get('uploads/:id')
  async upload(@Param('id') id: string, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const file = await this.access.requireUpload(request, id);
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
