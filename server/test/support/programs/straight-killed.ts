// A process of its own for tests: takes in what a visitor says, and dies at a statement of the unit that stores it; with 0 after its answer.
import 'reflect-metadata';
import { openDatabase } from '../../../src/adapters/database/open.js';
import { LocalStorage } from '../../../src/adapters/storage-local/local-storage.js';
import { ENTITIES } from '../../../src/app/entities.js';
import { IntakeService } from '../../../src/features/intake/intake.service.js';
import { ItemPreparer } from '../../../src/features/intake/prepare-item.js';
import { StraightPath } from '../../../src/features/intake/straight-path.js';
import { HtmlSanitizer } from '../../../src/features/messages/index.js';
import type { Tx } from '../../../src/kernel/uow.js';
import { mail, person, ScriptedGateway } from '../channel-desk.js';
import { MemoryLog } from '../database.js';

const [url, dataDir, channelId, id, at] = process.argv.slice(2);
const fail = (error: unknown): never => {
  throw error;
};
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const { uow } = await openDatabase({ url: url!, dataDir: dataDir!, entities: ENTITIES, log: new MemoryLog(), onFatal: fail });
let statement = 0;
const counted = (tx: Tx): Tx =>
  Object.assign(Object.create(tx) as Tx, {
    query: <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
      if (++statement === Number(at)) die();
      return tx.query<Row>(sql, parameters);
    },
  });
const runEach = uow.runEach.bind(uow);
uow.runEach = (ctx, works, options) =>
  runEach(
    ctx,
    works.map((work) => (tx) => work(counted(tx))),
    options,
  );
const storage = await LocalStorage.open(dataDir!, Date.UTC(2026, 0, 5));
const preparer = new ItemPreparer(new ScriptedGateway(), storage, new HtmlSanitizer());
const intake = new IntakeService(uow, new StraightPath(uow, preparer));
const said = mail(person('quin@far.example'), { id: id!, knownAs: [], thread: { key: 'quin' } });
await intake.ingest(channelId!, [said], { history: false, epoch: null });
die();
