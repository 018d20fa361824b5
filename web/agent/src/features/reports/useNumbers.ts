import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Numbers, durations and days as they are read. */
export interface Numbers {
  /** A dash for what is not known. */
  count: (n: number | null | undefined) => string;
  /** Seconds in the unit that says most; a dash for none. */
  took: (seconds: number | null | undefined) => string;
  /** In whole percents, downwards: 100% is all of them. A dash for a part of nothing. */
  part: (n: number, of: number) => string;
  day: (date: string) => string;
  fullDay: (date: string) => string;
}

const NONE = '–';

export function useNumbers(): Numbers {
  const intl = useIntl();
  return useMemo(() => {
    const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day') =>
      intl.formatNumber(value, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: name === 'hour' || name === 'day' ? 1 : 0,
      });
    const took = (seconds: number | null | undefined): string => {
      if (seconds === null || seconds === undefined) return NONE;
      if (seconds < 60) return unit(seconds, 'second');
      if (seconds < 3600) return unit(seconds / 60, 'minute');
      return seconds < 48 * 3600 ? unit(seconds / 3600, 'hour') : unit(seconds / 86_400, 'day');
    };
    // A day of the calendar has no zone: noon in UTC lies on it wherever it is told as UTC.
    const at = (date: string) => new Date(`${date}T12:00:00Z`);
    return {
      count: (n) => (n === null || n === undefined ? NONE : intl.formatNumber(n)),
      took,
      part: (n, of) => (of === 0 ? NONE : intl.formatNumber(Math.floor((n / of) * 100) / 100, { style: 'percent' })),
      day: (date) => intl.formatDate(at(date), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
      fullDay: (date) =>
        intl.formatDate(at(date), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    };
  }, [intl]);
}
