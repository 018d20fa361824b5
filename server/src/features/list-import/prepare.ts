import type { Reader } from '../../kernel/uow.js';
import { listActiveAgents } from '../agents/index.js';
import { type ContactProperty, listProperties } from '../contacts/index.js';
import type { RowReader } from './cells.js';
import type { ImportColumn } from './columns.js';
import type { ImportKind } from './import-kinds.js';
import { stageChoices } from './stages.js';

/** A file, as far as reading its rows goes. */
interface Shape {
  kind: ImportKind;
  headers: readonly string[];
  columns: readonly ImportColumn[];
}

/** What the rows of a file with these columns are read with, as the workspace is now. */
export async function rowReaderOf(reader: Reader, { kind, headers, columns }: Shape): Promise<RowReader> {
  const properties = new Map((await listProperties(reader)).map((one): [string, ContactProperty] => [one.id, one]));
  const agents = await listActiveAgents(reader);
  return {
    columns,
    width: headers.length,
    properties,
    owners: new Map(agents.map(({ id, email }) => [email.toLowerCase(), id])),
    stages: kind === 'TICKET' || kind === 'DEAL' ? await stageChoices(reader, kind) : [],
  };
}
