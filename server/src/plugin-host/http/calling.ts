import type { RawRequest, RouteOptions } from '@balie/plugin-sdk';
import { Injectable, Logger } from '@nestjs/common';
import { type Channel, ChannelFailure } from '../../features/channels/index.js';
import { findResponder, type Responder } from '../../features/responders/index.js';
import { kindOfId, newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { failureOf } from '../call-failure.js';
import { ChannelCalls, type Reached } from '../channel-calls.js';
import { DeadlineError } from '../child/peer.js';
import { Reconciler } from '../reconciler.js';
import type { RunningPlugin } from '../registry.js';
import { type ReachedResponder, ResponderCalls } from '../responder-calls.js';
import { HttpRefusal } from './refusal.js';
import { Turnstile } from './turnstile.js';

/** More at once of one plugin wait outside: a flood of requests must not become one of calls. */
const ENTRANCE = {
  atOnce: 32,
  waiting: 512,
  waitMs: 10_000,
  refusal: () => new HttpRefusal(503, 'Too much at once. Try again.', 1),
};
const CALL_MS = 30_000;

/** A channel or responder, as far as its routes go. */
export interface RouteOwner {
  plugin: RunningPlugin;
  /** To whose members it belongs. */
  inboxIds: readonly string[];
  routes: Readonly<Record<string, RouteOptions>>;
  ask(args: [name: string, request: RawRequest], signal: AbortSignal): Promise<unknown>;
}

/** Asks plugins about requests, and puts what goes wrong into an answer without anything from inside. */
@Injectable()
export class HttpCalls {
  private readonly logger = new Logger('Plugin routes');
  private readonly entrances = new Map<string, Turnstile>();

  constructor(
    private readonly calls: ChannelCalls,
    private readonly responders: ResponderCalls,
    private readonly reconciler: Reconciler,
    private readonly uow: UnitOfWork,
  ) {}

  /** The channel of an address; 404 when it is none of that plugin's or switched off, 503 while its plugin does not run. */
  async reach(pluginId: string, channelId: string): Promise<Reached> {
    await this.reconciler.ready;
    let reached: Reached;
    try {
      reached = await this.calls.reach(channelId);
    } catch (error) {
      if (error instanceof ChannelFailure && error.kind === 'transient') throw down(error);
      throw new HttpRefusal(404, 'There is nothing at this address.');
    }
    if (reached.channel.pluginId !== pluginId || !reached.channel.active)
      throw new HttpRefusal(404, 'There is nothing at this address.');
    return reached;
  }

  /** The channel or responder of an address that has routes; 404 and 503 as with `reach`. */
  async owner(pluginId: string, id: string): Promise<RouteOwner> {
    if (kindOfId(id) !== 'responder') {
      const reached = await this.reach(pluginId, id);
      const { channel, plugin, type } = reached;
      const ask: RouteOwner['ask'] = (args, signal) => this.ask(reached, 'route', args, { signal });
      return { plugin, inboxIds: [channel.inboxId], routes: type.routes ?? {}, ask };
    }
    await this.reconciler.ready;
    const responder = await findResponder(this.uow.reader, id);
    if (responder?.pluginId !== pluginId || !responder.active) throw new HttpRefusal(404, 'There is nothing at this address.');
    const reached = this.reachResponder(responder);
    const o = { timeoutMs: CALL_MS };
    const ask: RouteOwner['ask'] = (args, signal) =>
      this.limited(reached.plugin, () => this.responders.call(reached, 'route', args, { ...o, signal }));
    return { plugin: reached.plugin, inboxIds: responder.inboxIds, routes: reached.type.routes, ask };
  }

  private reachResponder(responder: Responder): ReachedResponder {
    try {
      return this.responders.reach(responder);
    } catch (error) {
      throw error instanceof ChannelFailure ? down(error) : error;
    }
  }

  /** One call about a request to a channel. */
  ask(reached: Reached, method: string, args: unknown[], o: { timeoutMs?: number; signal?: AbortSignal } = {}): Promise<unknown> {
    const { plugin, channel } = reached;
    const call = { method, args: [this.calls.specOf(reached), ...args], mode: 'use' as const, ...o };
    return this.limited(plugin, () => this.calls.call(plugin, channel.id, { timeoutMs: CALL_MS, ...call }));
  }

  /** One call about a request to the plugin as a whole, with these of its channels where they have a say in it. */
  askPlugin(
    plugin: RunningPlugin,
    method: string,
    name: string,
    request: RawRequest,
    channels: readonly Channel[] | null,
  ): Promise<unknown> {
    const specs = channels?.flatMap((channel) => {
      const type = plugin.types.find((info) => info.type === channel.type);
      return type ? [this.calls.specOf({ channel, type, plugin })] : [];
    });
    const args = [this.calls.pluginSettings(plugin), name, request, specs ?? null];
    return this.limited(plugin, () => this.calls.call(plugin, null, { method, args, mode: 'use', timeoutMs: CALL_MS }));
  }

  private async limited(plugin: RunningPlugin, work: () => Promise<unknown>): Promise<unknown> {
    const { id } = plugin.installation;
    const entrance = this.entrances.get(id) ?? new Turnstile(ENTRANCE);
    this.entrances.set(id, entrance);
    try {
      return await entrance.through(work);
    } catch (error) {
      throw this.refusalOf(plugin, error);
    } finally {
      if (entrance.idle) this.entrances.delete(id);
    }
  }

  private refusalOf(plugin: RunningPlugin, error: unknown): HttpRefusal {
    if (error instanceof HttpRefusal) return error;
    const failure = failureOf(error, plugin.redactor);
    const kind = failure instanceof ChannelFailure ? failure.kind : 'rejected';
    if (failure instanceof ChannelFailure && kind === 'transient') return down(failure);
    if (kind === 'auth') return new HttpRefusal(401, failure.message);
    if (kind === 'rate_limited') return new HttpRefusal(429, failure.message, secondsOf(failure));
    if (kind === 'rejected' && failure instanceof ChannelFailure) return new HttpRefusal(403, failure.message);
    const correlationId = newId('event');
    this.logger.error(`${plugin.installation.id} failed on a request (${correlationId}): ${failure.message}`);
    if (error instanceof DeadlineError) return new HttpRefusal(504, 'The plugin gave no answer in time.');
    return new HttpRefusal(502, `The plugin failed (${correlationId}).`);
  }
}

function down(failure: ChannelFailure): HttpRefusal {
  return new HttpRefusal(503, 'The plugin does not run at the moment.', secondsOf(failure));
}

function secondsOf(failure: unknown): number {
  const after = failure instanceof ChannelFailure ? failure.detail.retryAfterMs : undefined;
  return Math.max(1, Math.ceil((after ?? 5000) / 1000));
}
