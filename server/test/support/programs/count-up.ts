// A process of its own for tests: counts a row up, one unit each, and says that it is done.
import 'reflect-metadata';
import { openDatabase } from '../../../src/adapters/database/open.js';
import { ENTITIES } from '../../../src/app/entities.js';
import { MemoryLog, testCtx } from '../database.js';

const [url, dataDir, times] = process.argv.slice(2);
const fail = (error: unknown): never => {
  throw error;
};
const database = await openDatabase({ url: url!, dataDir: dataDir!, entities: ENTITIES, log: new MemoryLog(), onFatal: fail });
const runs = Array.from({ length: Number(times) }, (_, n) =>
  database.uow.run(testCtx(), async (tx) => {
    const rows = await tx.query<{ version: number }>(
      `SELECT version FROM contact WHERE id = 'counter' ${tx.dialect === 'postgres' ? 'FOR UPDATE' : ''}`,
    );
    await tx.execute(`UPDATE contact SET version = ? WHERE id = 'counter'`, [rows[0]!.version + 1]);
    tx.emit({ type: 'counted', change: 'UPDATED', nodeId: `${process.pid}-${n}`, inboxId: null });
    tx.enqueue({ name: 'counted', payload: { n } });
  }),
);
await Promise.all(runs);
await database.close();
