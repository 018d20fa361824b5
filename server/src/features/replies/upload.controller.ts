import type { IncomingMessage } from 'node:http';
import { Controller, HttpCode, HttpException, Param, Put, Req } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError, type ErrorCode } from '../../kernel/errors.js';
import { UPLOAD_HEADER, UploadService } from './upload.service.js';

const STATUS: Partial<Record<ErrorCode, number>> = { NOT_FOUND: 404, CONFLICT: 409, LIMIT: 413 };

/** Where the bytes of a file are PUT; the secret of `uploadCreate` is the right to do it. */
@Controller('files')
export class UploadController {
  constructor(
    private readonly uploads: UploadService,
    private readonly clock: Clock,
  ) {}

  @Put('uploads/:id')
  @HttpCode(204)
  async put(@Param('id') id: string, @Req() request: IncomingMessage): Promise<void> {
    const secret = request.headers[UPLOAD_HEADER];
    const ctx: Ctx = { principal: { kind: 'system', name: 'Upload' }, correlationId: id };
    try {
      await this.uploads.put(id, typeof secret === 'string' ? secret : '', this.clock.now(), request, ctx);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new HttpException({ code: error.code, message: error.message }, STATUS[error.code] ?? 400);
    }
  }
}
