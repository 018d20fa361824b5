import { createHash } from 'node:crypto';
import type { AnswerKind, FileRef, HistoryItem, Part } from '@balie/plugin-sdk';
import type { ChatContext } from './answer.js';

const FILE_MS = 3_600_000;
const PAGE = 50;

/** A message as the visitor's page has it. */
export type Item = {
  id: string;
  at: string;
  from: 'visitor' | 'agent' | 'bot';
  author: { name: string; avatarUrl?: string };
  text: string;
  files: { name: string; mime: string; bytes: number | null; url: string }[];
  choices?: { label: string; value: string }[];
  ask?: AnswerKind;
  edited?: true;
  deleted?: true;
};
type About = Pick<Item, 'id' | 'at' | 'from' | 'author'>;

/** The id of an inbound message in the channel: nobody can name another visitor's. */
export function externalIdOf(visitorId: string, id: string): string {
  return `${visitorId}:${id}`;
}

/** What was said before a time, oldest first, and whether there is more before it. */
export async function pageOf(context: ChatContext, visitorId: string, before?: Date): Promise<{ items: Item[]; more: boolean }> {
  const found = await context.history(visitorId, { limit: PAGE + 1, ...(before ? { before } : {}) });
  const shown = found.slice(-PAGE);
  const items = await Promise.all(
    shown.map((one) => itemOf(context, { ...aboutOf(one, visitorId) }, one.parts, { edited: one.edited, deleted: one.deleted })),
  );
  return { items, more: found.length > PAGE };
}

/** A message in the form of the page; its files can be fetched for an hour. */
export async function itemOf(
  context: ChatContext,
  about: About,
  parts: readonly Part[],
  { edited = false, deleted = false }: { edited?: boolean | undefined; deleted?: boolean | undefined } = {},
): Promise<Item> {
  const files = parts.flatMap((part) => (part.type === 'file' ? [part.file] : []));
  const choices = parts.flatMap((part) => (part.type === 'choices' ? part.options : []));
  const ask = parts.find((part) => part.type === 'text')?.asks;
  return {
    ...about,
    text: deleted ? '' : textOf(parts),
    files: deleted ? [] : await Promise.all(files.map((file) => fileOf(context, file))),
    ...(choices.length > 0 ? { choices } : {}),
    ...(ask === undefined ? {} : { ask }),
    ...(edited ? { edited: true as const } : {}),
    ...(deleted ? { deleted: true as const } : {}),
  };
}

/** Changes with what there is to see, and not with addresses of files, which are new each time. */
export function versionOf(page: { items: readonly Item[]; more: boolean }): string {
  const seen = page.items.map(({ files, ...item }) => [item, files.map(({ name }) => name)]);
  return createHash('sha256')
    .update(JSON.stringify([seen, page.more]))
    .digest('base64url')
    .slice(0, 22);
}

function aboutOf({ id, ids, sendKey, at, from, author }: HistoryItem, visitorId: string): About {
  const own = ids.find((known) => known.startsWith(`${visitorId}:`));
  return {
    id: from === 'contact' ? (own?.slice(visitorId.length + 1) ?? id) : (sendKey ?? id),
    at: at.toISOString(),
    from: from === 'contact' ? 'visitor' : from,
    author: from === 'contact' ? { name: '' } : author,
  };
}

function textOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => (part.type === 'text' || part.type === 'choices' ? [part.text] : []))
    .filter((text) => text !== '')
    .join('\n\n');
}

async function fileOf(context: ChatContext, file: FileRef): Promise<Item['files'][number]> {
  const { name = 'file', mime = 'application/octet-stream' } = file;
  return { name, mime, bytes: ('bytes' in file ? file.bytes : undefined) ?? null, url: await context.files.url(file, FILE_MS) };
}
