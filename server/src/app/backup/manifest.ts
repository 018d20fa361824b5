import { z } from 'zod';

export const MANIFEST = 'manifest.json';
/** All rows, table by table. */
export const ROWS = 'rows.ndjson.gz';
export const END = 'end.json';

const table = z.object({
  name: z.string().regex(/^\w+$/),
  columns: z.array(z.string().regex(/^\w+$/)),
  rows: z.number(),
  sum: z.string(),
});

/** What a backup says of itself: the first entry of its archive. */
export const manifestSchema = z.object({
  format: z.literal('balie-backup'),
  version: z.literal(1),
  /** Of the product. */
  product: z.string(),
  madeAt: z.string(),
  dialect: z.enum(['sqlite', 'postgres']),
  /** Those that had been run, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(table),
  /** Names the key that the passwords of channels are sealed with. */
  keyId: z.string(),
  /** The key itself, where the host wanted it to be in it. */
  key: z.string().nullable(),
  /** Where installed plugins lay. */
  dataDir: z.string(),
});
export type Manifest = z.output<typeof manifestSchema>;

/** The last entry: without it the backup was not finished. */
export const endSchema = z.object({ files: z.number(), bytes: z.number() });
