// A process of its own for tests: its SQLite file is destroyed under it, after which it must end with its own exit code.
import 'reflect-metadata';
import { open } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '../../../src/adapters/database/database.module.js';
import { OPEN_DATABASE } from '../../../src/adapters/database/database.module.js';
import type { OpenDatabase } from '../../../src/adapters/database/open.js';
import { ENTITIES } from '../../../src/app/entities.js';
import { testCtx } from '../database.js';

const [url, dataDir] = process.argv.slice(2);
const app = await NestFactory.createApplicationContext(
  DatabaseModule.forRoot({ url: url!, dataDir: dataDir!, entities: ENTITIES }),
  {
    logger: ['fatal'],
  },
);
const database = app.get<OpenDatabase>(OPEN_DATABASE);
const large = 'x'.repeat(400_000);
await database.uow.run(testCtx(), (tx) =>
  tx.execute(`INSERT INTO contact (id, name, fields, created_at, updated_at) VALUES ('c', ?, '{}', 1, 1)`, [large]),
);
await database.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
await database.writer.query('PRAGMA shrink_memory');
const file = await open(url!, 'r+');
const { size } = await file.stat();
await file.write(Buffer.alloc(200_000, 0xff), 0, 200_000, size - 250_000);
await file.close();
await database.uow.reader.query('SELECT name FROM contact').catch(() => undefined);
await database.uow.run(testCtx(), (tx) => tx.query('SELECT 1'));
// Only reached when nobody noticed.
process.exit(0);
