import type { VisibleInboxes } from '../../kernel/access.js';
import { csvLine } from '../../kernel/csv.js';
import type { Keyset } from '../../kernel/keyset.js';
import { wordsIn } from '../../kernel/language.js';
import { grouped } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { findContacts, identitiesOf } from '../contacts/index.js';
import {
  associationsOf,
  type CrmRecord,
  findStages,
  listPipelines,
  listRecords,
  pipelineWords,
  type RecordFilter,
  sortValue,
  stageWords,
} from '../records/index.js';

/** A list of records to be written out. */
export interface RecordList {
  filter: RecordFilter;
  visible: VisibleInboxes;
  newest: boolean;
  language: string | null;
}
/** What a line shows that is no column of the record. */
interface Shown {
  stage: string | null;
  pipeline: string | null;
  owner: string | null;
  contacts: string;
}
type Column = [name: string, value: (record: CrmRecord, shown: Shown) => string | number | null];

const PAGE = 500;
const ID: Column = ['id', ({ id }) => id];
const OWNER: Column = ['owner', (_record, { owner }) => owner];
const CONTACTS: Column = ['contacts', (_record, { contacts }) => contacts];
const STAGES: readonly Column[] = [
  ['pipeline', (_record, { pipeline }) => pipeline],
  ['stage', (_record, { stage }) => stage],
];
const closing = (name: string): Column => [name, ({ doneAt }) => instant(doneAt)];
const ENDING: readonly Column[] = [
  ['created_at', ({ createdAt }) => instant(createdAt)],
  ['updated_at', ({ updatedAt }) => instant(updatedAt)],
  ['text', ({ body }) => body],
];
const title = (name: string): Column => [name, (record) => record.title];
const COLUMNS: Partial<Record<CrmRecord['type'], readonly Column[]>> = {
  TICKET: [
    ID,
    ['number', ({ number }) => number],
    title('title'),
    ...STAGES,
    ['priority', ({ priority }) => priority],
    ['source', ({ source }) => source],
    ...[OWNER, CONTACTS, closing('closed_at'), ...ENDING],
  ],
  DEAL: [
    ID,
    title('title'),
    ...STAGES,
    ['amount', ({ amount, currency }) => (amount === null ? null : amountOf(amount, currency))],
    ['currency', ({ currency }) => currency],
    ['expected_at', ({ dueAt }) => instant(dueAt)],
    ...[OWNER, CONTACTS, closing('closed_at'), ...ENDING],
  ],
  TASK: [
    ID,
    title('title'),
    ['due_at', ({ dueAt }) => instant(dueAt)],
    ['remind_at', ({ remindAt }) => instant(remindAt)],
    ...[OWNER, CONTACTS, closing('done_at'), ...ENDING],
  ],
  COMPANY: [ID, title('name'), ['domain', ({ lookup }) => lookup], OWNER, ...ENDING],
};

/** The types that have a list. */
export function hasList(type: string): type is CrmRecord['type'] {
  return Object.hasOwn(COLUMNS, type);
}

/** The list of records, page by page, a line for each. */
export async function* recordLines(reader: Reader, { filter, visible, newest, language }: RecordList): AsyncGenerator<string> {
  const columns = COLUMNS[filter.type] ?? [];
  yield csvLine(columns.map(([name]) => name));
  const pipelines = new Map(
    (await listPipelines(reader, null)).map(({ id, name, type }) => [id, name ?? wordsIn(pipelineWords(type), language)]),
  );
  for (let after: Keyset | null = null; ;) {
    const page: CrmRecord[] = await listRecords(reader, { filter, visible, newest, after, limit: PAGE });
    const shown = await shownOf(reader, page, pipelines, language);
    if (page.length > 0)
      yield page.map((record, index) => csvLine(columns.map(([, value]) => value(record, shown[index]!)))).join('');
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    after = { value: sortValue(filter, last), id: last.id };
  }
}

async function shownOf(
  reader: Reader,
  page: readonly CrmRecord[],
  pipelines: ReadonlyMap<string, string>,
  language: string | null,
): Promise<Shown[]> {
  const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
  const stages = new Map((await findStages(reader, unique(page.map(({ stageId }) => stageId)))).map((one) => [one.id, one]));
  const owners = new Map(
    (await findAgents(reader, unique(page.map(({ ownerId }) => ownerId)))).map((one) => [one.id, one.email]),
  );
  const ids = page.map(({ id }) => id);
  const ties = (await associationsOf(reader, ids)).filter(({ toKind }) => toKind === 'contact');
  const people = await namesOf(reader, unique(ties.map(({ toId }) => toId)));
  const tied = grouped(ids, ties, ({ fromId }) => fromId);
  return page.map(({ stageId, ownerId }, index) => {
    const stage = stages.get(stageId ?? '');
    const contacts = (tied[index] ?? []).flatMap(({ toId }) => people.get(toId) ?? []);
    return {
      stage: stage ? (stage.name ?? wordsIn(stageWords(stage.word), language)) : null,
      pipeline: pipelines.get(stage?.pipelineId ?? '') ?? null,
      owner: owners.get(ownerId ?? '') ?? null,
      contacts: contacts.join('; '),
    };
  });
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += PAGE) {
    const part = ids.slice(start, start + PAGE);
    for (const { contactId, value } of await identitiesOf(reader, part)) if (!names.has(contactId)) names.set(contactId, value);
    for (const { id, name } of await findContacts(reader, part)) if (name) names.set(id, name);
  }
  return names;
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** In whole units, with as many decimals as the currency has (ISO 4217). */
function amountOf(amount: number, currency: string | null): string {
  const digits =
    currency === null
      ? 2
      : (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);
  return (amount / 10 ** digits).toFixed(digits);
}
