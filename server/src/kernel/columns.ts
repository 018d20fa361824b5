import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';

/** bigint columns come back as text from PostgreSQL; ours stay far below 2^53. */
const bigint: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** An instant in milliseconds since 1970, or any other whole number that may pass 2^31. */
export function BigInteger(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: bigint, ...options });
}

/** A whole number below 2^31. */
export function Integer(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'integer', ...options });
}

/** Short text. */
export function Text(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'varchar', ...options });
}

/** Text of any length. */
export function LongText(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'text', ...options });
}

/** JSON, kept as text on both databases. */
export function Json(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'simple-json', ...options });
}

/** Yes or no. */
export function Flag(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'boolean', ...options });
}
