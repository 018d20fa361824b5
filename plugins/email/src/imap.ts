import { ImapFlow } from 'imapflow';
import { resolveTarget, tlsOptions, tryEach } from './net.js';
import type { Mailbox } from './settings.js';

export interface ImapTimeouts {
  connectMs: number;
  greetingMs: number;
  /** Without a byte for so long, a connection counts as dead. */
  socketMs: number;
}
const TIMEOUTS: ImapTimeouts = { connectMs: 20_000, greetingMs: 20_000, socketMs: 150_000 };

/** A signed-in connection. TLS is exactly what the setting says: a server that does not offer STARTTLS is refused, not used in the clear. */
export async function connectImap(s: Mailbox, signal?: AbortSignal, timeouts: ImapTimeouts = TIMEOUTS): Promise<ImapFlow> {
  const target = await resolveTarget(s.imapHost, s.allowPrivateAddress);
  return tryEach(target, async (address) => {
    signal?.throwIfAborted();
    const client = new ImapFlow({
      host: address,
      port: s.imapPort,
      ...(target.servername ? { servername: target.servername } : {}),
      secure: s.imapSecurity === 'tls',
      doSTARTTLS: s.imapSecurity === 'starttls' ? true : s.imapSecurity === 'none' ? false : undefined,
      tls: tlsOptions(s.ca, target.servername),
      auth: s.accessToken ? { user: s.user, accessToken: s.accessToken } : { user: s.user, pass: s.password },
      clientInfo: { name: 'Balie' },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.greetingMs,
      socketTimeout: timeouts.socketMs,
    });
    // Whoever waits for a command hears of a broken line by its rejection; without a listener the event would end the process.
    client.on('error', () => undefined);
    const onAbort = () => client.close();
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  });
}

/** Says goodbye when the line is up and hangs up in any case; never throws. */
export async function hangUp(client: ImapFlow): Promise<void> {
  const timer = setTimeout(() => client.close(), 3_000);
  try {
    if (client.usable) await client.logout();
  } catch {
    // The line is gone already, which is what we wanted.
  } finally {
    clearTimeout(timer);
    client.close();
  }
}
