import type { ChannelContext } from '@balie/plugin-sdk';
import { connectImap, hangUp, sentFolder } from './imap.js';
import type { Settings } from './settings.js';
import { inWords } from './words.js';

/** Looks a message up in the Sent folder: what is there has gone out. Null when the folder can't be read. */
export async function isInSent(context: ChannelContext<Settings>, messageId: string): Promise<boolean | null> {
  const client = await connectImap(context.settings, context.signal);
  try {
    const folder = await sentFolder(client);
    if (!folder) return null;
    await client.mailboxOpen(folder, { readOnly: true });
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    return found ? found.length > 0 : null;
  } finally {
    await hangUp(client);
  }
}

/** Puts a copy into the Sent folder, read already. The mail has left, so a failure is only logged. */
export async function copyToSent(context: ChannelContext<Settings>, raw: Buffer): Promise<void> {
  try {
    const client = await connectImap(context.settings, context.signal);
    try {
      const folder = await sentFolder(client);
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
