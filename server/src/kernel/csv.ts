/** The mark by which spreadsheets know UTF-8. */
export const BOM = '\uFEFF';

// OWASP, "CSV Injection": what begins like this is a formula to a spreadsheet, also in its full-width forms.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line of a file for spreadsheets (RFC 4180). What is text stays text there, whatever it begins with: a formula gets an apostrophe before it. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

/** The text as it was before `csvLine` guarded it. */
export function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value;
}

function field(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
