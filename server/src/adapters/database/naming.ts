import { DefaultNamingStrategy, type Table } from 'typeorm';

/** Properties in camelCase are columns in snake_case, and primary keys are named after their table. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return customName ?? [...embeddedPrefixes, propertyName].map(snake).join('_');
  }

  override primaryKeyName(tableOrName: Table | string): string {
    return `pk_${this.getTableName(tableOrName)}`;
  }
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
