import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { Response } from 'express';
import { joinedSchema } from './schema-files.js';

/** The schema as text, for generators of code: it is the same for everybody, and no secret. */
@Controller()
export class SchemaController {
  private readonly text = joinedSchema();
  private readonly tag = `"${createHash('sha256').update(this.text).digest('base64url')}"`;

  @Get('schema.graphql')
  read(@Res() response: Response, @Headers('if-none-match') known: string | undefined): void {
    response.setHeader('ETag', this.tag);
    response.setHeader('Cache-Control', 'no-cache');
    // By hand: Express sends it again to who says `Cache-Control: no-cache` along, as the fetch of Node does.
    if (known?.includes(this.tag)) response.status(304).end();
    else response.type('text/plain; charset=utf-8').send(this.text);
  }
}
