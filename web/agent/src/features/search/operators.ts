import type { Client } from 'urql';
import { TagsDocument } from '../../generated/bulk.js';
import { FilterContactsDocument } from '../../generated/graphql.js';
import type { StatusChoice } from '../inbox/statusChoice.js';
import type { Narrowing } from './find.js';

/** What an operator can name, by id. */
export interface Nameable {
  id: string;
  name: string;
}
/** Everything that is known without asking. */
export interface Known {
  people: readonly Nameable[];
  channels: readonly Nameable[];
  /** The viewer, who is also called `me`. */
  viewerId: string;
}
/** What was typed, in parts. */
export interface Understood {
  find: Partial<Narrowing>;
  /** What stays in the field. */
  typed: string;
  /** What is searched for by words: that without what is not finished yet. */
  words: string;
}

export type Kind = 'from' | 'words' | 'channel' | 'assignee' | 'tag' | 'before' | 'after' | 'is' | 'in' | 'status' | 'has';
/** Dutch and English, always both (ux R6). */
export const OPERATORS: Partial<Record<string, Kind>> = {
  from: 'from',
  van: 'from',
  // Recipients and subjects are searched by words.
  to: 'words',
  aan: 'words',
  subject: 'words',
  onderwerp: 'words',
  channel: 'channel',
  kanaal: 'channel',
  assigned: 'assignee',
  assignee: 'assignee',
  toegewezen: 'assignee',
  tag: 'tag',
  label: 'tag',
  before: 'before',
  voor: 'before',
  after: 'after',
  na: 'after',
  is: 'is',
  in: 'in',
  status: 'status',
  has: 'has',
  heeft: 'has',
};
const TOKEN = /(^|\s)(\p{L}+):(?:"([^"]*)"|([^\s"]*))(?=\s|$)/gu;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNREAD = new Set(['unread', 'ongelezen']);
const FILES = new Set(['attachment', 'attachments', 'file', 'files', 'bijlage', 'bijlagen', 'bestand']);
/** The states that a list shows, in the words of both languages. */
const STATUSES: Partial<Record<string, StatusChoice>> = {
  open: 'open',
  closed: 'closed',
  gesloten: 'closed',
  dicht: 'closed',
  snoozed: 'snoozed',
  sluimert: 'snoozed',
  sluimerend: 'snoozed',
  any: 'any',
  all: 'any',
  alle: 'any',
  alles: 'any',
};
const EVERYWHERE = new Set(['anywhere', 'all', 'alles', 'overal']);
const ME = new Set(['me', 'mij', 'ik']);
const NOBODY = new Set(['nobody', 'none', 'niemand']);

/** The one that is called so, or the only one whose name begins so. */
function called(value: string, among: readonly Nameable[]): string | undefined {
  const wanted = value.toLowerCase();
  const exact = among.find(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted);
  const like = among.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  return (exact ?? (like.length === 1 ? like[0] : undefined))?.id;
}

/** The day before or after, since both ends of a filter count. */
function shifted(day: string, by: 1 | -1): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

type Look = (kind: 'from' | 'tag', value: string) => Promise<string | undefined>;

/** The state of a conversation, which is the list's own choice. */
function state(low: string): Partial<Narrowing> | null {
  const status = STATUSES[low];
  return status ? { status } : null;
}

/** What one operator means; null when it means nothing that is known here, and it stays as it was typed. */
async function meaning(kind: Kind, value: string, known: Known, look: Look): Promise<Partial<Narrowing> | null> {
  const low = value.toLowerCase();
  const some = (id: string | undefined, part: (id: string) => Partial<Narrowing>) => (id ? part(id) : null);
  switch (kind) {
    case 'from':
      return some(await look('from', value), (contact) => ({ contact }));
    case 'tag':
      return some(await look('tag', value), (tag) => ({ tag }));
    case 'channel':
      return some(called(value, known.channels), (channel) => ({ channel }));
    case 'assignee':
      return some(ME.has(low) ? known.viewerId : NOBODY.has(low) ? 'none' : called(value, known.people), (assignee) => ({
        assignee,
      }));
    case 'before':
      return DAY.test(value) ? { to: shifted(value, -1) } : null;
    case 'after':
      return DAY.test(value) ? { from: shifted(value, 1) } : null;
    case 'is':
      return UNREAD.has(low) ? { unread: true } : state(low);
    case 'status':
      return state(low);
    case 'has':
      return FILES.has(low) ? { file: true } : null;
    case 'in':
      return EVERYWHERE.has(low) ? { where: 'all' } : null;
    case 'words':
      return null;
  }
}

/** Reads operators such as `from:`, `tag:` or `before:` out of what was typed; one at the end is only read once it is `done`. */
export async function understand(text: string, done: boolean, known: Known, look: Look): Promise<Understood> {
  const find: Partial<Narrowing> = {};
  let [typed, words, at] = ['', '', 0];
  for (const token of text.matchAll(TOKEN)) {
    const [all, space = '', name = '', quoted, bare = ''] = token;
    const kind = OPERATORS[name.toLowerCase()];
    if (!kind) continue;
    const value = (quoted ?? bare).trim();
    const before = text.slice(at, token.index);
    at = token.index + all.length;
    const unfinished = !done && at === text.length;
    const part = unfinished || value === '' ? null : await meaning(kind, value, known, look);
    if (part) Object.assign(find, part);
    typed += before + (part ? '' : all);
    words += before + (part || unfinished || value === '' ? '' : space + value);
  }
  const rest = text.slice(at);
  return { find, typed: (typed + rest).trimStart(), words: (words + rest).trim() };
}

/** Asks the server by name: for a contact by name or address, and for a tag. */
export function asking(client: Client): Look {
  return async (kind, value) => {
    if (kind === 'tag') {
      const { data } = await client.query(TagsDocument, {}).toPromise();
      return called(
        value,
        (data?.tags ?? []).map(({ id, tagName }) => ({ id, name: tagName })),
      );
    }
    const { data } = await client.query(FilterContactsDocument, { search: value }).toPromise();
    return data?.contacts.nodes[0]?.id;
  };
}
