import type { CheckLine, CheckResult, ChannelContext, Identity } from '@balie/plugin-sdk';
import type { ImapFlow } from 'imapflow';
import { connectImap, hangUp, isThrownAway } from './imap.js';
import { PrivateAddressError } from './net.js';
import { foldersOf, ownAddresses, type Settings } from './settings.js';
import { SmtpSession } from './smtp.js';
import { inWords } from './words.js';

const TIMEOUTS = { connectMs: 10_000, greetingMs: 10_000, socketMs: 20_000 };

function failure(title: string, error: unknown, host: string, port: number): CheckLine {
  const line: CheckLine = { title, ok: false, message: inWords(error, host, port) };
  if (!(error instanceof PrivateAddressError) || !error.mayBeAllowed) return line;
  return {
    ...line,
    fix: { question: `${error.message} Connect to it all the same?`, setting: 'allowPrivateAddress', value: true },
  };
}

async function checkFolders(client: ImapFlow, s: Settings): Promise<CheckLine> {
  const title = 'Folder';
  const there = await client.list();
  const selectable = there.filter((f) => !f.flags.has('\\Noselect') && !isThrownAway(f)).map((f) => f.path);
  for (const wanted of foldersOf(s)) {
    const found = there.find((f) => f.path === wanted);
    if (found && isThrownAway(found))
      return { title, ok: false, message: `The folder ${wanted} holds junk or deleted mail, which is not imported.` };
    if (!found && wanted !== 'INBOX')
      return { title, ok: false, message: `There is no folder ${wanted}. There are: ${selectable.slice(0, 50).join(', ')}.` };
  }
  let count = 0;
  for (const wanted of foldersOf(s)) count += (await client.mailboxOpen(wanted, { readOnly: true })).exists;
  return { title, ok: true, message: `${foldersOf(s).join(', ')}: ${count} ${count === 1 ? 'mail' : 'mails'}` };
}

async function checkImap(context: ChannelContext<Settings>): Promise<CheckLine[]> {
  const { settings: s, signal } = context;
  const skipped: CheckLine = { title: 'Folder', ok: false, message: 'Not looked at, since the sign-in failed.' };
  let client: ImapFlow;
  try {
    client = await connectImap(s, signal, TIMEOUTS);
  } catch (error) {
    return [failure('IMAP sign-in', error, s.imapHost, s.imapPort), skipped];
  }
  const signedIn: CheckLine = { title: 'IMAP sign-in', ok: true, message: `${s.imapHost} knows ${s.user}.` };
  try {
    return [signedIn, await checkFolders(client, s)];
  } catch (error) {
    return [signedIn, failure('Folder', error, s.imapHost, s.imapPort)];
  } finally {
    await hangUp(client);
  }
}

async function checkSmtp({ settings: s, signal }: ChannelContext<Settings>): Promise<CheckLine> {
  const title = 'SMTP sign-in';
  try {
    const session = await SmtpSession.open(s, signal, TIMEOUTS);
    try {
      await session.noop();
      return {
        title,
        ok: true,
        message: session.signedIn ? `${s.smtpHost} knows ${s.smtpUser || s.user}.` : `${s.smtpHost} asks for no sign-in.`,
      };
    } finally {
      session.close();
    }
  } catch (error) {
    return failure(title, error, s.smtpHost, s.smtpPort);
  }
}

/** Signs in to both servers and looks for the folders. Sends nothing. */
export async function check(context: ChannelContext<Settings>): Promise<CheckResult> {
  const { settings } = context;
  const [imap, smtp] = await Promise.all([checkImap(context), checkSmtp(context)]);
  const own: Identity[] = ownAddresses(settings).map((value) => ({
    kind: 'email',
    value,
    trust: 'verified',
    ...(settings.name ? { name: settings.name } : {}),
  }));
  return {
    account: settings.address.toLowerCase(),
    label: settings.name ? `${settings.name} <${settings.address}>` : settings.address,
    own,
    checks: [...imap, smtp],
  };
}
