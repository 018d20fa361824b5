/** What the address says of a report. */
export interface ReportSearch {
  period?: Period | undefined;
  from?: string | undefined;
  until?: string | undefined;
  inbox?: string | undefined;
  channel?: string | undefined;
  agent?: string | undefined;
  /** Durations in the hours of the inbox. */
  hours?: true | undefined;
}
/** So many days until today, or between two days that were chosen; without one it is a month. */
export type Period = '7' | '90' | '365' | 'own';

const PERIODS: readonly string[] = ['7', '90', '365', 'own'];
const USUAL = 30;
/** What the server tells at once. */
const MOST = 366;

/** What an address says, without what is no choice here. */
export function searchOf(search: Record<string, unknown>): ReportSearch {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const day = (value: unknown): string | undefined => (isDay(value) ? value : undefined);
  const period = String(search['period'] as string | number | undefined);
  return {
    period: PERIODS.includes(period) ? (period as Period) : undefined,
    from: day(search['from']),
    until: day(search['until']),
    inbox: text(search['inbox']),
    channel: text(search['channel']),
    agent: text(search['agent']),
    hours: search['hours'] === true ? true : undefined,
  };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** A day on the calendar of this browser, so many days before. */
export function dayBefore(at: number, days: number): string {
  const date = new Date(at);
  date.setDate(date.getDate() - days);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first and the last day that are meant; the wrong way round they are turned, and null is too long. */
export function rangeOf(search: ReportSearch, at: number): { from: string; until: string } | null {
  const today = dayBefore(at, 0);
  if (search.period !== 'own') {
    const days = search.period === undefined ? USUAL : Number(search.period);
    return { from: dayBefore(at, days - 1), until: today };
  }
  const [a, b] = [search.from ?? dayBefore(at, USUAL - 1), search.until ?? today];
  const [from, until] = a < b ? [a, b] : [b, a];
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 < MOST ? { from, until } : null;
}
