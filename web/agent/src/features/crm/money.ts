const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount as it is typed, with point or comma, in the smallest unit; null when nothing was typed. */
export function toMinor(text: string, currency: string): number | null {
  const bare = text.replaceAll(/[\s€$£]/g, '');
  // What parts thousands; where there are three digits behind the point, only the last mark may be the point.
  const thousands = digits(currency) === 3 ? /[.,](?=.*[.,])/g : /[.,](?=\d{3}(\D|$))/g;
  const clean = bare.replace(thousands, '').replace(',', '.');
  const amount = Number(clean);
  return clean === '' || !Number.isFinite(amount) ? null : Math.round(amount * 10 ** digits(currency));
}

/** An amount in its unit, as a number for `Intl`. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** digits(currency);

/** An amount as a field shows it: with all the digits of its currency, in which it is typed again. */
export const typedAmount = (minor: number, currency: string): string => fromMinor(minor, currency).toFixed(digits(currency));
