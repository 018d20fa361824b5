/** What the lists hold, by the number that its entries begin with: those of a list lie beside each other, in the order of the list. */
const CODES: Readonly<Record<string, number>> = {
  CONTACT: 0,
  COMPANY: 1,
  TICKET: 2,
  DEAL: 3,
  TASK: 4,
  NOTE: 6,
  CALL: 7,
  MEETING: 8,
};
const OTHER = 15;
/** Tasks that are never due follow all that are. */
const UNDATED = 5;

const PER_CODE = 2 ** 49;
const PER_MILLISECOND = 2 ** 8;
const EPOCH = Date.UTC(2010, 0, 1);
const LAST = PER_CODE / PER_MILLISECOND - 1;
/** Later than any clock: what has no date of its own. */
const NEVER = 8_640_000_000_000_000;

/** What is listed, with what says its place. */
export interface Placed {
  id: string;
  /** `CONTACT`, or the type of a record. */
  type: string;
  /** Its place in the list, in milliseconds. */
  at: number;
  /** Where `at` is never: its place among those. */
  createdAt: number;
}

/** Entries in the order of their slots are in the order of their list, to the millisecond; what is made within one follows by its id. */
export function slotOf({ id, type, at, createdAt }: Placed): number {
  const never = at >= NEVER;
  const code = never && type === 'TASK' ? UNDATED : codeOf(type);
  const time = Math.min(Math.max((never ? createdAt : at) - EPOCH, 0), LAST);
  return code * PER_CODE + time * PER_MILLISECOND + (Number.parseInt(id.slice(17, 19), 16) || 0);
}

/** The first slot of a list, and the first beyond it. */
export function slotsOf(type: string): [from: number, to: number] {
  const code = codeOf(type);
  return [code * PER_CODE, (type === 'TASK' ? UNDATED + 1 : code + 1) * PER_CODE];
}

function codeOf(type: string): number {
  return CODES[type] ?? OTHER;
}
