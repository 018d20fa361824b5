import { type Words, wordsIn } from '../../kernel/language.js';

/** Why a row can't be taken in. */
const REASONS = {
  NO_KEY: { en: 'The value that tells who it is, is missing', nl: 'De waarde die zegt wie het is, ontbreekt' },
  EMPTY: { en: 'The row has neither a name nor an address', nl: 'De rij heeft geen naam en geen adres' },
  BAD_EMAIL: { en: 'That is no e-mail address', nl: 'Dat is geen e-mailadres' },
  BAD_PHONE: { en: 'That is no phone number', nl: 'Dat is geen telefoonnummer' },
  BAD_VALUE: { en: 'The value does not fit its property', nl: 'De waarde past niet bij de eigenschap' },
  NO_SUCH_OWNER: { en: 'No colleague has this e-mail address', nl: 'Geen collega heeft dit e-mailadres' },
  OTHER_CONTACT: {
    en: 'It belongs to another contact; merge the two by hand if they are one',
    nl: 'Het is van een andere contactpersoon; voeg de twee zelf samen als ze één zijn',
  },
  OTHER_ID: {
    en: 'The contact with this address is known by another id',
    nl: 'De contactpersoon met dit adres is bekend met een ander id',
  },
  IN_BIN: {
    en: 'The contact lies in the bin; restore it first',
    nl: 'De contactpersoon ligt in de prullenbak; zet die eerst terug',
  },
  NO_SUCH_CONTACT: { en: 'There is no contact with this id', nl: 'Er is geen contactpersoon met dit id' },
  TOO_LONG: { en: 'The text is too long', nl: 'De tekst is te lang' },
  TOO_MANY_ADDRESSES: { en: 'A contact has at most 50 addresses', nl: 'Een contactpersoon heeft ten hoogste 50 adressen' },
  TOO_MANY_CELLS: { en: 'The row has more cells than the first row', nl: 'De rij heeft meer cellen dan de eerste rij' },
  REFUSED: { en: 'It could not be kept', nl: 'Het kon niet worden bewaard' },
} satisfies Record<string, Words>;

export type ProblemCode = keyof typeof REASONS;

/** What is wrong with a row. */
export interface Problem {
  code: ProblemCode;
  detail: string | null;
}

/** Thrown while a row is read. */
export class BadRow extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string | null = null,
  ) {
    super(code);
    this.name = 'BadRow';
  }
}

/** The problem in words for people. */
export function reasonOf({ code, detail }: Problem, language: string | null | undefined): string {
  const words = wordsIn(REASONS[code], language);
  return detail === null ? words : `${words}: ${detail}`;
}
