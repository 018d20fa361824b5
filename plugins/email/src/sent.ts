import type { ChannelContext } from '@balie/plugin-sdk';
import { sentFolder } from './folders.js';
import { connectImap, hangUp } from './imap.js';
import { isKey, KEY_HEADER } from './mail-id.js';
import type { Settings } from './settings.js';
import { withSignIn } from './sign-in.js';
import { inWords } from './words.js';

const signedInto = (context: ChannelContext<Settings>) =>
  withSignIn(context, context.settings.imapHost, (mailbox) => connectImap(mailbox, context.signal));

/**
 * Looks a message up in the Sent folder: what is there has gone out. The ids that it has there, since a provider may have given it
 * another one (R-THR-2); null when it is not there or the folder can't be read.
 */
export async function findInSent(
  context: ChannelContext<Settings>,
  { messageId, sendKey }: { messageId: string; sendKey: string },
): Promise<string[] | null> {
  if (context.settings.incoming !== 'imap') return null;
  const client = await signedInto(context);
  try {
    const folder = await sentFolder(client, context.settings);
    if (!folder) return null;
    await client.mailboxOpen(folder, { readOnly: true });
    const byKey = isKey(sendKey) ? [{ header: { [KEY_HEADER.toLowerCase()]: sendKey } }] : [];
    const found = await client.search({ or: [{ header: { 'message-id': messageId } }, ...byKey] }, { uid: true });
    if (!found || found.length === 0) return null;
    const ids: string[] = [];
    for await (const one of client.fetch(found.slice(-10), { envelope: true }, { uid: true }))
      if (one.envelope?.messageId) ids.push(one.envelope.messageId);
    return ids;
  } finally {
    await hangUp(client);
  }
}

/** Puts a copy into the Sent folder, read already. The mail has left, so a failure is only logged. */
export async function copyToSent(context: ChannelContext<Settings>, raw: Buffer): Promise<void> {
  try {
    const client = await signedInto(context);
    try {
      const folder = await sentFolder(client, context.settings);
      if (folder) await client.append(folder, raw, ['\\Seen']);
      else context.log.warn('The mailbox has no Sent folder; no copy was kept.');
    } finally {
      await hangUp(client);
    }
  } catch (error) {
    if (context.signal.aborted) return;
    context.log.warn('No copy could be put into the Sent folder.', {
      reason: inWords(error, context.settings.imapHost, context.settings.imapPort),
    });
  }
}
