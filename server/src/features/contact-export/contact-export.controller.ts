import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, NotFoundException, Param, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import { RequestAuth } from '../../kernel/request-auth.js';
import { Storage } from '../../kernel/storage.js';
import { sendFile } from '../messages/index.js';
import { ContactExportService } from './contact-export.service.js';

/** Archives of people: for who is signed in, may have them, and shows the address that `contactExportLink` gave; it alone opens nothing. */
@Controller('files/exports')
export class ContactExportController {
  constructor(
    private readonly auth: RequestAuth,
    private readonly storage: Storage,
    private readonly exports: ContactExportService,
  ) {}

  @Get(':id')
  async archive(
    @Param('id') id: string,
    @Query('key') key: unknown,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const ctx = await this.auth.authenticate(request);
    if (!ctx) throw new UnauthorizedException('Sign in first.');
    const one = await this.exports.opened(ctx, id, typeof key === 'string' ? key : '');
    if (!one) throw new NotFoundException();
    const file = { name: `${one.contactId}.zip`, bytes: one.bytes, download: true, fresh: true };
    await sendFile(response, await this.storage.open(one.hash), file);
  }
}
