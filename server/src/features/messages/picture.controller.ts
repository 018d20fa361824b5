import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Logger, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { FileAccess } from './file.access.js';
import { PictureFetcher, PictureRefused } from './picture-fetcher.js';
import { remotePictures } from './remote-pictures.js';

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Once fetched, a picture is not asked for at each look: the sender would learn of each.
  'Cache-Control': 'private, max-age=86400, immutable',
};

/** Pictures from elsewhere, for the page of a message whose reader has asked for them. Only what the message itself names can be asked for. */
@Controller('files')
export class PictureController {
  private readonly log = new Logger('Pictures');

  constructor(
    private readonly access: FileAccess,
    private readonly fetcher: PictureFetcher,
  ) {}

  @Get('pictures/:messageId/:number')
  async picture(
    @Param('messageId') messageId: string,
    @Param('number') number: string,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const message = await this.access.requireMessage(request, messageId);
    const address = /^\d{1,3}$/.test(number) ? remotePictures(message.html ?? '')[Number(number)] : undefined;
    if (address === undefined) throw new NotFoundException();
    try {
      const { bytes, mime } = await this.fetcher.fetch(address);
      response.writeHead(200, { ...HEADERS, 'Content-Type': mime, 'Content-Length': bytes.length }).end(bytes);
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      this.log.debug({ messageId, number, reason: error.message }, 'A picture was not shown.');
      throw new NotFoundException();
    }
  }
}
