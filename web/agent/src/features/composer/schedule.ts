/** A time to leave at, as people say it. */
export interface Preset {
  key: 'hour' | 'evening' | 'tomorrow' | 'afternoon' | 'monday';
  at: Date;
}

const on = (day: Date, days: number, hour: number): Date =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour);

/** Times that are often meant, soonest first, in the zone of this device; none of them is over. */
export function presets(now: Date): Preset[] {
  const weekday = now.getDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const all: Preset[] = [
    { key: 'hour', at: new Date(now.getTime() + 3_600_000) },
    { key: 'evening', at: on(now, 0, 18) },
    { key: 'tomorrow', at: on(now, 1, 9) },
    { key: 'afternoon', at: on(now, 1, 13) },
    { key: 'monday', at: on(now, toMonday, 9) },
  ];
  return all
    .filter(({ key, at }) => at > now && (key !== 'monday' || toMonday > 1) && (key !== 'evening' || now.getHours() < 17))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A time as a field for date and time has it: in the zone of this device, to the minute. */
export function toField(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The time in such a field; null when there is none. */
export function fromField(value: string): Date | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at;
}

/** What is wrong with a time to leave at; null when nothing is. */
export function timeProblem(at: Date | null, now: Date): 'none' | 'over' | 'far' | null {
  if (!at) return 'none';
  if (at <= now) return 'over';
  return at.getTime() > now.getTime() + 366 * 86_400_000 ? 'far' : null;
}
