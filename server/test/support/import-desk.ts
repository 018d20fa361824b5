import type { Ctx } from '../../src/kernel/context.js';
import { newId } from '../../src/kernel/ids.js';
import type { ListImport } from '../../src/features/list-import/list-import.entity.js';
import { ListImportJob } from '../../src/features/list-import/list-import.job.js';
import { problemsOf } from '../../src/features/list-import/list-import.repository.js';
import { type ImportInput, ListImportService } from '../../src/features/list-import/list-import.service.js';
import { reasonOf } from '../../src/features/list-import/problems.js';
import { Upload } from '../../src/features/messages/index.js';
import { WipeFilesJob } from '../../src/features/trash/wipe-files.job.js';
import { ChannelDesk } from './channel-desk.js';

/** A workspace into which an agent takes files. */
export class ImportDesk {
  private constructor(
    readonly desk: ChannelDesk,
    readonly imports: ListImportService,
    readonly agent: Ctx,
    readonly agentId: string,
  ) {}

  static async open(): Promise<ImportDesk> {
    const desk = await ChannelDesk.open();
    const { db, queue, storage, world } = desk;
    new ListImportJob(db.uow, queue, storage).onModuleInit();
    new WipeFilesJob(db.uow, queue, storage).onModuleInit();
    const anna = await world.agent('Anna');
    return new ImportDesk(desk, new ListImportService(db.uow, storage), await world.as(anna), anna.id);
  }

  /** A file that was put there. */
  async uploaded(content: string | Buffer, ctx = this.agent): Promise<string> {
    const blob = await this.desk.storage.put(Buffer.from(content));
    const upload: Upload = {
      id: newId('upload'),
      userId: ctx.principal.kind === 'user' ? ctx.principal.userId : '',
      ...{ name: 'people.csv', mime: 'text/csv', ...blob, secretHash: 'x', createdAt: 1, expiresAt: 9e15 },
    };
    await this.desk.db.uow.run(ctx, (tx) => tx.manager.insert(Upload, upload));
    return upload.id;
  }

  /** What became of a file. */
  async taken(content: string | Buffer, input: Partial<ImportInput> = {}, ctx = this.agent): Promise<ListImport> {
    const uploadId = await this.uploaded(content, ctx);
    const { id } = await this.imports.start(ctx, newId('listImport'), { uploadId, ...input });
    await this.desk.queue.run();
    const one = await this.imports.find(ctx, id);
    if (!one) throw new Error('It is gone');
    return one;
  }

  /** The rows that were not taken in, each with its line. */
  async problems({ id }: ListImport, language = 'en'): Promise<string[]> {
    const rows = await problemsOf(this.desk.db.uow.reader, id, 0, 100);
    return rows.map((row) => `${String(row.line)} ${reasonOf(row, language)}`);
  }
}
