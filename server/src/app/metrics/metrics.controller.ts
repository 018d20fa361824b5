import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, NotFoundException, Req, Res, UnauthorizedException } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import { CONFIG } from '../tokens.js';
import { Readings } from './readings.js';

/** `/metrics` for Prometheus, behind the token of the settings; without one there is no such page. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly readings: Readings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { metricsToken } = this.config;
    if (metricsToken === undefined) throw new NotFoundException('Metrics are switched off: BALIE_METRICS_TOKEN is not set.');
    if (!shows(request.headers.authorization, metricsToken)) throw new UnauthorizedException('Show the token of the metrics.');
    const answer = await this.readings.read();
    response.setHeader('Content-Type', answer?.contentType ?? 'text/plain');
    response.send(answer?.text ?? '');
  }
}

/** Compared by hashes: neither length nor content of the token shows in how long it takes. */
function shows(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
