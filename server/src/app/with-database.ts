import { openDatabase } from '../adapters/database/open.js';
import type { UnitOfWork } from '../kernel/uow.js';
import { keepBeforeUpgrade } from './backup/before-upgrade.js';
import type { Config } from './config.js';
import { ENTITIES } from './entities.js';

/** The database of an instance for a command at the terminal, beside the server that may run. */
export async function withDatabase<T>(config: Config, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const database = await openDatabase({
    ...(config.databaseUrl ? { url: config.databaseUrl } : {}),
    dataDir: config.dataDir,
    entities: ENTITIES,
    beforeMigrating: (last) => keepBeforeUpgrade(config, last),
    log: quiet,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    return await work(database.uow);
  } finally {
    await database.close();
  }
}
