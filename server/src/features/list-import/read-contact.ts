import { DomainError } from '../../kernel/errors.js';
import { isIdentityValue } from '../../kernel/identity-kinds.js';
import { cleanName, type ContactProperty, factsWith, NAME_LENGTH } from '../contacts/index.js';
import { cellOf, companiesIn, dayIn, ID_LENGTH, ownerIn, type RowReader, several, short, valuesIn, yesOrNo } from './cells.js';
import type { Row } from './csv-file.js';
import { BadRow, type ProblemCode } from './problems.js';

/** What a row says of somebody; what it says nothing of stays as it is. */
export interface ReadContact {
  name: string | null;
  emails: string[];
  phones: string[];
  companies: string[];
  externalId: string | null;
  ownerId: string | null;
  fields: Record<string, unknown>;
}
/** Reads a row; throws `BadRow` where something in it can't be kept. */
export function readContact(row: Row, reader: RowReader): ReadContact {
  const valuesOf = valuesIn(row, reader);
  const fields: Record<string, unknown> = {};
  for (const { index, propertyId } of reader.columns) {
    const property = reader.properties.get(propertyId ?? '');
    const cell = cellOf(row.cells[index]);
    if (property && cell !== null) fields[property.id] = factOf(property, cell);
  }
  return {
    name: nameOf(valuesOf('NAME')[0], valuesOf('FIRST_NAME')[0], valuesOf('LAST_NAME')[0]),
    emails: several(valuesOf('EMAIL')).map((value) => identityOf('email', value, 'BAD_EMAIL')),
    phones: several(valuesOf('PHONE')).map((value) => identityOf('phone', value, 'BAD_PHONE')),
    companies: companiesIn(valuesOf('COMPANY')),
    externalId: valuesOf('EXTERNAL_ID').map((value) => short(value, ID_LENGTH))[0] ?? null,
    ownerId: ownerIn(valuesOf('OWNER'), reader),
    fields,
  };
}

function nameOf(full: string | undefined, first: string | undefined, last: string | undefined): string | null {
  const name = cleanName(full ?? [first, last].filter((part) => part !== undefined).join(' '));
  if ((full ?? `${first ?? ''} ${last ?? ''}`).length > NAME_LENGTH) throw new BadRow('TOO_LONG', name);
  return name;
}

function identityOf(kind: string, value: string, problem: ProblemCode): string {
  if (!isIdentityValue(kind, value)) throw new BadRow(problem, value);
  return value;
}

/** The value as its property keeps it. */
function factOf(property: ContactProperty, cell: string): unknown {
  const value = typed(property, cell);
  try {
    return factsWith({}, { [property.id]: value }, [property])[property.id];
  } catch (error) {
    if (error instanceof DomainError) throw new BadRow('BAD_VALUE', `${property.label}: ${cell.slice(0, 80)}`);
    throw error;
  }
}

function typed({ type, options }: ContactProperty, cell: string): unknown {
  switch (type) {
    case 'NUMBER':
      // One comma and no point: as it is written where the comma parts.
      return Number(/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);
    case 'DATE': {
      const day = dayIn(cell);
      return /^\d{4}-\d{2}-\d{2}[T ]\d/.test(day) ? day.slice(0, 10) : day;
    }
    case 'CHOICE':
      return options.find((option) => option.toLowerCase() === cell.toLowerCase()) ?? cell;
    case 'YES_NO':
      return yesOrNo(cell) ?? cell;
    case 'TEXT':
    case 'LINK':
      return cell;
  }
}
