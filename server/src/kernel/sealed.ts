import type { ObjectLiteral } from 'typeorm';

/** A column whose text the `SecretBox` has sealed. */
export interface SealedColumn {
  entity: abstract new () => ObjectLiteral;
  property: string;
  /** For which place the text of a row is sealed; null when the text of this row is not. */
  placeOf(row: ObjectLiteral): string | null;
}

const columns: SealedColumn[] = [];

/**
 * Says that the text of a column is sealed, and for which place: beside `@Text` or `@LongText`. By this it is sealed anew when the keys are
 * rotated; a sealed column without it could not be read after that.
 */
export function Sealed<T extends ObjectLiteral>(placeOf: (row: T) => string | null) {
  return (target: T, property: string): void => {
    columns.push({
      entity: target.constructor as SealedColumn['entity'],
      property,
      placeOf: (row) => placeOf(row as T),
    });
  };
}

/** Every sealed column of the given entities. */
export function sealedColumns(entities: readonly unknown[]): SealedColumn[] {
  return columns.filter(({ entity }) => entities.includes(entity));
}
