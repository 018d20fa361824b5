import { Readable } from 'node:stream';
import type { ChannelContext } from '@balie/plugin-sdk';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionSendInfo, SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { resolveTarget, tlsOptions, tryEach } from './net.js';
import type { SmtpServer } from './settings-sending.js';
import type { Mailbox, Settings } from './settings.js';
import { withSignIn } from './sign-in.js';

export interface SmtpTimeouts {
  connectMs: number;
  greetingMs: number;
  /** Silence after which the far side counts as gone; RFC 5321 wants minutes after the final dot. */
  socketMs: number;
}
export const SMTP_TIMEOUTS: SmtpTimeouts = { connectMs: 20_000, greetingMs: 30_000, socketMs: 120_000 };

/** An SMTP failure together with what we know: whether the final dot may have left. */
export class SmtpError extends Error {
  constructor(
    override readonly cause: unknown,
    /** The whole message was handed to the line, and no answer to it came: it may have been stored. */
    readonly afterDot: boolean,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/** One connection: sign in, then at most one message. nodemailer's own transport would hide how far it came (R-SND-5). */
export class SmtpSession {
  private constructor(private readonly connection: SMTPConnection) {}

  static async open(
    server: SmtpServer,
    s: Mailbox,
    signal?: AbortSignal,
    timeouts: SmtpTimeouts = SMTP_TIMEOUTS,
  ): Promise<SmtpSession> {
    const target = await resolveTarget(server.host, s.allowPrivateAddress);
    return tryEach(target, async (address) => {
      signal?.throwIfAborted();
      const connection = new SMTPConnection({
        host: address,
        port: server.port,
        ...(target.servername ? { servername: target.servername } : {}),
        secure: server.security === 'tls',
        requireTLS: server.security === 'starttls',
        ignoreTLS: server.security === 'none',
        tls: tlsOptions(s.ca, target.servername),
        // The name of this machine is nobody's business; the domain of the sender is a name that exists.
        name: helloName(s.address),
        connectionTimeout: timeouts.connectMs,
        greetingTimeout: timeouts.greetingMs,
        socketTimeout: timeouts.socketMs,
        allowInternalNetworkInterfaces: true,
        logger: false,
      });
      const session = new SmtpSession(connection);
      const onAbort = () => connection.close();
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        await session.#settle((done) => connection.connect(done));
        if (connection.allowsAuth && server.user !== '') {
          const auth = signInOf(server, s);
          await session.#settle((done) => connection.login(auth, done));
        }
        return session;
      } catch (error) {
        connection.close();
        throw error;
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    });
  }

  get signedIn(): boolean {
    return this.connection.authenticated;
  }

  /** Whether it takes addresses that are not ASCII before the @ (RFC 6531). The library keeps the list to itself. */
  get takesUtf8(): boolean {
    const { _supportedExtensions: extensions } = this.connection as unknown as { _supportedExtensions?: string[] };
    return extensions?.includes('SMTPUTF8') ?? false;
  }

  /** The server still listens and knows us. */
  async noop(): Promise<void> {
    await this.#settle((done) => this.connection.reset(done));
  }

  /**
   * Hands one message over. `beforeBody` runs when the server has accepted the envelope, before the first byte of the message. At the
   * abort the line is cut: what it had not said by then counts as not said.
   */
  async send(
    envelope: SMTPEnvelope,
    message: Buffer,
    beforeBody: () => Promise<void>,
    signal?: AbortSignal,
  ): Promise<SMTPConnectionSendInfo> {
    const onAbort = () => this.connection.close();
    signal?.addEventListener('abort', onAbort, { once: true });
    let consumed = false;
    async function* body(): AsyncGenerator<Buffer> {
      await beforeBody();
      for (let at = 0; at < message.length; at += 65_536) yield message.subarray(at, at + 65_536);
      consumed = true;
    }
    const stream = Readable.from(body(), { objectMode: false, highWaterMark: 65_536 });
    try {
      return await new Promise<SMTPConnectionSendInfo>((resolve, reject) => {
        this.connection.once('error', reject);
        this.connection.once('end', () =>
          reject(Object.assign(new Error('The server closed the connection.'), { code: 'ECONNECTION' })),
        );
        stream.once('error', reject);
        this.connection.send({ ...envelope, size: message.length }, stream, (error, info) =>
          error ? reject(error) : resolve(info as SMTPConnectionSendInfo),
        );
      });
    } catch (error) {
      const answered = typeof (error as { responseCode?: unknown }).responseCode === 'number';
      throw new SmtpError(error, consumed && !answered);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      this.connection.on('error', () => undefined);
      stream.destroy();
    }
  }

  close(): void {
    this.connection.on('error', () => undefined);
    try {
      this.connection.quit();
    } finally {
      this.connection.close();
    }
  }

  /** A callback of the library, or its error event, whichever comes first. */
  async #settle(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    let onError: (error: Error) => void = () => undefined;
    let onEnd: () => void = () => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        onError = reject;
        onEnd = () => reject(Object.assign(new Error('The server closed the connection.'), { code: 'ECONNRESET' }));
        this.connection.on('error', onError);
        this.connection.on('end', onEnd);
        start((error) => (error ? reject(error) : resolve()));
      });
    } finally {
      this.connection.on('error', () => undefined);
      this.connection.removeListener('error', onError);
      this.connection.removeListener('end', onEnd);
    }
  }
}

/** Signs in to a server; where OAuth lets us into the mailbox, with a token that is good. */
export function openSmtp(
  context: ChannelContext<Settings>,
  server: SmtpServer,
  timeouts: SmtpTimeouts = SMTP_TIMEOUTS,
): Promise<SmtpSession> {
  const open = (mailbox: Mailbox) => SmtpSession.open(server, mailbox, context.signal, timeouts);
  return server.ofMailbox ? withSignIn(context, server.host, open) : open(context.settings);
}

/** OAuth is for the servers of the mailbox; another one has a name and a password of its own. */
function signInOf({ user, password, ofMailbox }: SmtpServer, { accessToken }: Mailbox): Parameters<SMTPConnection['login']>[0] {
  if (ofMailbox && accessToken) return { user, oauth2: new XOAuth2({ user, accessToken }) };
  const credentials = { user, pass: password };
  return { ...credentials, credentials };
}

function helloName(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return /^[a-z0-9.-]+$/i.test(domain) ? domain : 'localhost';
}
