import type { ImapFlow } from 'imapflow';
import { findFolder } from './folders.js';
import type { Settings } from './settings.js';

/** No more than so many are remembered when the server refuses again and again; older ones then stay as they are. */
const MAX_WAITING = 2_000;

/** UIDs as IMAP writes a set of them, such as `4:7,9`. */
export function toSet(uids: readonly number[]): string {
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const uid of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === uid - 1) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}:${to}`)).join(',');
}

/** The UIDs of a set that `toSet` has written. */
export function fromSet(set: string): number[] {
  return set.split(',').flatMap((range) => {
    const [from = NaN, to = from] = range.split(':').map(Number);
    return Number.isInteger(from) && Number.isInteger(to) && to - from < MAX_WAITING
      ? Array.from({ length: to - from + 1 }, (_, i) => from + i)
      : [];
  });
}

/** The mails that are stored and still to be marked, moved or deleted: those that waited, and more. */
export function joined(waiting: string | undefined, uids: readonly number[]): string | undefined {
  const all = [...(waiting ? fromSet(waiting) : []), ...uids].slice(-MAX_WAITING);
  return all.length ? toSet(all) : undefined;
}

/** Does with stored mails what the setting says; throws when the server refuses, so that it is tried again. */
export async function afterFetch(client: ImapFlow, s: Settings, set: string): Promise<void> {
  switch (s.afterFetch) {
    case 'leave':
      return;
    case 'seen':
      return must(await client.messageFlagsAdd(set, ['\\Seen'], { uid: true }), 'to mark mails as read');
    case 'move': {
      const to = await destination(client, s.moveTo);
      if (client.capabilities.has('MOVE') || client.capabilities.has('UIDPLUS'))
        return must(Boolean(await client.messageMove(set, to, { uid: true })), `to move mails to ${s.moveTo}`);
      await must(Boolean(await client.messageCopy(set, to, { uid: true })), `to copy mails to ${s.moveTo}`);
      return flagDeleted(client, set);
    }
    case 'delete':
      // Without UIDPLUS, EXPUNGE takes all that anybody has flagged, which we have not stored.
      if (!client.capabilities.has('UIDPLUS')) return flagDeleted(client, set);
      return must(await client.messageDelete(set, { uid: true }), 'to delete mails');
  }
}

async function flagDeleted(client: ImapFlow, set: string): Promise<void> {
  return must(await client.messageFlagsAdd(set, ['\\Deleted'], { uid: true }), 'to mark mails as deleted');
}

async function destination(client: ImapFlow, name: string): Promise<string> {
  const found = findFolder(await client.list(), name);
  return found ? found.path : (await client.mailboxCreate(name.split('/'))).path;
}

async function must(done: boolean, what: string): Promise<void> {
  if (!done) throw new Error(`The mail server refuses ${what}.`);
}
