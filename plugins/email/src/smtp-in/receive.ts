import { createServer } from 'node:net';
import { ChannelError, type ChannelContext, type CheckLine } from '@balie/plugin-sdk';
import { ELSEWHERE, type Listen, pluginSettingsOf } from '../plugin-settings.js';
import type { Settings } from '../settings.js';
import type { Health } from '../states.js';
import { Door, type DoorOptions } from './door.js';
import { receiverOf } from './recipients.js';

const OFF =
  'This server does not take in mail by SMTP yet. Whoever hosts it sets BALIE_PLUGIN_EMAIL_SMTP_LISTEN, such as 0.0.0.0:2525, and starts it again.';
const AWAY =
  'Another process of this installation takes mail in by SMTP, and it does not run: the one that has an address in BALIE_PLUGIN_EMAIL_SMTP_LISTEN.';
const LEAVE_MS = 8_000;

interface Shared {
  door: Promise<Door>;
  users: number;
}
/** One for all channels of the process, by what it was opened with. */
const doors = new Map<string, Shared>();
/** Where the channels listen. */
const listening = new Map<string, string>();

/** Takes mail in for the channel until `signal` aborts. The first channel opens the port, and the last one closes it. */
export async function receiveBySmtp(
  context: ChannelContext<Settings>,
  more: Pick<DoorOptions, 'resolver' | 'times'> = {},
): Promise<void> {
  const { id } = context.instance;
  const options = { ...optionsOf(context), ...more };
  const key = keyOf(options.settings);
  const shared = doors.get(key) ?? { door: Door.open(options), users: 0 };
  doors.set(key, shared);
  shared.users += 1;
  try {
    const door = await shared.door.catch((error: unknown) => {
      // A port that can't be had here may be another process's: the channel is let go, so that it can be listened to there.
      throw new ChannelError('transient', inWords(error, options.settings));
    });
    const receiver = receiverOf(context);
    door.recipients.add(receiver);
    listening.set(id, door.address);
    await aborted(context.signal);
    listening.delete(id);
    await Promise.race([door.leave(receiver), patience(LEAVE_MS)]);
  } finally {
    shared.users -= 1;
    if (shared.users === 0) {
      doors.delete(key);
      await shared.door.then((door) => door.close()).catch(() => undefined);
    }
  }
}

/** While it listens, nothing can be missed: what does not come in stays with its sender. */
export function smtpHealth(id: string, sending: string | null = null): Health {
  const address = listening.get(id);
  if (address === undefined) return { status: 'degraded', message: 'Does not listen yet.' };
  const way = { lastSuccessAt: new Date(), position: `SMTP ${address}` };
  return sending ? { status: 'degraded', message: sending, ...way } : { status: 'ok', ...way };
}

/** Whether mail can come in, and where. */
export async function checkDoor(context: ChannelContext<Settings>): Promise<CheckLine> {
  const title = 'Receiving by SMTP';
  const { address: own } = context.settings;
  const led = `Mail to ${own} must be led there: by MX record or by forwarding.`;
  if (listenOf(context) === ELSEWHERE)
    return { title, ok: true, message: `Another process of this installation takes it in. ${led}` };
  try {
    const { settings } = optionsOf(context);
    const shared = doors.get(keyOf(settings));
    const address = shared ? (await shared.door).address : await tryPort(settings.smtpListen);
    return { title, ok: true, message: `Listens on ${address}. ${led}` };
  } catch (error) {
    if (error instanceof ChannelError) return { title, ok: false, message: error.message };
    const smtpListen = listenOf(context);
    const known = smtpListen !== undefined && smtpListen !== ELSEWHERE;
    return { title, ok: false, message: known ? inWords(error, { smtpListen }) : String((error as Error).message) };
  }
}

function optionsOf(context: ChannelContext<Settings>): DoorOptions {
  const settings = pluginSettingsOf(context);
  const { smtpListen } = settings;
  if (!smtpListen) throw new ChannelError('transient', OFF);
  // The channel is let go, so that it can be listened to there.
  if (smtpListen === ELSEWHERE) throw new ChannelError('transient', AWAY);
  return {
    settings: { ...settings, smtpListen },
    name: settings.smtpName ?? new URL(context.instance.webhookUrl('smtp')).hostname,
  };
}

/** Undefined where the settings of the plugin are wrong, too. */
function listenOf(context: ChannelContext<Settings>): Listen | typeof ELSEWHERE | undefined {
  try {
    return pluginSettingsOf(context).smtpListen;
  } catch {
    return undefined;
  }
}

const keyOf = (settings: DoorOptions['settings']): string => JSON.stringify(settings);

/** Takes the port for a moment. */
async function tryPort({ host, port }: Listen): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function inWords(error: unknown, { smtpListen }: { smtpListen: Listen }): string {
  const { code, message } = error as { code?: string; message?: string };
  const { host, port } = smtpListen;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program on this machine. Choose another one in BALIE_PLUGIN_EMAIL_SMTP_LISTEN.`;
  if (code === 'EACCES')
    return `This server may not listen on port ${port}: take one above 1023, such as 2525, and lead port 25 to it.`;
  if (code === 'EADDRNOTAVAIL') return `This machine does not have the address ${host}. 0.0.0.0 stands for all that it has.`;
  return `Port ${port} of ${host} can't be listened on: ${message ?? String(error)}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
