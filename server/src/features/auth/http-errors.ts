import { HttpException } from '@nestjs/common';

/** An expected failure of a plain HTTP route, in the form that clients of these routes read. */
export class HttpError extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    message: string,
    detail: { path?: string[]; retryAfterSeconds?: number } = {},
  ) {
    super({ error: { code, message, ...detail } }, status);
  }
}
