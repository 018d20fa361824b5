import { ExpressAdapter } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';

/** Nest's Express with one more handler after all routes, before the answer that there is no such route. */
export class PageAdapter extends ExpressAdapter {
  constructor(private readonly lastHandler: RequestHandler) {
    super();
  }

  override setNotFoundHandler(...handlers: Parameters<ExpressAdapter['setNotFoundHandler']>): unknown {
    this.use(this.lastHandler);
    return super.setNotFoundHandler(...handlers) as unknown;
  }
}
