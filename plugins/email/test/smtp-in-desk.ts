import type { DNSResolver } from 'mailauth';
import type { Peer } from '@balie/plugin-sdk';
import { pluginSettings } from '../src/plugin-settings.js';
import { settings } from '../src/settings.js';
import { receiveBySmtp, smtpHealth } from '../src/smtp-in/receive.js';
import type { DoorTimes } from '../src/smtp-in/door.js';
import { FakeHost } from './host.js';

/** Name servers that know nothing. */
export const noDns: DNSResolver = (name) => Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));

/** What an admin fills in for a mailbox that receives by SMTP. */
export const bySmtp = (address: string, more: Record<string, unknown> = {}) =>
  settings.parse({ address, incoming: 'smtp', smtpHost: 'smtp.shop.test', ...more });

interface DeskOptions {
  /** Of the installation. */
  plugin?: Record<string, string>;
  resolver?: DNSResolver;
  times?: Partial<DoorTimes>;
}

/** Channels that receive by SMTP in this process, and the port that they share. */
export class SmtpInDesk {
  readonly hosts: FakeHost[] = [];
  readonly peers: Peer[] = [];
  readonly #running: { host: FakeHost; ended: Promise<unknown> }[] = [];

  constructor(private readonly o: DeskOptions = {}) {}

  /** A channel that listens; resolves once it does. */
  async receive(address: string, more: Record<string, unknown> = {}): Promise<FakeHost> {
    const host = this.host(address, more);
    void this.start(host);
    await host.until(() => smtpHealth(host.id).status === 'ok');
    return host;
  }

  /** A channel that is there and does not listen. */
  host(address: string, more: Record<string, unknown> = {}): FakeHost {
    const host = new FakeHost(bySmtp(address, more), `channel-${address}`);
    host.plugin = pluginSettings.parse({
      smtpListen: '127.0.0.1:0',
      smtpName: 'mx.shop.test',
      ...this.o.plugin,
    }) as unknown as FakeHost['plugin'];
    host.peers = this.peers;
    this.peers.push({ id: host.id, type: 'email', account: address, active: true, settings: { ...host.settings } });
    this.hosts.push(host);
    return host;
  }

  start(host: FakeHost): Promise<unknown> {
    const { resolver = noDns, times = {} } = this.o;
    const ended = receiveBySmtp(host.context(), { resolver, times: { closeMs: 50, ...times } }).then(
      () => null,
      (error: unknown) => error,
    );
    this.#running.push({ host, ended });
    return ended;
  }

  get port(): number {
    for (const { id } of this.hosts) {
      const port = /:(\d+)$/.exec(smtpHealth(id).position ?? '')?.[1];
      if (port) return Number(port);
    }
    throw new Error('Nothing listens.');
  }

  async stop(): Promise<void> {
    for (const { host } of this.#running) host.stop();
    await Promise.all(this.#running.map(({ ended }) => ended));
  }
}
