import type { CheckLine, CheckResult, ChannelContext, Identity } from '@balie/plugin-sdk';
import type { ImapFlow } from 'imapflow';
import { findFolder, findSent, refusal } from './folders.js';
import { connectImap, hangUp } from './imap.js';
import { PrivateAddressError } from './net.js';
import { TOKENS } from './oauth/tokens.js';
import { type SmtpServer, serversOf } from './settings-sending.js';
import { completed } from './settings-sign-in.js';
import { foldersOf, ownAddresses, type Settings } from './settings.js';
import { checkDoor } from './smtp-in/receive.js';
import { withSignIn } from './sign-in.js';
import { openSmtp } from './smtp.js';
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
  const failed = (message: string): CheckLine => ({ title, ok: false, message });
  const selectable = there.filter((folder) => refusal(folder, folder.path) === null).map((folder) => folder.path);
  const paths: string[] = [];
  for (const wanted of foldersOf(s)) {
    const found = findFolder(there, wanted);
    if (!found) return failed(`There is no folder ${wanted}. There are: ${selectable.slice(0, 50).join(', ')}.`);
    const refused = refusal(found, wanted);
    if (refused) return failed(refused);
    paths.push(found.path);
  }
  const sent = s.readSent ? findSent(there, s.sentFolder) : null;
  if (s.readSent && s.sentFolder && !sent)
    return failed(`There is no folder ${s.sentFolder}. There are: ${selectable.slice(0, 50).join(', ')}.`);
  if (s.afterFetch === 'move') {
    if (s.moveTo === '') return failed('Say to which folder mails are moved.');
    const target = findFolder(there, s.moveTo)?.path ?? s.moveTo;
    if (paths.includes(target) || target === sent?.path)
      return failed(`Mails can't be moved to ${s.moveTo}, since that folder is read, too.`);
  }
  let count = 0;
  for (const path of paths) count += (await client.mailboxOpen(path, { readOnly: true })).exists;
  return { title, ok: true, message: `${foldersOf(s).join(', ')}: ${count} ${count === 1 ? 'mail' : 'mails'}` };
}

async function checkImap(context: ChannelContext<Settings>): Promise<CheckLine[]> {
  const { settings: s, signal } = context;
  const skipped: CheckLine = { title: 'Folder', ok: false, message: 'Not looked at, since the sign-in failed.' };
  let client: ImapFlow;
  try {
    client = await withSignIn(context, s.imapHost, (mailbox) => connectImap(mailbox, signal, TIMEOUTS));
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

const SMTP_TITLES = ['SMTP sign-in', 'Second SMTP server', 'Third SMTP server'];

async function checkSmtp(context: ChannelContext<Settings>, server: SmtpServer, index: number): Promise<CheckLine> {
  const title = SMTP_TITLES[index] ?? 'SMTP server';
  try {
    const session = await openSmtp(context, server, TIMEOUTS);
    try {
      await session.noop();
      return {
        title,
        ok: true,
        message: session.signedIn ? `${server.host} knows ${server.user}.` : `${server.host} asks for no sign-in.`,
      };
    } finally {
      session.close();
    }
  } catch (error) {
    return failure(title, error, server.host, server.port);
  }
}

/** Where OAuth lets us in, the mailbox can be tested only once somebody has been at the provider. */
async function notSignedIn({ settings, state }: ChannelContext<Settings>): Promise<CheckLine[] | null> {
  if (settings.signIn === 'password' || (await state.get(TOKENS))) return null;
  return [{ title: 'Sign-in', ok: false, message: 'Go on to sign in at the provider; the mailbox is tested right after it.' }];
}

function checkAll(context: ChannelContext<Settings>): Promise<CheckLine[][]> {
  const door = context.settings.incoming === 'smtp';
  const receiving = door ? checkDoor(context).then((line) => [line]) : checkImap(context);
  const sending = serversOf(context.settings).map((server, index) => checkSmtp(context, server, index));
  return Promise.all([receiving, Promise.all(sending)]);
}

/** Signs in to all servers and looks for the folders, or for the door by which mail comes in. Sends nothing. */
export async function check(given: ChannelContext<Settings>): Promise<CheckResult> {
  const context = { ...given, settings: completed(given.settings) };
  const { settings } = context;
  const checks = (await notSignedIn(context)) ?? (await checkAll(context)).flat();
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
    checks,
  };
}
