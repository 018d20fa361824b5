import { HttpException } from '@nestjs/common';

/** A request that is answered by the host itself, in the form of all our errors. */
export class HttpRefusal extends HttpException {
  constructor(
    status: number,
    message: string,
    /** When to come back. */
    readonly retryAfterSeconds?: number,
  ) {
    super({ error: { code: CODES[status] ?? 'BAD_REQUEST', message } }, status);
  }
}

const CODES: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'LIMIT',
  429: 'LIMIT',
  502: 'PLUGIN_FAILED',
  503: 'PLUGIN_DOWN',
  504: 'PLUGIN_TIMEOUT',
};
