import type { RawRequest, RawResponse } from '@balie/plugin-sdk';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { z } from 'zod';
import { type Channel, channelsOfPlugin, wordOfType } from '../../features/channels/index.js';
import { Intake, type RawItem } from '../../features/intake/index.js';
import { Clock } from '../../kernel/clock.js';
import { Storage } from '../../kernel/storage.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { checked } from '../border.js';
import type { Reached } from '../channel-calls.js';
import { metaOfHook, type StoredHook } from '../child/hook.js';
import { PluginRegistry } from '../registry.js';
import { checkResponse, sendAnswer } from './answer.js';
import { HttpCalls } from './calling.js';
import { bodyOf, headOf, type WebRequest } from './raw-request.js';
import { HttpRefusal } from './refusal.js';
import type { Place } from './routes.js';

const MAX_BYTES = 4 * 1024 * 1024;
/** So many requests of a channel are kept while its plugin can't say whether they are genuine. */
const UNVERIFIED = 500;
const heard = z.union([
  z.object({ challenge: z.unknown() }),
  z.object({
    verified: z.boolean(),
    answer: z.unknown(),
    accounts: z.array(z.string().max(1000)).max(1000),
    channels: z.array(z.string()).optional(),
  }),
]);
const checkHeard = checked<z.output<typeof heard>>('answer to a webhook', heard);

/** Where the networks call: verify, keep raw, answer, decode in a job (D13, ADR 0008). A repeat of the same bytes is no second item. */
@Injectable()
export class PluginWebhooks {
  private readonly logger = new Logger('Webhooks');
  private readonly unverified = new Map<string, number>();

  constructor(
    private readonly calls: HttpCalls,
    private readonly registry: PluginRegistry,
    private readonly storage: Storage,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly module: ModuleRef,
  ) {}

  /** Of one channel. */
  async ofChannel(place: Place, request: WebRequest, response: ServerResponse): Promise<void> {
    const reached = await this.calls.reach(place.plugin, place.channelId);
    if (!reached.type.webhooks?.includes(place.name)) throw new HttpRefusal(404, 'There is nothing at this address.');
    const raw = await this.rawOf(request, place.path);
    const said = await this.asked(reached, place, raw);
    if (said === null) {
      await this.keep(reached.channel.id, { name: place.name, unverified: true }, raw);
      return void response.writeHead(200).end();
    }
    if ('challenge' in said) return this.respond(response, said.challenge);
    if (!said.verified) return this.refuse(place);
    await this.keep(reached.channel.id, { name: place.name }, raw);
    this.unverified.delete(reached.channel.id);
    this.respond(response, said.answer);
  }

  /** Of all channels of a plugin: it says whose each payload is. */
  async shared(place: Omit<Place, 'channelId'>, request: WebRequest, response: ServerResponse): Promise<void> {
    const plugin = this.registry.find(place.plugin);
    const hook = plugin?.sharedWebhooks.find(({ name }) => name === place.name);
    if (!plugin || !hook) throw new HttpRefusal(404, 'There is nothing at this address.');
    const raw = await this.rawOf(request, place.path);
    const channels = (await channelsOfPlugin(this.uow.reader, plugin.installation.id)).filter(
      (channel) => wordOfType(channel.type) === hook.channelType && channel.active,
    );
    const keyed = hook.keys === 'channels' ? channels : null;
    const said = checkHeard(await this.calls.askPlugin(plugin, 'sharedWebhook', place.name, raw, keyed));
    if ('challenge' in said) return this.respond(response, said.challenge);
    if (!said.verified) return this.refuse({ ...place, channelId: '' });
    // What one channel's keys prove is not for another that has other ones.
    const proved = keyed ? channels.filter(({ id }) => said.channels?.includes(id)) : channels;
    for (const account of new Set(said.accounts)) await this.keepShare(place, proved, account, raw);
    this.respond(response, said.answer);
  }

  /** Null when the plugin's process is not there to say. */
  private async asked(reached: Reached, place: Place, raw: RawRequest): Promise<z.output<typeof heard> | null> {
    try {
      return checkHeard(await this.calls.ask(reached, 'webhook', [place.name, raw]));
    } catch (error) {
      const down = error instanceof HttpRefusal && error.getStatus() === 503 && raw.body.length > 0;
      if (!down) throw error;
      const kept = (this.unverified.get(reached.channel.id) ?? 0) + 1;
      if (kept > UNVERIFIED) throw error;
      this.unverified.set(reached.channel.id, kept);
      return null;
    }
  }

  private async keepShare(
    { plugin, name }: Omit<Place, 'channelId'>,
    channels: readonly Channel[],
    account: string,
    raw: RawRequest,
  ): Promise<void> {
    const meant = channels.filter((channel) => channel.account === account);
    if (meant.length === 0) this.logger.warn(`${plugin}: a webhook is about an account that no channel has.`);
    for (const channel of meant) await this.keep(channel.id, { name, account }, raw);
  }

  private async keep(channelId: string, hook: Omit<StoredHook, 'request'>, raw: RawRequest): Promise<void> {
    const { body, receivedAt, ...request } = raw;
    const { hash } = await this.storage.put(body);
    // What signs a request differs from one try to the next; what it says does not.
    const said = createHash('sha256')
      .update(`${request.path}\0${JSON.stringify(request.query)}\0${hash}`)
      .digest('base64url');
    const { authorization: _, ...headers } = request.headers;
    const item: RawItem = {
      externalId: `hook:${hook.name}:${said}`,
      rawHash: hash,
      meta: metaOfHook({ ...hook, request: { ...request, headers } }) as RawItem['meta'],
    };
    await this.module.get(Intake, { strict: false }).receive(channelId, [item], { history: false, epoch: null });
    this.logger.debug(`${channelId}: a webhook was kept at ${receivedAt.toISOString()}`);
  }

  private async rawOf(request: WebRequest, path: string): Promise<RawRequest> {
    const body = await bodyOf(request, MAX_BYTES);
    return { ...headOf(request, path, this.clock.now()), body };
  }

  private respond(response: ServerResponse, answer: unknown): void {
    const said: RawResponse = answer === null || answer === undefined ? { status: 200 } : checkResponse(answer);
    sendAnswer(response, said, { open: false, head: false });
  }

  private refuse({ plugin, channelId, name }: Place): never {
    this.logger.warn(`${plugin} ${channelId} ${name}: a request whose signature does not hold was refused.`);
    throw new HttpRefusal(401, 'The signature does not hold.');
  }
}
