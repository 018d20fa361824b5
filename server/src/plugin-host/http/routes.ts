import type { RouteOptions } from '@balie/plugin-sdk';
import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { canInInbox, hasScope } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import { RequestAuth } from '../../kernel/request-auth.js';
import { checkResponse, openToOthers, sendAnswer } from './answer.js';
import { RequestBudget } from './budget.js';
import { HttpCalls, type RouteOwner } from './calling.js';
import { bodyOf, headOf, type WebRequest } from './raw-request.js';
import { HttpRefusal } from './refusal.js';

const MAX_BYTES = 256 * 1024;
/** Of one address to one channel, in a minute. */
const REQUESTS = 300;

/** Where in a plugin a request is meant to go. */
export interface Place {
  plugin: string;
  /** Or of a responder. */
  channelId: string;
  name: string;
  /** What follows the name. */
  path: string;
}

/** The routes of channels and responders: what end users' browsers ask, and what plugins show to agents. */
@Injectable()
export class PluginRoutes {
  private readonly budget: RequestBudget;

  constructor(
    private readonly calls: HttpCalls,
    private readonly clock: Clock,
    private readonly module: ModuleRef,
  ) {
    this.budget = new RequestBudget(REQUESTS, 60_000, () => this.clock.now());
  }

  async answer(place: Place, request: WebRequest, response: ServerResponse): Promise<void> {
    const owner = await this.calls.owner(place.plugin, place.channelId);
    const route = Object.hasOwn(owner.routes, place.name) ? owner.routes[place.name] : undefined;
    if (!route) throw new HttpRefusal(404, 'There is nothing at this address.');
    this.admitOrigin(route, request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    this.admitMethod(route, request, response);
    const wait = this.budget.take(`${place.channelId} ${request.ip ?? ''}`);
    if (wait !== null) throw new HttpRefusal(429, 'Too many requests.', wait);
    if (!route.public || route.admins) await this.admitAgent(owner, route, request);
    const body = await bodyOf(request, route.maxBytes ?? MAX_BYTES);
    const raw = { ...headOf(request, place.path, this.clock.now()), body };
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = checkResponse(await owner.ask([place.name, raw], gone.signal));
    sendAnswer(response, answer, { open: route.public, head: request.method === 'HEAD' });
  }

  /** Without `cors` a page of another site gets nothing, not even an error that it could read. */
  private admitOrigin(route: RouteOptions, request: WebRequest, response: ServerResponse): void {
    if (route.cors) return allowOrigins(request, response);
    const { origin, host } = request.headers;
    if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return;
    throw new HttpRefusal(403, 'Other sites may not ask this.');
  }

  private admitMethod({ method }: RouteOptions, request: WebRequest, response: ServerResponse): void {
    if (request.method === method || (method === 'GET' && request.method === 'HEAD')) return;
    response.setHeader('Allow', method === 'GET' ? 'GET, HEAD' : method);
    throw new HttpRefusal(405, `This address answers ${method} only.`);
  }

  private async admitAgent({ inboxIds }: RouteOwner, { admins }: RouteOptions, request: WebRequest): Promise<void> {
    const ctx = await this.module.get(RequestAuth, { strict: false }).authenticate(request);
    if (!ctx) throw new HttpRefusal(401, 'Sign in first.');
    if (admins && !hasScope(ctx.principal, ['ADMIN'])) throw new HttpRefusal(403, 'This is for admins.');
    if (admins) return;
    if (!inboxIds.some((id) => canInInbox(ctx.principal, 'view', id)))
      throw new HttpRefusal(404, 'There is nothing at this address.');
  }
}

/** Any site may ask and read the answer; nobody's cookies come along. */
export function allowOrigins(request: WebRequest, response: ServerResponse): void {
  openToOthers(response);
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? 'content-type');
  response.setHeader('Access-Control-Max-Age', '86400');
}
