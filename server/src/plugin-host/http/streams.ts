import type { Identity, RawRequest } from '@balie/plugin-sdk';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type Signal, Signals } from '../../kernel/signals.js';
import { checkAdmission } from '../border.js';
import { PUBLISH_TOPIC } from '../host-options.js';
import { RequestBudget } from './budget.js';
import { HttpCalls } from './calling.js';
import { HttpRefusal } from './refusal.js';

const PER_ADDRESS = 100;
const PER_CHANNEL = 20_000;
/** Of one address to one channel, in a minute. */
const CONNECTS = 120;
const ADMIT_MS = 10_000;
const PING_MS = 25_000;

/** After so many the rest of the house has its turn. */
const TOLD_AT_ONCE = 500;

/** One line of JSON for any number of readers: each form of it is made once. */
export class Told {
  private asEvent: Buffer | null = null;
  private asText: Buffer | null = null;

  constructor(private readonly json: string) {}

  /** A server-sent event. */
  get event(): Buffer {
    return (this.asEvent ??= Buffer.from(`data: ${this.json}\n\n`));
  }

  /** The payload of a WebSocket's frame. */
  get text(): Buffer {
    return (this.asText ??= Buffer.from(this.json));
  }
}
const READY = new Told(JSON.stringify({ type: 'ready' }));

/** The line to one end user, whichever way he is connected. */
export interface VisitorLine {
  /** False when he reads so slowly that he is to be let go. */
  send(told: Told): boolean;
  ping(): void;
  close(reason: string): void;
}
interface Visitor {
  channelId: string;
  ip: string;
  topics: readonly string[];
  line: VisitorLine;
}
/** The end users of one channel, by what they are told of and by where they come from: nobody is looked for among all. */
class Audience {
  readonly visitors = new Set<Visitor>();
  private readonly byTopic = new Map<string, Set<Visitor>>();
  private readonly byAddress = new Map<string, number>();

  add(visitor: Visitor): void {
    this.visitors.add(visitor);
    this.byAddress.set(visitor.ip, this.ofAddress(visitor.ip) + 1);
    for (const topic of visitor.topics) this.byTopic.set(topic, (this.byTopic.get(topic) ?? new Set()).add(visitor));
  }

  delete(visitor: Visitor): void {
    if (!this.visitors.delete(visitor)) return;
    const left = this.ofAddress(visitor.ip) - 1;
    if (left > 0) this.byAddress.set(visitor.ip, left);
    else this.byAddress.delete(visitor.ip);
    for (const topic of visitor.topics) {
      const among = this.byTopic.get(topic);
      among?.delete(visitor);
      if (among?.size === 0) this.byTopic.delete(topic);
    }
  }

  of(topic: string): Visitor[] {
    return [...(this.byTopic.get(topic) ?? [])];
  }

  ofAddress(ip: string): number {
    return this.byAddress.get(ip) ?? 0;
  }
}

/** Somebody whom the plugin lets in. */
export interface Admission {
  topics: string[];
  identity: Identity;
}

/** End users who are told live what plugins publish. It belongs to the host, so that a plugin that restarts or is replaced drops nobody. */
@Injectable()
export class VisitorStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly audiences = new Map<string, Audience>();
  private readonly budget: RequestBudget;
  private stop: () => void = () => undefined;
  private pinging: NodeJS.Timeout | null = null;
  private closing = false;

  constructor(
    private readonly calls: HttpCalls,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {
    this.budget = new RequestBudget(CONNECTS, 60_000, () => this.clock.now());
  }

  onApplicationBootstrap(): void {
    this.stop = this.signals.subscribe(PUBLISH_TOPIC, (signal) => this.tell(signal));
    this.pinging = setInterval(() => this.each((visitor) => visitor.line.ping()), PING_MS).unref();
  }

  beforeApplicationShutdown(): void {
    this.closing = true;
    this.stop();
    if (this.pinging) clearInterval(this.pinging);
    this.each((visitor) => visitor.line.close('The server restarts'));
    this.audiences.clear();
  }

  /** Asks the plugin whether it knows this end user. Throws HttpRefusal. */
  async admit(pluginId: string, channelId: string, request: RawRequest): Promise<Admission> {
    if (this.closing) throw new HttpRefusal(503, 'The server restarts.', 1);
    const wait = this.budget.take(`${channelId} ${request.ip}`);
    if (wait !== null) throw new HttpRefusal(429, 'Too many connections.', wait);
    const reached = await this.calls.reach(pluginId, channelId);
    if (!reached.type.has.includes('stream')) throw new HttpRefusal(404, 'There is nothing at this address.');
    const here = this.audiences.get(channelId);
    if (here && (here.visitors.size >= PER_CHANNEL || here.ofAddress(request.ip) >= PER_ADDRESS))
      throw new HttpRefusal(429, 'Too many connections.', 10);
    return checkAdmission(await this.calls.ask(reached, 'stream', [request], { timeoutMs: ADMIT_MS }));
  }

  /** From now on he is told; answers how to let him go. */
  join(channelId: string, ip: string, admission: Admission, line: VisitorLine): () => void {
    const visitor: Visitor = { channelId, ip, topics: [...new Set(admission.topics)], line };
    const here = this.audiences.get(channelId) ?? new Audience();
    this.audiences.set(channelId, here);
    here.add(visitor);
    line.send(READY);
    return () => this.leave(visitor);
  }

  private tell({ data: { channelId, topic, data } }: Signal): void {
    const among = this.audiences.get(String(channelId))?.of(String(topic)) ?? [];
    if (among.length === 0) return;
    this.tellEach(among, new Told(JSON.stringify({ type: 'event', topic, data })), 0);
  }

  /** In turns, each of which begins the next: what is told later comes later to everybody. */
  private tellEach(among: readonly Visitor[], told: Told, from: number): void {
    for (const visitor of among.slice(from, from + TOLD_AT_ONCE)) {
      if (visitor.line.send(told)) continue;
      this.leave(visitor);
      visitor.line.close('Too slow');
    }
    if (from + TOLD_AT_ONCE < among.length) setImmediate(() => this.tellEach(among, told, from + TOLD_AT_ONCE));
  }

  private leave(visitor: Visitor): void {
    const here = this.audiences.get(visitor.channelId);
    here?.delete(visitor);
    if (here?.visitors.size === 0) this.audiences.delete(visitor.channelId);
  }

  private each(work: (visitor: Visitor) => void): void {
    for (const here of this.audiences.values()) for (const visitor of [...here.visitors]) work(visitor);
  }
}
