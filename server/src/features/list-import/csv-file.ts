import { type CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { DomainError } from '../../kernel/errors.js';

/** As `TextDecoder` calls them (WHATWG Encoding Standard). */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type FileEncoding = (typeof ENCODINGS)[number];
export const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

/** A row of the file. */
export interface Row {
  /** Where it begins; the first line is 1. */
  line: number;
  cells: string[];
}
/** A file as text, with how it was read. */
export interface CsvText {
  encoding: FileEncoding;
  delimiter: string;
  text: string;
  /** Lines before the first row: one that names the delimiter. */
  skipped: number;
}

const ROW_LENGTH = 100_000;
const LOOKED_AT = 64 * 1024;
const RECORDS = 20;
const OPTIONS = { relax_column_count: true, skip_empty_lines: true, relax_quotes: true, max_record_size: ROW_LENGTH } as const;

/** The text of a file; encoding and delimiter are found where they are not given. */
export function readCsv(bytes: Buffer, given: { encoding?: FileEncoding | null; delimiter?: string | null } = {}): CsvText {
  const encoding = given.encoding ?? encodingOf(bytes);
  // A mark of the byte order at the start is taken away by the decoder.
  const whole = new TextDecoder(encoding).decode(bytes).replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
  // What Excel writes for itself: the delimiter, on a line of its own.
  const named = /^sep=([,;\t|])\n/.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  return { encoding, delimiter: given.delimiter ?? named?.[1] ?? delimiterOf(text), text, skipped: named ? 1 : 0 };
}

/** The rows of a file, its head among them; INVALID where it breaks off or a row has no end. */
export async function* rowsOf({ text, delimiter, skipped }: CsvText): AsyncGenerator<Row> {
  const parser = parse(text, { ...OPTIONS, delimiter, info: true });
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const inside = record.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0);
      yield { line: info.lines - inside + skipped, cells: record };
    }
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    const line = (lines ?? 0) + skipped;
    throw new DomainError(
      'INVALID',
      `The file can't be read from line ${line} on: a quoted text has no end, or a row is too long.`,
      {
        path: ['uploadId'],
      },
    );
  }
}

/** By the mark at the start, else by the zeros of UTF-16, else UTF-8 if all of it is that, else as Windows writes in the west. */
function encodingOf(bytes: Buffer): FileEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const many = head.length / 4;
  if ((zeros[1] ?? 0) > many) return 'utf-16le';
  if ((zeros[0] ?? 0) > many) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The one that parts the first rows into the most cells, as many in each. */
function delimiterOf(text: string): string {
  const head = text.slice(0, LOOKED_AT);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const [first, ...rest] = recordsOf(head, delimiter);
    const cells = first?.length ?? 0;
    const alike = rest.filter(({ length }) => length === cells).length / Math.max(1, rest.length);
    const score = cells < 2 ? 0 : cells * (rest.length === 0 ? 1 : alike * alike);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parseAtOnce(text, { ...OPTIONS, delimiter, to: RECORDS });
  } catch {
    return [];
  }
}
