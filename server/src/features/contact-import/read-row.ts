import { unguarded } from '../../kernel/csv.js';
import { DomainError } from '../../kernel/errors.js';
import { isIdentityValue } from '../../kernel/identity-kinds.js';
import { cleanName, type ContactProperty, factsWith, NAME_LENGTH } from '../contacts/index.js';
import type { ImportColumn, ImportTarget } from './columns.js';
import type { Row } from './csv-file.js';
import { BadRow, type ProblemCode } from './problems.js';

/** What a row says of somebody; what it says nothing of stays as it is. */
export interface ReadRow {
  name: string | null;
  emails: string[];
  phones: string[];
  companies: string[];
  externalId: string | null;
  ownerId: string | null;
  fields: Record<string, unknown>;
}
/** What rows are read with. */
export interface RowReader {
  columns: readonly ImportColumn[];
  width: number;
  properties: ReadonlyMap<string, ContactProperty>;
  /** Active colleagues by their address in lower case. */
  owners: ReadonlyMap<string, string>;
}

const ID_LENGTH = 320;
const TITLE_LENGTH = 250;

/** Reads a row; throws `BadRow` where something in it can't be kept. */
export function readRow({ cells }: Row, { columns, width, properties, owners }: RowReader): ReadRow {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) throw new BadRow('TOO_MANY_CELLS');
  const valuesOf = (target: ImportTarget): string[] =>
    columns.filter((column) => column.target === target).flatMap(({ index }) => cellOf(cells[index]) ?? []);
  const [owner] = valuesOf('OWNER');
  const ownerId = owner === undefined ? null : owners.get(owner.toLowerCase());
  if (ownerId === undefined) throw new BadRow('NO_SUCH_OWNER', owner ?? null);
  const fields: Record<string, unknown> = {};
  for (const { index, propertyId } of columns) {
    const property = properties.get(propertyId ?? '');
    const cell = cellOf(cells[index]);
    if (property && cell !== null) fields[property.id] = factOf(property, cell);
  }
  return {
    name: nameOf(valuesOf('NAME')[0], valuesOf('FIRST_NAME')[0], valuesOf('LAST_NAME')[0]),
    emails: several(valuesOf('EMAIL')).map((value) => identityOf('email', value, 'BAD_EMAIL')),
    phones: several(valuesOf('PHONE')).map((value) => identityOf('phone', value, 'BAD_PHONE')),
    companies: several(valuesOf('COMPANY'), /;|\n/).map((value) => short(value, TITLE_LENGTH)),
    externalId: valuesOf('EXTERNAL_ID').map((value) => short(value, ID_LENGTH))[0] ?? null,
    ownerId,
    fields,
  };
}

function cellOf(cell: string | undefined): string | null {
  const value = unguarded(cell ?? '')
    .replaceAll('\u00A0', ' ')
    .trim();
  return value === '' ? null : value;
}

function nameOf(full: string | undefined, first: string | undefined, last: string | undefined): string | null {
  const name = cleanName(full ?? [first, last].filter((part) => part !== undefined).join(' '));
  if ((full ?? `${first ?? ''} ${last ?? ''}`).length > NAME_LENGTH) throw new BadRow('TOO_LONG', name);
  return name;
}

function several(values: readonly string[], parting = /[;,|\n]/): string[] {
  const parts = values.flatMap((value) => value.split(parting)).map((part) => part.replaceAll(/\s+/g, ' ').trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function identityOf(kind: string, value: string, problem: ProblemCode): string {
  if (!isIdentityValue(kind, value)) throw new BadRow(problem, value);
  return value;
}

function short(value: string, length: number): string {
  if (value.length > length) throw new BadRow('TOO_LONG', value.slice(0, 40));
  return value;
}

/** The value as its property keeps it; dates with the day first only where months are told by dashes or dots, as no American writes them. */
function factOf(property: ContactProperty, cell: string): unknown {
  const value = typed(property, cell);
  try {
    return factsWith({}, { [property.id]: value }, [property])[property.id];
  } catch (error) {
    if (error instanceof DomainError) throw new BadRow('BAD_VALUE', `${property.label}: ${cell.slice(0, 80)}`);
    throw error;
  }
}

const YES = ['yes', 'y', 'true', '1', 'ja', 'j', 'x', 'waar'];
const NO = ['no', 'n', 'false', '0', 'nee', 'onwaar'];

function typed({ type, options }: ContactProperty, cell: string): unknown {
  const low = cell.toLowerCase();
  switch (type) {
    case 'NUMBER':
      // One comma and no point: as it is written where the comma parts.
      return Number(/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);
    case 'DATE': {
      const [, day, month, year] = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(cell) ?? [];
      if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return /^\d{4}-\d{2}-\d{2}[T ]\d/.test(cell) ? cell.slice(0, 10) : cell;
    }
    case 'CHOICE':
      return options.find((option) => option.toLowerCase() === low) ?? cell;
    case 'YES_NO':
      return YES.includes(low) ? true : NO.includes(low) ? false : cell;
    case 'TEXT':
    case 'LINK':
      return cell;
  }
}
