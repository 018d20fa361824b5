import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { Authenticator, ctxOf, placeOf } from '../../features/auth/index.js';
import { newId } from '../../kernel/ids.js';
import { RequestContext } from './request-context.js';

/** Makes the context of an HTTP request: nobody reaches the schema without a session or token. */
@Injectable()
export class ApiContext {
  constructor(private readonly authenticator: Authenticator) {}

  async of(request: IncomingMessage & { id?: unknown }): Promise<RequestContext> {
    const caller = await this.authenticator.caller(request);
    if (!caller) {
      throw new GraphQLError('Sign in, or send an API token that holds.', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
    const correlationId = typeof request.id === 'string' ? request.id : newId('event');
    const { ip } = placeOf(request);
    return new RequestContext(request, { ...ctxOf(caller.principal, correlationId), ...(ip ? { ip } : {}) });
  }
}
