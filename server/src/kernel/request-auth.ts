import type { IncomingMessage } from 'node:http';
import type { Ctx } from './context.js';

/** Who sends an HTTP request, by session cookie or bearer token: for the routes beside GraphQL, such as files. */
export abstract class RequestAuth {
  /** Null when it carries no session or token that holds. */
  abstract authenticate(request: IncomingMessage): Promise<Ctx | null>;
}
