import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readiness } from './readiness.js';

/** For supervisors and load balancers; says nothing that a stranger may not know. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response) {
    const checks = await this.readiness.checks();
    const ok = checks.every((check) => check.ok);
    response.status(ok ? 200 : 503);
    return {
      status: ok ? 'ok' : 'failing',
      checks: Object.fromEntries(checks.map(({ key, ok: fine }) => [key, fine ? 'ok' : 'failing'])),
    };
  }
}
