import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { BadRequestException, Controller, Get, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import { z } from 'zod';
import { hasScope, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { BOM } from '../../kernel/csv.js';
import { DomainError } from '../../kernel/errors.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import { type FactAsked, factFilter } from '../list-index/index.js';
import { sendFile } from '../messages/index.js';
import { contactLines } from './contact-lines.js';
import { hasList, recordLines } from './record-lines.js';

type Asked = Record<string, unknown>;

const words = z.string().nullish();
const FACT = z.object({
  propertyId: z.string(),
  value: words,
  anyOf: z.array(z.string()).nullish(),
  contains: words,
  from: words,
  to: words,
  kept: z.boolean().nullish(),
});

/** Lists as files for spreadsheets, as whoever asks sees them (S6): the same search and filters, and all pages of them. */
@Controller('files/lists')
export class ListExportController {
  constructor(
    private readonly auth: RequestAuth,
    private readonly uow: UnitOfWork,
  ) {}

  /** `search`, `ownerId`, `deleted=1`, and for a fact `fact`, the JSON of a `FactInput`, or `propertyId` with `value`, as in `contacts`; `bom=0` leaves out the mark by which Excel knows UTF-8. */
  @Get('contacts.csv')
  async contacts(@Query() asked: Asked, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const ctx = await this.requireReader(request);
    const filter = {
      ...{ search: text(asked['search']), ownerId: text(asked['ownerId']), deleted: asked['deleted'] === '1' },
      fact: await factOf(this.uow.reader, asked),
    };
    const lines = contactLines(this.uow.reader, filter, visibleInboxes(ctx.principal));
    await this.send(ctx, response, { list: 'contacts', lines, bom: asked['bom'] !== '0' });
  }

  /** `type`, `search`, `ownerId`, `stageId`, `priority`, `open` (1 or 0), `deleted=1` and `order` as in `records`; `language` for the stages that come with the product. */
  @Get('records.csv')
  async records(@Query() asked: Asked, @Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    const ctx = await this.requireReader(request);
    const type = text(asked['type']) ?? '';
    if (!hasList(type)) throw new BadRequestException('type is one of TICKET, DEAL, TASK and COMPANY.');
    const open = text(asked['open']);
    const filter = {
      type,
      ...{ search: text(asked['search']), ownerId: text(asked['ownerId']), stageId: text(asked['stageId']) },
      priority: text(asked['priority']) as 'LOW' | null,
      open: open === null ? null : open === '1',
      deleted: asked['deleted'] === '1',
    };
    const newest = asked['order'] !== 'OLDEST';
    const list = { filter, visible: visibleInboxes(ctx.principal), newest, language: text(asked['language']) };
    const lines = recordLines(this.uow.reader, list);
    await this.send(ctx, response, { list: type.toLowerCase(), lines, bom: asked['bom'] !== '0' });
  }

  private async requireReader(request: IncomingMessage): Promise<Ctx> {
    const ctx = await this.auth.authenticate(request);
    if (!ctx || !hasScope(ctx.principal, ['CONTACTS_READ'])) throw new UnauthorizedException('Sign in first.');
    return ctx;
  }

  private async send(
    ctx: Ctx,
    response: ServerResponse,
    { list, lines, bom }: { list: string; lines: AsyncIterable<string>; bom: boolean },
  ): Promise<void> {
    // Without what was looked for: the log is kept for good, and it may be somebody's name.
    const entry = { action: 'LIST_EXPORTED' as const, changes: [{ field: 'list', before: null, after: list }] };
    await this.uow.run(ctx, (tx) => audit(tx, entry));
    await sendFile(response, Readable.from(buffers(lines, bom)), {
      name: `${list}.csv`,
      bytes: null,
      download: true,
      fresh: true,
    });
  }
}

/** Looked at before the file begins: after that nothing could be refused any more. */
async function factOf(reader: Reader, asked: Asked): Promise<FactAsked | null> {
  const [propertyId, value, json] = [text(asked['propertyId']), text(asked['value']), text(asked['fact'])];
  const fact = json === null ? propertyId !== null && value !== null && { propertyId, value } : readFact(json);
  if (!fact) return null;
  try {
    await factFilter(reader, fact);
    return fact;
  } catch (error) {
    if (error instanceof DomainError) throw new BadRequestException(error.message);
    throw error;
  }
}

/** A `FactInput`, with nothing in it that it does not have. */
function readFact(json: string): FactAsked {
  try {
    return FACT.parse(JSON.parse(json));
  } catch {
    throw new BadRequestException('fact is the JSON of a FactInput.');
  }
}

async function* buffers(lines: AsyncIterable<string>, bom: boolean): AsyncGenerator<Buffer> {
  if (bom) yield Buffer.from(BOM);
  for await (const part of lines) yield Buffer.from(part);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
