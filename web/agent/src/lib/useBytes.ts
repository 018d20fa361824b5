import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as a person reads it, in the language of the page. */
export function useBytes(): (bytes: number) => string {
  const intl = useIntl();
  return useCallback(
    (bytes) => {
      const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
      const value = bytes / 1000 ** step;
      return intl.formatNumber(value, {
        style: 'unit',
        unit: UNITS[step],
        // “27 byte” is what the short form says in English.
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
      });
    },
    [intl],
  );
}
