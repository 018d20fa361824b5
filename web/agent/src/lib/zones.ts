const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant, as if it were UTC. */
function shown(at: number, zone: string): number {
  let format = FORMATS.get(zone);
  if (!format) {
    const parts = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone, hourCycle: 'h23', calendar: 'gregory' });
    FORMATS.set(zone, format);
  }
  const of = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(of['year'] ?? 0, (of['month'] ?? 1) - 1, of['day'], of['hour'], of['minute'], of['second']);
}

/**
 * The instant at which the clocks of a zone show this day and time; null when they never do, as in the hour that is left out in spring,
 * and the first of two when they show it twice, in autumn.
 */
export function instantIn(zone: string, day: string, clock: string): Date | null {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  if (Number.isNaN(wall)) return null;
  const offsets = [-86_400_000, 86_400_000].map((far) => shown(wall + far, zone) - (wall + far));
  const fits = offsets.map((offset) => wall - offset).filter((at) => shown(at, zone) === wall);
  return fits.length === 0 ? null : new Date(Math.min(...fits));
}

/** Day and time of an instant on the clocks of a zone, in the form of fields. */
export function clockIn(zone: string, at: Date): { day: string; clock: string } {
  const iso = new Date(shown(at.getTime(), zone)).toISOString();
  return { day: iso.slice(0, 10), clock: iso.slice(11, 16) };
}

/** Whether the browser knows a zone by this name. */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The zone of this device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
