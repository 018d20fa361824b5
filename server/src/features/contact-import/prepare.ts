import type { Reader } from '../../kernel/uow.js';
import { listActiveAgents } from '../agents/index.js';
import { type ContactProperty, listProperties } from '../contacts/index.js';
import type { ImportColumn } from './columns.js';
import type { RowReader } from './read-row.js';

/** What the rows of a file with these columns are read with, as the workspace is now. */
export async function rowReaderOf(reader: Reader, width: number, columns: readonly ImportColumn[]): Promise<RowReader> {
  const properties = new Map((await listProperties(reader)).map((one): [string, ContactProperty] => [one.id, one]));
  const agents = await listActiveAgents(reader);
  return { columns, width, properties, owners: new Map(agents.map(({ id, email }) => [email.toLowerCase(), id])) };
}
