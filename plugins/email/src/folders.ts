import type { ImapFlow, ListResponse } from 'imapflow';
import { foldersOf, type Settings } from './settings.js';

/** A folder that is read. `name` is what the admin calls it, or null for the Sent folder that the server names. */
export interface Source {
  /** Under which its place is kept. */
  key: string;
  name: string | null;
  kind: 'incoming' | 'sent';
}
/** A source as it is on the server. */
export interface Opened {
  path: string;
  junk: boolean;
}

/** The folder is not on the server (any more); it is looked for again. */
export class FolderMissing extends Error {}
/** The folder holds what nobody wants to be imported (R-DUP-7). */
export class FolderRefused extends Error {}

const SENT_KEY = '\\Sent';

/** What is to be read: the folders that the admin names, and the Sent folder unless switched off. */
export function sourcesOf(s: Settings): Source[] {
  const sentName = s.sentFolder;
  const incoming = foldersOf(s).filter((name) => !s.readSent || name !== sentName);
  return [
    ...incoming.map((name): Source => ({ key: name, name, kind: 'incoming' })),
    ...(s.readSent ? [{ key: SENT_KEY, name: sentName || null, kind: 'sent' } as const] : []),
  ];
}

/** The folder by the admin's name for it: as the server spells it, or with slashes whatever the server parts names by. */
export function findFolder(list: readonly ListResponse[], name: string): ListResponse | null {
  if (name.toUpperCase() === 'INBOX') return list.find((folder) => folder.path.toUpperCase() === 'INBOX') ?? null;
  const slashed = (folder: ListResponse): string =>
    folder.delimiter ? folder.path.split(folder.delimiter).join('/') : folder.path;
  return (
    list.find((folder) => folder.path === name) ??
    list.find((folder) => slashed(folder) === name) ??
    // Some servers keep all folders inside of INBOX and show them beside it.
    list.find((folder) => slashed(folder) === `INBOX/${name}`) ??
    null
  );
}

/** The folder that holds sent mail: the one in the settings, else by its special use. */
export function findSent(list: readonly ListResponse[], named: string): ListResponse | null {
  if (named) return findFolder(list, named);
  return (
    list.find((f) => f.specialUse === '\\Sent' && f.specialUseSource === 'extension') ??
    list.find((f) => f.specialUse === '\\Sent') ??
    null
  );
}

/** The path of the folder that holds sent mail, or null when there is none. */
export async function sentFolder(client: ImapFlow, s: Settings): Promise<string | null> {
  return findSent(await client.list(), s.sentFolder)?.path ?? null;
}

/** Whether a folder may be read: null, or the sentence that says why not. */
export function refusal(folder: ListResponse, name: string): string | null {
  if (folder.specialUse === '\\Trash') return `The folder ${name} holds deleted mail, which is not imported.`;
  if (folder.specialUse === '\\Drafts') return `The folder ${name} holds drafts, which are not imported.`;
  if (folder.flags.has('\\Noselect') || folder.flags.has('\\NonExistent')) return `The folder ${name} can hold no mail.`;
  return null;
}

/** Looks a source up on the server; null when the server has no Sent folder at all. */
export async function locate(client: ImapFlow, source: Source): Promise<Opened | null> {
  const list = await client.list();
  const found = source.kind === 'sent' ? findSent(list, source.name ?? '') : findFolder(list, source.name ?? '');
  if (!found) {
    if (source.name === null) return null;
    throw new FolderMissing(`There is no folder ${source.name} on the mail server.`);
  }
  const refused = refusal(found, source.name ?? found.path);
  if (refused) throw new FolderRefused(refused);
  return { path: found.path, junk: found.specialUse === '\\Junk' };
}
