import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { FileAccess, sendFile } from '../messages/index.js';
import { Storage } from '../../kernel/storage.js';
import { LedgerService } from './ledger.service.js';

/** The source of an item of the ledger, for those who may see the item. */
@Controller('files')
export class LedgerController {
  constructor(
    private readonly access: FileAccess,
    private readonly ledger: LedgerService,
    private readonly storage: Storage,
  ) {}

  @Get('inbound/:id')
  async raw(@Param('id') id: string, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const item = await this.ledger.find(await this.access.requireReader(request), id);
    if (!item || item.rawHash === null) throw new NotFoundException();
    await sendFile(response, await this.storage.open(item.rawHash), { name: `${id}.eml`, bytes: null, download: true });
  }
}
