import { type Words, wordsIn } from '../../kernel/language.js';

/** Why a row can't be taken in. */
const REASONS = {
  NO_KEY: { en: 'The value by which it is found is missing', nl: 'De waarde waarmee het wordt gevonden, ontbreekt' },
  EMPTY: { en: 'The row has neither a name nor an address', nl: 'De rij heeft geen naam en geen adres' },
  NO_NAME: { en: 'What is new needs a name', nl: 'Wat nieuw is, heeft een naam nodig' },
  BAD_EMAIL: { en: 'That is no e-mail address', nl: 'Dat is geen e-mailadres' },
  BAD_PHONE: { en: 'That is no phone number', nl: 'Dat is geen telefoonnummer' },
  BAD_VALUE: { en: 'The value does not fit its column', nl: 'De waarde past niet bij de kolom' },
  BAD_DATE: { en: 'That is no date, such as 2027-01-31', nl: 'Dat is geen datum, zoals 2027-01-31' },
  BAD_AMOUNT: { en: 'That is no amount', nl: 'Dat is geen bedrag' },
  NO_SUCH_STAGE: { en: 'There is no such stage', nl: 'Die fase is er niet' },
  NO_SUCH_OWNER: { en: 'No colleague has this e-mail address', nl: 'Geen collega heeft dit e-mailadres' },
  NO_SUCH_CONTACT: {
    en: 'No contact has this e-mail address; import contacts first',
    nl: 'Geen contactpersoon heeft dit e-mailadres; importeer eerst contacten',
  },
  NO_SUCH_ID: { en: 'There is nothing with this id', nl: 'Er is niets met dit id' },
  NOT_YOURS: { en: 'It lies where you may change nothing', nl: 'Het ligt waar je niets mag wijzigen' },
  OTHER_CONTACT: {
    en: 'It belongs to another contact; merge the two by hand if they are one',
    nl: 'Het is van een andere contactpersoon; voeg de twee zelf samen als ze één zijn',
  },
  OTHER_DOMAIN: { en: 'Another company has this domain', nl: 'Een ander bedrijf heeft dit domein' },
  OTHER_ID: { en: 'What was found is known by another id', nl: 'Wat werd gevonden, is bekend met een ander id' },
  IN_BIN: { en: 'It lies in the bin; restore it first', nl: 'Het ligt in de prullenbak; zet het eerst terug' },
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
