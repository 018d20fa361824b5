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

/** The line to one end user, whichever way he is connected. */
export interface VisitorLine {
  /** False when he reads so slowly that he is to be let go. */
  send(text: string): boolean;
  ping(): void;
  close(reason: string): void;
}
interface Visitor {
  channelId: string;
  ip: string;
  topics: ReadonlySet<string>;
  line: VisitorLine;
}
/** Somebody whom the plugin lets in. */
export interface Admission {
  topics: string[];
  identity: Identity;
}

/** End users who are told live what plugins publish. It belongs to the host, so that a plugin that restarts or is replaced drops nobody. */
@Injectable()
export class VisitorStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly visitors = new Map<string, Set<Visitor>>();
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
    this.visitors.clear();
  }

  /** Asks the plugin whether it knows this end user. Throws HttpRefusal. */
  async admit(pluginId: string, channelId: string, request: RawRequest): Promise<Admission> {
    if (this.closing) throw new HttpRefusal(503, 'The server restarts.', 1);
    const wait = this.budget.take(`${channelId} ${request.ip}`);
    if (wait !== null) throw new HttpRefusal(429, 'Too many connections.', wait);
    const reached = await this.calls.reach(pluginId, channelId);
    if (!reached.type.has.includes('stream')) throw new HttpRefusal(404, 'There is nothing at this address.');
    const here = [...(this.visitors.get(channelId) ?? [])];
    if (here.length >= PER_CHANNEL || here.filter(({ ip }) => ip === request.ip).length >= PER_ADDRESS)
      throw new HttpRefusal(429, 'Too many connections.', 10);
    return checkAdmission(await this.calls.ask(reached, 'stream', [request], { timeoutMs: ADMIT_MS }));
  }

  /** From now on he is told; answers how to let him go. */
  join(channelId: string, ip: string, admission: Admission, line: VisitorLine): () => void {
    const visitor: Visitor = { channelId, ip, topics: new Set(admission.topics), line };
    const here = this.visitors.get(channelId) ?? new Set();
    this.visitors.set(channelId, here.add(visitor));
    line.send(JSON.stringify({ type: 'ready' }));
    return () => this.leave(visitor);
  }

  private tell({ data: { channelId, topic, data } }: Signal): void {
    const here = this.visitors.get(String(channelId));
    if (!here) return;
    const text = JSON.stringify({ type: 'event', topic, data });
    for (const visitor of [...here]) {
      if (!visitor.topics.has(String(topic)) || visitor.line.send(text)) continue;
      this.leave(visitor);
      visitor.line.close('Too slow');
    }
  }

  private leave(visitor: Visitor): void {
    const here = this.visitors.get(visitor.channelId);
    here?.delete(visitor);
    if (here?.size === 0) this.visitors.delete(visitor.channelId);
  }

  private each(work: (visitor: Visitor) => void): void {
    for (const here of this.visitors.values()) for (const visitor of [...here]) work(visitor);
  }
}
