/** What new amounts are in. */
export const CURRENCY = 'EUR';

const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount as it is typed, with point or comma, in the smallest unit; null when nothing was typed. */
export function toMinor(text: string, currency = CURRENCY): number | null {
  const clean = text
    .replaceAll(/[\s€$£]/g, '')
    .replace(/[.,](?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  const amount = Number(clean);
  return clean === '' || !Number.isFinite(amount) ? null : Math.round(amount * 10 ** digits(currency));
}

/** An amount in its unit, as a number for `Intl`. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** digits(currency);
