import { unguarded } from '../../kernel/csv.js';
import type { ContactProperty } from '../contacts/index.js';
import type { ImportColumn } from './columns.js';
import type { ImportTarget } from './import-kinds.js';
import type { Row } from './csv-file.js';
import type { StageChoice } from './stages.js';
import { BadRow } from './problems.js';

/** What rows are read with. */
export interface RowReader {
  columns: readonly ImportColumn[];
  width: number;
  properties: ReadonlyMap<string, ContactProperty>;
  /** Active colleagues by their address in lower case. */
  owners: ReadonlyMap<string, string>;
  /** Of a list with stages. */
  stages: readonly StageChoice[];
}

export const ID_LENGTH = 320;
export const TITLE_LENGTH = 250;

/** What the cells of a row hold, by where their columns go; throws `BadRow` when there are more than the file has columns. */
export function valuesIn({ cells }: Row, { columns, width }: RowReader): (target: ImportTarget) => string[] {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) throw new BadRow('TOO_MANY_CELLS');
  return (target) => columns.filter((column) => column.target === target).flatMap(({ index }) => cellOf(cells[index]) ?? []);
}

/** What stands in a cell; null when it is empty. */
export function cellOf(cell: string | undefined): string | null {
  const value = unguarded(cell ?? '')
    .replaceAll('\u00A0', ' ')
    .trim();
  return value === '' ? null : value;
}

/** Several values in cells, each once. */
export function several(values: readonly string[], parting = /[;,|\n]/): string[] {
  const parts = values.flatMap((value) => value.split(parting)).map((part) => part.replaceAll(/\s+/g, ' ').trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** The names of companies, parted by what no name has. */
export function companiesIn(values: readonly string[]): string[] {
  return several(values, /;|\n/).map((value) => short(value, TITLE_LENGTH));
}

export function short(value: string, length: number): string {
  if (value.length > length) throw new BadRow('TOO_LONG', value.slice(0, 40));
  return value;
}

/** The colleague with this address; null where none is named. */
export function ownerIn([owner]: readonly string[], { owners }: RowReader): string | null {
  const ownerId = owner === undefined ? null : owners.get(owner.toLowerCase());
  if (ownerId === undefined) throw new BadRow('NO_SUCH_OWNER', owner ?? null);
  return ownerId;
}

const YES = ['yes', 'y', 'true', '1', 'ja', 'j', 'x', 'waar'];
const NO = ['no', 'n', 'false', '0', 'nee', 'onwaar'];

/** Yes or no; null when it says neither. */
export function yesOrNo(cell: string): boolean | null {
  const low = cell.toLowerCase();
  return YES.includes(low) ? true : NO.includes(low) ? false : null;
}

/** The day as ISO 8601 writes it, or the cell as it is; with the day first only where dashes or dots part it, as no American writes dates. */
export function dayIn(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(cell) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** The instant that a cell names; a day alone is its noon in UTC, which lies on that day for nearly everybody, and a time without a zone is UTC. */
export function instantIn(cell: string): number {
  const [, day, clock, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(dayIn(cell)) ?? [];
  const noon = day ? new Date(`${day}T12:00:00Z`) : null;
  // A 31st of February would roll over.
  if (!noon || Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) throw new BadRow('BAD_DATE', cell);
  const at = clock ? Date.parse(`${day}T${clock}${zone ?? 'Z'}`) : noon.getTime();
  if (Number.isNaN(at)) throw new BadRow('BAD_DATE', cell);
  return at;
}

/** How many decimals a currency has (ISO 4217). */
const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in the smallest unit of its currency: `1234.5`, `1.234,50`, `€ 1,234.50`. */
export function amountIn(cell: string, currency: string): number {
  const text = cell.replaceAll(/[\s€$£]|^[A-Z]{3}\b|\b[A-Z]{3}$/g, '');
  const decimals = decimalsOf(currency);
  const [, sign = '', whole = '', , rest = ''] = /^(-?)([\d.,]*?)([.,](\d+))?$/.exec(text) ?? [];
  // Three digits after one mark are thousands, unless the currency has as many decimals.
  const parts = rest.length === 3 && decimals !== 3 ? { whole: whole + rest, rest: '' } : { whole, rest };
  const digits = parts.whole.replaceAll(/[.,]/g, '');
  if (text === '' || sign !== '' || !/^\d*$/.test(digits) || digits + parts.rest === '' || parts.rest.length > decimals)
    throw new BadRow('BAD_AMOUNT', cell);
  return Number(digits + parts.rest.padEnd(decimals, '0'));
}
