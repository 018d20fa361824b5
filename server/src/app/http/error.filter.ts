import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError, type ErrorCode } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';

const STATUS: Record<ErrorCode, number> = {
  INVALID: 422,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  NOT_A_MEMBER: 403,
  CONFLICT: 409,
  STALE: 409,
  WINDOW_CLOSED: 409,
  NO_REPLY_ROUTE: 409,
  UNSUPPORTED: 422,
  CHANNEL_DOWN: 502,
  LIMIT: 429,
  INBOX_GONE: 409,
};

interface Failure {
  status: number;
  body: object;
  retryAfterSeconds?: number;
}

/** Errors of plain HTTP routes, all in one form; those of GraphQL go on to its own. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    const failure = this.failureOf(error, host.switchToHttp().getRequest<Request>());
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (failure.retryAfterSeconds !== undefined) response.setHeader('Retry-After', failure.retryAfterSeconds);
    response.status(failure.status).json(failure.body);
  }

  private failureOf(error: unknown, request: Request): Failure {
    if (error instanceof DomainError) return ofDomain(error);
    if (error instanceof HttpException) return { status: error.getStatus(), body: bodyOf(error) };
    const { status, expose, message } = error as { status?: unknown; expose?: unknown; message?: string };
    // What Express and its parsers refuse, such as a body that is too large.
    if (typeof status === 'number' && status < 500 && expose === true)
      return { status, body: { error: { code: 'BAD_REQUEST', message } } };
    const correlationId = (request as { id?: unknown }).id ?? newId('event');
    this.logger.error(`${request.method} ${request.path} failed (${String(correlationId)}): ${stackOf(error)}`);
    return { status: 500, body: { error: { code: 'INTERNAL', message: 'Internal error', correlationId } } };
  }
}

function ofDomain(error: DomainError): Failure {
  const { path, retryAfterMs } = error.detail;
  const retryAfterSeconds = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000);
  const detail = { ...(path ? { path } : {}), ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  const body = { error: { code: error.code, message: error.message, ...detail } };
  return { status: STATUS[error.code], body, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

function bodyOf(error: HttpException): object {
  const response = error.getResponse();
  if (typeof response === 'object' && 'error' in response && typeof response.error === 'object') return response;
  return { error: { code: error.getStatus() === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', message: error.message } };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
