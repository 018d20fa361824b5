import { DomainError } from '../../kernel/errors.js';
import { isIdentityValue } from '../../kernel/identity-kinds.js';
import { changesOf, type CrmRecord, type RecordSave, type RecordType } from '../records/index.js';
import {
  companiesIn,
  ID_LENGTH,
  instantIn,
  ownerIn,
  type RowReader,
  several,
  short,
  TITLE_LENGTH,
  valuesIn,
  yesOrNo,
} from './cells.js';
import type { ImportTarget } from './import-kinds.js';
import type { Row } from './csv-file.js';
import { BadRow } from './problems.js';
import { stagesNamed } from './stages.js';

/** What a row says of a record; what it says nothing of stays as it is. */
export interface ReadRecord {
  externalId: string | null;
  /** As records keep it. */
  changes: Partial<CrmRecord>;
  /** The stages that it may mean, the likeliest first. */
  stageIds: string[] | null;
  /** As it stands there: what it is in the smallest unit is known with its currency. */
  amount: string | null;
  done: boolean | null;
  /** Mail addresses of whom it is about. */
  contacts: string[];
  companies: string[];
}
type Values = (target: ImportTarget) => string | undefined;

const BODY_LENGTH = 20_000;

/** Reads a row of companies, tickets, deals or tasks; throws `BadRow` where something in it can't be kept. */
export function readRecord(type: RecordType, row: Row, reader: RowReader): ReadRecord {
  const valuesOf = valuesIn(row, reader);
  const one: Values = (target) => valuesOf(target)[0];
  const ownerId = ownerIn(valuesOf('OWNER'), reader);
  const said = given({ ...textsIn(one), ...timesIn(one), ownerId, priority: priorityIn(one('PRIORITY')) });
  const contacts = several(valuesOf('CONTACT'));
  for (const mail of contacts) if (!isIdentityValue('email', mail)) throw new BadRow('BAD_EMAIL', mail);
  const done = one('DONE');
  return {
    externalId: one('EXTERNAL_ID') === undefined ? null : short(one('EXTERNAL_ID') ?? '', ID_LENGTH),
    changes: checked(type, said),
    stageIds: stagesNamed({ stage: one('STAGE'), pipeline: one('PIPELINE') }, reader.stages),
    amount: one('AMOUNT') ?? null,
    done: done === undefined ? null : doneIn(done),
    contacts,
    companies: companiesIn(valuesOf('COMPANY')),
  };
}

function textsIn(one: Values): Omit<RecordSave, 'id'> {
  const title = one('NAME');
  const text = one('TEXT');
  if (text !== undefined) short(text, BODY_LENGTH);
  return {
    title: title === undefined ? null : short(title, TITLE_LENGTH),
    body: text ?? null,
    source: one('SOURCE') ?? null,
    domain: one('DOMAIN') ?? null,
    currency: one('CURRENCY') ?? null,
  };
}

function timesIn(one: Values): Omit<RecordSave, 'id'> {
  const [due, remind] = [one('DUE_AT'), one('REMIND_AT')];
  return {
    dueAt: due === undefined ? null : instantIn(due),
    remindAt: remind === undefined ? null : instantIn(remind),
  };
}

/** What cells say; the empty ones say nothing. */
function given(said: Omit<RecordSave, 'id'>): Omit<RecordSave, 'id'> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

const PRIORITIES: Record<NonNullable<CrmRecord['priority']>, readonly string[]> = {
  LOW: ['low', 'laag'],
  MEDIUM: ['medium', 'normal', 'gemiddeld', 'normaal'],
  HIGH: ['high', 'hoog'],
  URGENT: ['urgent', 'critical', 'dringend', 'spoed'],
};

function priorityIn(cell: string | undefined): CrmRecord['priority'] {
  if (cell === undefined) return null;
  const found = Object.entries(PRIORITIES).find(([, words]) => words.includes(cell.toLowerCase()));
  if (!found) throw new BadRow('BAD_VALUE', cell.slice(0, 80));
  return found[0] as CrmRecord['priority'];
}

/** Yes or no, or since when. */
function doneIn(cell: string): boolean {
  return yesOrNo(cell) ?? instantIn(cell) > 0;
}

/** What the record would have, by its own rules. */
function checked(type: RecordType, said: Omit<RecordSave, 'id'>): Partial<CrmRecord> {
  try {
    return changesOf(type, { id: '', ...said });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = error.detail?.path?.at(-1) as keyof typeof said | undefined;
    throw new BadRow('BAD_VALUE', String((field && said[field]) ?? error.message).slice(0, 80));
  }
}
