/** A limit as it is typed: off, or so many minutes or hours. */
export interface LimitDraft {
  on: boolean;
  amount: string;
  unit: 'MINUTES' | 'HOURS';
}

export const LIMIT_UNITS = ['MINUTES', 'HOURS'] as const;
const MOST_MINUTES = 30 * 24 * 60;

/** The limit as it is kept, or what to begin with where there is none. */
export function draftOfLimit(minutes: number | null, start: number): LimitDraft {
  const whole = minutes ?? start;
  const unit = whole % 60 === 0 ? 'HOURS' : 'MINUTES';
  return { on: minutes !== null, amount: String(unit === 'HOURS' ? whole / 60 : whole), unit };
}

/** In minutes; null when there is no limit, undefined when it is none that can be kept. */
export function minutesOfLimit({ on, amount, unit }: LimitDraft): number | null | undefined {
  if (!on) return null;
  const minutes = Number(amount) * (unit === 'HOURS' ? 60 : 1);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : undefined;
}
