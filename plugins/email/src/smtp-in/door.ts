import type { DNSResolver } from 'mailauth';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Listen, PluginSettings } from '../plugin-settings.js';
import { resolverOf } from './authentication.js';
import { selfMadeCertificate } from './certificate.js';
import { Rate, remoteKey } from './limits.js';
import { Recipients, type Receiver } from './recipients.js';
import { notNow, Refusal } from './refusal.js';
import { takeIn } from './take-in.js';

const MB = 1024 * 1024;
/** Who tries that many addresses that do not exist guesses them. */
const UNKNOWN_RECIPIENTS = 10;

export interface DoorTimes {
  /** Silence of the other side. */
  idleMs: number;
  /** One mail, from DATA to its dot; whole sessions. Against those who send a byte now and then. */
  dataMs: number;
  sessionMs: number;
  /** For those who are connected when it closes. */
  closeMs: number;
}
const TIMES: DoorTimes = { idleMs: 180_000, dataMs: 15 * 60_000, sessionMs: 60 * 60_000, closeMs: 1_000 };

type Settings = Omit<PluginSettings, 'smtpListen'> & { smtpListen: Listen };
export interface DoorOptions {
  settings: Settings;
  /** By which it greets. */
  name: string;
  resolver?: DNSResolver;
  times?: Partial<DoorTimes>;
}
interface Session {
  remote: string;
  unknown: number;
  timer: NodeJS.Timeout;
}
type Done = (error?: Error | null) => void;

/** The SMTP server by which mail comes in for all channels of this process (RFC 5321). It relays nothing and knows no sign-in. */
export class Door {
  readonly recipients = new Recipients();
  readonly #sessions = new Map<string, Session>();
  readonly #byRemote: Rate;
  readonly #byRecipient: Rate;
  readonly #busy = new Map<Receiver, Set<Promise<unknown>>>();
  readonly #times: DoorTimes;
  readonly #resolver: DNSResolver;
  readonly #server: SMTPServer;

  private constructor(private readonly o: DoorOptions) {
    const { settings } = o;
    this.#times = { ...TIMES, ...o.times };
    this.#resolver = o.resolver ?? resolverOf(settings.dns);
    this.#byRemote = new Rate(settings.smtpRate);
    this.#byRecipient = new Rate(settings.smtpRate);
    this.#server = this.#serve();
    // Broken lines and handshakes are the other side's matter.
    this.#server.on('error', () => undefined);
  }

  /** Resolves once it listens; rejects with the system's error, such as EADDRINUSE. */
  static async open(o: DoorOptions): Promise<Door> {
    const door = new Door(o);
    const { host, port } = o.settings.smtpListen;
    await new Promise<void>((resolve, reject) => {
      door.#server.server.once('error', reject);
      door.#server.listen(port, host, resolve);
    });
    return door;
  }

  /** Where it listens, such as `0.0.0.0:2525`. */
  get address(): string {
    const at = this.#server.server.address();
    if (at === null || typeof at === 'string') return '';
    return at.family === 'IPv6' ? `[${at.address}]:${at.port}` : `${at.address}:${at.port}`;
  }

  /** Takes no more mail for the channel, and lets what is under way end. */
  async leave(receiver: Receiver): Promise<void> {
    this.recipients.remove(receiver);
    await Promise.allSettled([...(this.#busy.get(receiver) ?? [])]);
    this.#busy.delete(receiver);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const { timer } of this.#sessions.values()) clearTimeout(timer);
  }

  #serve(): SMTPServer {
    const { settings, name } = this.o;
    const own = settings.smtpTlsCert && settings.smtpTlsKey ? { cert: settings.smtpTlsCert, key: settings.smtpTlsKey } : null;
    return new SMTPServer({
      name,
      heloResponse: '%s',
      size: settings.smtpMaxMb * MB,
      rejectOversized: true,
      ...(own ?? selfMadeCertificate(name, new Date())),
      minVersion: 'TLSv1.2',
      disabledCommands: ['AUTH', 'VRFY', 'WIZ', 'SHELL', 'KILL', 'HELP'],
      hideENHANCEDSTATUSCODES: false,
      disableReverseLookup: true,
      logger: false,
      maxClients: settings.smtpConnections,
      maxRecipients: settings.smtpRecipients,
      maxCommandLength: 2048,
      socketTimeout: this.#times.idleMs,
      closeTimeout: this.#times.closeMs,
      onConnect: (session, done) => this.#connect(session, done),
      onMailFrom: (_, session, done) => this.#mailFrom(session, done),
      onRcptTo: (address, session, done) => void this.#recipient(address, session).then(() => done(), done),
      onData: (stream, session, done) => void this.#data(stream, session).then(() => done(null, 'Stored'), done),
      onClose: (session) => this.#gone(session),
    });
  }

  #connect(session: SMTPServerSession, done: Done): void {
    const remote = remoteKey(session.remoteAddress);
    const same = [...this.#sessions.values()].filter((other) => other.remote === remote).length;
    if (same >= this.o.settings.smtpConnectionsPerAddress)
      return done(new Refusal(421, 'Too many connections from your address, try again later'));
    const timer = setTimeout(() => this.#end(session.id), this.#times.sessionMs);
    this.#sessions.set(session.id, { remote, unknown: 0, timer });
    done();
  }

  #gone({ id }: SMTPServerSession): void {
    clearTimeout(this.#sessions.get(id)?.timer);
    this.#sessions.delete(id);
  }

  #mailFrom({ remoteAddress }: SMTPServerSession, done: Done): void {
    if (this.#byRemote.take(remoteKey(remoteAddress))) return done();
    done(new Refusal(421, 'Too many mails from your address, try again later'));
  }

  async #recipient({ address }: SMTPServerAddress, { id }: SMTPServerSession): Promise<void> {
    const receiver = this.recipients.find(address);
    if (receiver) {
      if (this.#byRecipient.take(receiver.context.instance.id)) return;
      throw new Refusal(450, 'Too many mails for this address, try again later');
    }
    const away = await this.recipients.isAway(address).catch(() => true);
    if (away) throw new Refusal(451, 'Mail for this address is not taken in right now, try again later');
    const session = this.#sessions.get(id);
    if (session && ++session.unknown > UNKNOWN_RECIPIENTS) throw new Refusal(421, 'Too many unknown recipients');
    throw new Refusal(550, 'There is no such address here');
  }

  async #data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const receivers = new Map<Receiver, string[]>();
    for (const { address } of session.envelope.rcptTo) {
      const receiver = this.recipients.find(address);
      if (!receiver) throw notNow();
      receivers.set(receiver, [...(receivers.get(receiver) ?? []), address]);
    }
    const timer = setTimeout(() => this.#end(session.id), this.#times.dataMs);
    stream.once('end', () => clearTimeout(timer));
    const work = takeIn(stream, session, receivers, { name: this.o.name, resolver: this.#resolver });
    this.#note(receivers, work);
    try {
      await work;
    } finally {
      clearTimeout(timer);
    }
  }

  /** So that whoever leaves knows what it must wait for. */
  #note(receivers: Map<Receiver, unknown>, work: Promise<unknown>): void {
    for (const receiver of receivers.keys()) {
      const busy = this.#busy.get(receiver) ?? new Set();
      this.#busy.set(receiver, busy.add(work));
      void work.catch(() => undefined).finally(() => busy.delete(work));
    }
  }

  /** Takes too long. */
  #end(id: string): void {
    for (const connection of this.#server.connections) if (connection.id === id) connection.send(421, 'This takes too long');
  }
}
