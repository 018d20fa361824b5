import { Injectable } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { Storage } from '../../kernel/storage.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import { listProperties, requireWrite } from '../contacts/index.js';
import { consumeUploads, ownerOf, type ReadyUpload, requireUploads } from '../replies/index.js';
import { checkColumns, checkKey, guessColumns, guessKey, type ImportColumn, type ImportKey, MAX_COLUMNS } from './columns.js';
import type { ImportKind } from './import-kinds.js';
import type { ListImport } from './list-import.entity.js';
import { findImport, insertImport, listImports } from './list-import.repository.js';
import { type CsvText, DELIMITERS, ENCODINGS, type FileEncoding, readCsv, type Row, rowsOf } from './csv-file.js';
import type { PlannedRow } from './planned-row.js';
import { rowReaderOf } from './prepare.js';
import { planRows } from './take-rows.js';

export const IMPORT = 'contacts.import';
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 50_000;
const SHOWN = 20;
const LISTED = 50;

/** A file, and how it is to be read; what is not given is found out. */
export interface ImportInput {
  uploadId: string;
  kind?: ImportKind | null;
  encoding?: FileEncoding | null;
  delimiter?: string | null;
  columns?: ImportColumn[] | null;
  key?: ImportKey | null;
}
/** What would be made of a file. */
export interface ImportPreview extends Pick<CsvText, 'encoding' | 'delimiter'> {
  kind: ImportKind;
  headers: string[];
  columns: ImportColumn[];
  key: ImportKey;
  total: number;
  rows: PlannedRow[];
}
interface ReadFile {
  kind: ImportKind;
  upload: ReadyUpload;
  csv: CsvText;
  headers: string[];
  columns: ImportColumn[];
  key: ImportKey;
  /** The first of its rows. */
  first: Row[];
  total: number;
}

/** Lists out of files: what a file would do, and doing it (G14 73). */
@Injectable()
export class ListImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
  ) {}

  /** Reads the file and says of its first rows what they would do; writes nothing. */
  async preview(ctx: Ctx, input: ImportInput): Promise<ImportPreview> {
    requireWrite(ctx);
    const file = await this.read(ctx, input);
    const { kind, csv, headers, columns, key, total } = file;
    const { reader } = this.uow;
    const rows = await planRows(reader, file.first, { kind, key, rowReader: await rowReaderOf(reader, file), ctx });
    return { kind, encoding: csv.encoding, delimiter: csv.delimiter, headers, columns, key, total, rows };
  }

  /** Takes the file in, by a job. A repeat answers with the first. */
  async start(ctx: Ctx, id: string, input: ImportInput): Promise<ListImport> {
    requireWrite(ctx);
    const known = await findImport(this.uow.reader, id);
    if (known) return repeated(ctx, known);
    if (!isId('listImport', id))
      throw new DomainError('INVALID', 'Make the id as ours are made: imp_ and a UUIDv7.', { path: ['id'] });
    const file = await this.read(ctx, input);
    checkColumns(file.columns, { ...file, properties: await listProperties(this.uow.reader) });
    return this.uow.run(ctx, (tx) => begin(tx, id, file));
  }

  /** Those of a kind, or all; the newest first. */
  list(ctx: Ctx, kind: ImportKind | null): Promise<ListImport[]> {
    requireWrite(ctx);
    return listImports(this.uow.reader, kind, LISTED);
  }

  find(ctx: Ctx, id: string): Promise<ListImport | null> {
    return hasScope(ctx.principal, ['CONTACTS_WRITE']) ? findImport(this.uow.reader, id) : Promise.resolve(null);
  }

  private async read(ctx: Ctx, input: ImportInput): Promise<ReadFile> {
    const upload = await this.uploadOf(ctx, input.uploadId);
    if (input.delimiter != null && !DELIMITERS.includes(input.delimiter))
      throw new DomainError('INVALID', 'Cells are parted by a comma, a semicolon, a tab or a bar.', { path: ['delimiter'] });
    if (input.encoding != null && !ENCODINGS.includes(input.encoding))
      throw new DomainError('INVALID', `Texts are read as ${ENCODINGS.join(', ')}.`, { path: ['encoding'] });
    const bytes = await this.storage.read(upload.hash);
    const csv = readCsv(bytes, input);
    const first: Row[] = [];
    let headers: string[] | null = null;
    let total = 0;
    for await (const row of rowsOf(csv)) {
      if (headers === null) {
        headers = row.cells.map((cell) => cell.trim());
        continue;
      }
      total += 1;
      if (first.length < SHOWN) first.push(row);
      if (total > MAX_ROWS) throw tooMuch(`A file has at most ${MAX_ROWS} rows. Part it.`);
    }
    if (headers === null || total === 0)
      throw new DomainError('INVALID', 'The file has no rows below its first one.', { path: ['uploadId'] });
    if (headers.length > MAX_COLUMNS) throw tooMuch(`A file has at most ${MAX_COLUMNS} columns.`);
    const properties = await listProperties(this.uow.reader);
    const kind = input.kind ?? 'CONTACT';
    const columns = input.columns ?? guessColumns(kind, headers, { first: first[0]?.cells ?? [], properties });
    const key = input.key ?? guessKey(kind, columns);
    checkKey(kind, key);
    return { kind, upload, csv, headers, columns, key, first, total };
  }

  private async uploadOf(ctx: Ctx, uploadId: string): Promise<ReadyUpload> {
    try {
      const [upload] = await requireUploads(this.uow.reader, [uploadId], ownerOf(ctx));
      if (upload && upload.bytes <= MAX_BYTES) return upload;
    } catch (error) {
      if (error instanceof DomainError) throw new DomainError(error.code, error.message, { path: ['uploadId'] });
      throw error;
    }
    throw tooMuch(`A file has at most ${MAX_BYTES / 1024 / 1024} MB. Part it.`);
  }
}

async function begin(tx: Tx, id: string, { kind, upload, csv, headers, columns, key, total }: ReadFile): Promise<ListImport> {
  const actor = actorOf(tx.ctx.principal);
  const one: ListImport = {
    id,
    kind,
    ...{ fileName: upload.name, hash: upload.hash, encoding: csv.encoding, delimiter: csv.delimiter, headers, columns, key },
    ...{ state: 'RUNNING', reason: null, total, done: 0, created: 0, updated: 0, same: 0, bad: 0 },
    byKind: actor.kind === 'USER' ? 'USER' : 'INTEGRATION',
    ...{ byId: actor.id, byName: actor.name, startedAt: tx.now, endedAt: null },
  };
  if (!(await insertImport(tx, one))) throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
  await consumeUploads(tx, [upload]);
  await audit(tx, {
    action: kind === 'CONTACT' ? 'CONTACTS_IMPORTED' : 'RECORDS_IMPORTED',
    // Without the name of the file: the log is kept for good, and it may be somebody's.
    object: { id, name: null },
    changes: [
      ...(kind === 'CONTACT' ? [] : [{ field: 'list', before: null, after: kind.toLowerCase() }]),
      { field: 'rows', before: null, after: total },
    ],
  });
  tx.emit({ type: 'listImport.started', change: 'CREATED', nodeId: id, inboxId: null, audience: 'agents' });
  // One after the other, so that two files never make the same contact or company at the same time.
  tx.enqueue({ name: IMPORT, payload: { importId: id }, unique: id, key: IMPORT });
  return one;
}

function repeated(ctx: Ctx, known: ListImport): ListImport {
  if (known.byId === actorOf(ctx.principal).id) return known;
  throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
}

function tooMuch(message: string): DomainError {
  return new DomainError('LIMIT', message, { path: ['uploadId'] });
}
