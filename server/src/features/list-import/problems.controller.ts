import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import { BOM, csvLine } from '../../kernel/csv.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { sendFile } from '../messages/index.js';
import type { ListImport } from './list-import.entity.js';
import { problemsOf } from './list-import.repository.js';
import { ListImportService } from './list-import.service.js';
import { reasonOf } from './problems.js';

const PAGE = 200;

/** The rows of a file that were not taken in, to be mended and taken in again. */
@Controller('files/imports')
export class ImportProblemsController {
  constructor(
    private readonly auth: RequestAuth,
    private readonly uow: UnitOfWork,
    private readonly imports: ListImportService,
  ) {}

  @Get(':id/problems.csv')
  async problems(
    @Param('id') id: string,
    @Query('language') language: unknown,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const ctx = await this.auth.authenticate(request);
    if (!ctx) throw new UnauthorizedException('Sign in first.');
    const one = await this.imports.find(ctx, id);
    if (!one) throw new NotFoundException();
    const lines = this.lines(one, typeof language === 'string' ? language : null);
    await sendFile(response, Readable.from(lines), { name: 'problems.csv', bytes: null, download: true, fresh: true });
  }

  /** The row as it was, so that its columns fit the file that it comes from. */
  private async *lines(one: ListImport, language: string | null): AsyncGenerator<Buffer> {
    yield Buffer.from(BOM + csvLine(['line', 'reason', ...one.headers]));
    for (let after = 0; ;) {
      const page = await problemsOf(this.uow.reader, one.id, after, PAGE);
      if (page.length > 0) {
        const lines = page.map((problem) => csvLine([problem.line, reasonOf(problem, language), ...problem.cells]));
        yield Buffer.from(lines.join(''));
      }
      if (page.length < PAGE) return;
      after = page.at(-1)?.line ?? 0;
    }
  }
}
