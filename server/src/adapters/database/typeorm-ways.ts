import { AbstractLogger, DefaultNamingStrategy, type Table } from 'typeorm';

/** Properties in camelCase are columns in snake_case, and primary keys are named after their table. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return customName ?? [...embeddedPrefixes, propertyName].map(snake).join('_');
  }

  override primaryKeyName(tableOrName: Table | string): string {
    return `pk_${this.getTableName(tableOrName)}`;
  }
}

/** TypeORM writes nothing by itself: what fails is thrown, and whoever catches it knows the words. */
export class QuietLogger extends AbstractLogger {
  protected override writeLog(): void {}
}

/** A property as its column is called. */
export function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
