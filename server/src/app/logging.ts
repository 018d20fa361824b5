import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { type DestinationStream, type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { newId } from '../kernel/ids.js';

/** What Nest itself tells about its own start; of interest to nobody but its developers. */
const FRAMEWORK = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'GraphQLModule',
]);
/** Nest's own report of a start that failed: the one sentence of the start says it better. */
const START_FAILED = new Set(['ExceptionHandler', 'NestApplication']);

const SECRET_KEYS = ['password', 'passwordHash', 'token', 'secret', 'secretKey', 'authorization', 'cookie', 'code'];

/** JSON lines on the standard output; what could be a secret is hidden wherever it is in what is logged. */
export function makeLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options = { level, base: undefined, redact: { paths, censor: '[hidden]' } };
  return destination ? pino(options, destination) : pino(options);
}

/** One line for each request, with its id, without headers, bodies and query strings. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => newId('event'),
    quietReqLogger: true,
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: unknown; url: string }) => ({ id, method, path: url.split('?', 1)[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
      error || response.statusCode >= 500 ? 'error' : 'debug',
  });
}

/** Nest's logger on pino: the features log through it. */
export class Log implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write(FRAMEWORK.has(contextOf(more) ?? '') ? 'debug' : 'info', message, more);
  }
  error(message: unknown, ...more: unknown[]): void {
    this.write(START_FAILED.has(contextOf(more) ?? '') ? 'debug' : 'error', message, more);
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }
  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }
  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }
  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  /** Nest hands over the message, then perhaps a stack or more messages, then the context. */
  private write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, more: unknown[]): void {
    const rest = more.slice(0, -1).filter((part) => part !== undefined);
    const fields = { context: contextOf(more), ...(rest.length > 0 ? { more: rest } : {}) };
    if (message instanceof Error) this.pino[level]({ ...fields, err: message }, message.message);
    else if (typeof message === 'object') this.pino[level]({ ...fields, ...message });
    else this.pino[level](fields, String(message));
  }
}

function contextOf(more: unknown[]): string | undefined {
  const last = more.at(-1);
  return typeof last === 'string' ? last : undefined;
}
