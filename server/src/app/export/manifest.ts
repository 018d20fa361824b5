import { z } from 'zod';

export const MANIFEST = 'manifest.json';
/** A line for each other file, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS';

const kind = z.object({
  /** A table of the schema; its rows are in `kinds/<name>.ndjson`. */
  name: z.string().regex(/^\w+$/),
  columns: z.array(z.string().regex(/^\w+$/)).min(1),
  rows: z.number(),
  /** The sum of the SHA-256 of all rows: the same in whatever order they are. */
  checksum: z.string().optional(),
});

/** What an export says of itself. */
export const manifestSchema = z.object({
  format: z.literal('balie-export'),
  version: z.literal(1),
  /** Of the product that made it. */
  product: z.string(),
  madeAt: z.string(),
  /** The schema that the rows have, oldest first. */
  migrations: z.array(z.string()).min(1),
  kinds: z.array(kind),
  files: z.number(),
  mails: z.number(),
  /** The key that secrets are sealed with; null when none are in it. */
  key: z.string().nullable(),
});
export type Manifest = z.output<typeof manifestSchema>;
export type Kind = Manifest['kinds'][number];

/** Where the rows of a kind are. */
export const kindFile = (name: string): string => `kinds/${name}.ndjson`;

/** Where a file is: raw mails by themselves, so that a mail program opens them. */
export function blobFile(hash: string, mail: boolean): string {
  const folder = `${hash.slice(0, 2)}/${hash.slice(2, 4)}`;
  return mail ? `mails/${folder}/${hash}.eml` : `files/${folder}/${hash}`;
}
