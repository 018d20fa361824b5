import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import type { ContactProperty } from '../contacts/index.js';

/** What a column of a file holds. */
export type ImportTarget =
  'SKIP' | 'NAME' | 'FIRST_NAME' | 'LAST_NAME' | 'EMAIL' | 'PHONE' | 'COMPANY' | 'OWNER' | 'EXTERNAL_ID' | 'PROPERTY';

/** Where a column of a file goes. */
export interface ImportColumn {
  /** Its place in the file; the first is 0. */
  index: number;
  target: ImportTarget;
  propertyId?: string | null;
}
export type ImportKey = 'EMAIL' | 'EXTERNAL_ID';

export const MAX_COLUMNS = 200;

/** How columns are called, in letters and digits alone, by our own export and by others. */
const NAMES: Record<Exclude<ImportTarget, 'SKIP' | 'PROPERTY'>, readonly string[]> = {
  NAME: ['name', 'fullname', 'contactname', 'contact', 'naam', 'volledigenaam', 'contactpersoon'],
  FIRST_NAME: ['firstname', 'givenname', 'voornaam'],
  LAST_NAME: ['lastname', 'surname', 'familyname', 'achternaam'],
  EMAIL: ['email', 'emails', 'emailaddress', 'mail', 'mailaddress', 'emailadres', 'mailadres', 'email1value', 'workemail'],
  PHONE: ['phone', 'phones', 'phonenumber', 'telephone', 'mobile', 'mobilephone', 'mobilephonenumber', 'telefoon'].concat([
    'telefoonnummer',
    'mobiel',
    'tel',
    'phone1value',
  ]),
  COMPANY: [
    'company',
    'companyname',
    'companies',
    'organisation',
    'organization',
    'bedrijf',
    'bedrijfsnaam',
    'organisatie',
    'account',
  ],
  OWNER: ['owner', 'contactowner', 'owneremail', 'eigenaar'],
  EXTERNAL_ID: [
    'id',
    'externalid',
    'recordid',
    'contactid',
    'customerid',
    'customernumber',
    'klantnummer',
    'klantid',
    'externid',
  ],
};
/** Those of which a file has one. */
const ONCE: readonly ImportTarget[] = ['NAME', 'FIRST_NAME', 'LAST_NAME', 'OWNER', 'EXTERNAL_ID'];

/** Ids that each system counts for itself: two files with them may be about different people. */
const BARE_IDS: readonly string[] = ['id', 'contactid'];

/** Where each column probably goes, by how it is called; `first` is the first row, in which our own ids are known again. */
export function guessColumns(
  headers: readonly string[],
  first: readonly string[],
  properties: readonly ContactProperty[],
): ImportColumn[] {
  const taken = new Set<string>();
  const mailed = headers.some((header) => NAMES.EMAIL.includes(plainly(header)));
  const once = (key: string): boolean => !taken.has(key) && taken.add(key) !== null;
  return headers.map((header, index) => {
    const plain = plainly(header);
    const property = properties.find(({ label }) => plainly(label) === plain && plain !== '');
    if (property && once(property.id)) return { index, target: 'PROPERTY', propertyId: property.id };
    const found = Object.entries(NAMES).find(([, names]) => names.includes(plain));
    const doubtful = mailed && BARE_IDS.includes(plain) && !isId('contact', first[index] ?? '');
    const target = (doubtful ? 'SKIP' : (found?.[0] ?? 'SKIP')) as ImportTarget;
    return { index, target: ONCE.includes(target) && !once(target) ? 'SKIP' : target, propertyId: null };
  });
}

/** The key that the columns allow. */
export function guessKey(columns: readonly ImportColumn[]): ImportKey {
  const has = (target: ImportTarget): boolean => columns.some((column) => column.target === target);
  return has('EXTERNAL_ID') ? 'EXTERNAL_ID' : 'EMAIL';
}

/** INVALID when the columns do not fit the file, each other or the key. */
export function checkColumns(
  columns: readonly ImportColumn[],
  { headers, key, properties }: { headers: readonly string[]; key: ImportKey; properties: readonly ContactProperty[] },
): void {
  const seen = new Set<string>();
  for (const [at, { index, target, propertyId }] of columns.entries()) {
    const path = ['columns', String(at)];
    if (!Number.isInteger(index) || index < 0 || index >= headers.length)
      throw new DomainError('INVALID', 'The file has no such column.', { path: [...path, 'index'] });
    if (target === 'PROPERTY' && !properties.some(({ id }) => id === propertyId))
      throw new DomainError('INVALID', 'There is no such property.', { path: [...path, 'propertyId'] });
    for (const mark of [`#${index}`, ...(ONCE.includes(target) ? [target] : []), ...(propertyId ? [propertyId] : [])]) {
      if (seen.has(mark)) throw new DomainError('INVALID', 'Two columns go to the same place.', { path });
      seen.add(mark);
    }
  }
  if (!columns.some(({ target }) => target === key))
    throw new DomainError('INVALID', 'Say which column holds the value by which a contact is found again.', { path: ['key'] });
}

function plainly(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
