import { DomainError } from '../../kernel/errors.js';
import { type IdKind, isId } from '../../kernel/ids.js';
import type { ContactProperty } from '../contacts/index.js';
import { namesOf, plainly } from './column-names.js';
import type { ImportKind, ImportTarget } from './import-kinds.js';

/** Where a column of a file goes. */
export interface ImportColumn {
  /** Its place in the file; the first is 0. */
  index: number;
  target: ImportTarget;
  propertyId?: string | null;
}
export type ImportKey = 'EMAIL' | 'DOMAIN' | 'NAME' | 'EXTERNAL_ID';

export const MAX_COLUMNS = 200;

const TIED = ['NAME', 'OWNER', 'CONTACT', 'COMPANY', 'EXTERNAL_ID', 'TEXT'] as const;
/** What columns of a list may hold, besides nothing. */
const TARGETS: Record<ImportKind, readonly ImportTarget[]> = {
  CONTACT: ['NAME', 'FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'COMPANY', 'OWNER', 'EXTERNAL_ID', 'PROPERTY'],
  COMPANY: ['NAME', 'DOMAIN', 'OWNER', 'EXTERNAL_ID', 'TEXT'],
  TICKET: [...TIED, 'PIPELINE', 'STAGE', 'PRIORITY', 'SOURCE'],
  DEAL: [...TIED, 'PIPELINE', 'STAGE', 'AMOUNT', 'CURRENCY', 'DUE_AT'],
  TASK: [...TIED, 'DUE_AT', 'REMIND_AT', 'DONE'],
};
/** By what rows of a list may find what they are about: a title belongs to no one ticket, deal or task. */
const KEYS: Record<ImportKind, readonly ImportKey[]> = {
  CONTACT: ['EMAIL', 'EXTERNAL_ID'],
  COMPANY: ['DOMAIN', 'NAME', 'EXTERNAL_ID'],
  TICKET: ['EXTERNAL_ID'],
  DEAL: ['EXTERNAL_ID'],
  TASK: ['EXTERNAL_ID'],
};
/** The ids of ours by which rows may name what is there. */
export const ID_KINDS: Record<ImportKind, IdKind> = {
  CONTACT: 'contact',
  COMPANY: 'company',
  TICKET: 'ticket',
  DEAL: 'deal',
  TASK: 'task',
};
/** Those of which a file has several. */
const OFTEN: readonly ImportTarget[] = ['SKIP', 'EMAIL', 'PHONE', 'COMPANY', 'CONTACT', 'PROPERTY'];

/** Ids that each system counts for itself: two files with them may be about different people. */
const BARE_IDS: readonly string[] = ['id', 'contactid', 'companyid'];

/** Where each column probably goes, by how it is called; `first` is the first row, in which our own ids are known again. */
export function guessColumns(
  kind: ImportKind,
  headers: readonly string[],
  { first, properties }: { first: readonly string[]; properties: readonly ContactProperty[] },
): ImportColumn[] {
  const names = namesOf(kind, TARGETS[kind]);
  const taken = new Set<string>();
  const others = KEYS[kind].filter((key) => key !== 'EXTERNAL_ID').flatMap((key) => names.get(key) ?? []);
  const keyed = headers.some((header) => others.includes(plainly(header)));
  const once = (key: string): boolean => !taken.has(key) && taken.add(key) !== null;
  return headers.map((header, index) => {
    const plain = plainly(header);
    const property = kind === 'CONTACT' && properties.find(({ label }) => plainly(label) === plain && plain !== '');
    if (property && once(property.id)) return { index, target: 'PROPERTY', propertyId: property.id };
    const [target = 'SKIP'] = [...names].find(([, words]) => words.includes(plain)) ?? [];
    const doubtful = keyed && BARE_IDS.includes(plain) && !isId(ID_KINDS[kind], first[index] ?? '');
    const free = !doubtful && (OFTEN.includes(target) || once(target));
    return { index, target: free ? target : 'SKIP', propertyId: null };
  });
}

/** The key that the columns allow. */
export function guessKey(kind: ImportKind, columns: readonly ImportColumn[]): ImportKey {
  const has = (target: ImportTarget): boolean => columns.some((column) => column.target === target);
  const [first = 'EXTERNAL_ID'] = KEYS[kind];
  return has('EXTERNAL_ID') ? 'EXTERNAL_ID' : (KEYS[kind].find(has) ?? first);
}

/** INVALID when rows of the kind are not found by this. */
export function checkKey(kind: ImportKind, key: ImportKey): void {
  if (!KEYS[kind].includes(key)) throw new DomainError('INVALID', 'Nothing of this list is found by that.', { path: ['key'] });
}

/** INVALID when the columns do not fit the file, each other or the key. */
export function checkColumns(
  columns: readonly ImportColumn[],
  file: { kind: ImportKind; headers: readonly string[]; key: ImportKey; properties: readonly ContactProperty[] },
): void {
  const { kind, headers, key, properties } = file;
  const seen = new Set<string>();
  for (const [at, { index, target, propertyId }] of columns.entries()) {
    const path = ['columns', String(at)];
    if (!Number.isInteger(index) || index < 0 || index >= headers.length)
      throw new DomainError('INVALID', 'The file has no such column.', { path: [...path, 'index'] });
    if (target !== 'SKIP' && !TARGETS[kind].includes(target))
      throw new DomainError('INVALID', 'This list has nothing of that kind.', { path: [...path, 'target'] });
    if (target === 'PROPERTY' && !properties.some(({ id }) => id === propertyId))
      throw new DomainError('INVALID', 'There is no such property.', { path: [...path, 'propertyId'] });
    for (const mark of [`#${index}`, ...(OFTEN.includes(target) ? [] : [target]), ...(propertyId ? [propertyId] : [])]) {
      if (seen.has(mark)) throw new DomainError('INVALID', 'Two columns go to the same place.', { path });
      seen.add(mark);
    }
  }
  if (!columns.some(({ target }) => target === key))
    throw new DomainError('INVALID', 'Say which column holds the value by which a row finds what it is about.', {
      path: ['key'],
    });
}
