import { visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { identityKey, MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import { isId, newId } from '../../kernel/ids.js';
import type { Reader } from '../../kernel/uow.js';
import { findContacts } from '../contacts/index.js';
import {
  associationsOf,
  companiesByName,
  companiesOf,
  type CrmRecord,
  editableOf,
  findByExternalIds,
  findRecords,
  type RecordSave,
  type RecordType,
  usualCurrency,
} from '../records/index.js';
import { amountIn } from './cells.js';
import { ID_KINDS, type ImportKey } from './columns.js';
import type { Row } from './csv-file.js';
import { ownersOf } from './list-import.repository.js';
import { planEach, type PlannedRow, readEach, saidBy, type Taking } from './planned-row.js';
import { BadRow } from './problems.js';
import { readRecord, type ReadRecord } from './read-record.js';

/** What is to be done with a record. */
export interface RecordWork {
  id: string;
  /** What is to be saved of it; null where nothing is different. */
  save: RecordSave | null;
  /** It is not there yet. */
  fresh: boolean;
  /** What it is to be tied to, besides companies. */
  linkIds: string[];
  /** Companies that it is to be tied to, by their names. */
  companies: string[];
}

/** A record as it will be once the rows before are done; what is not said of it yet has no value. */
interface Known {
  record: Partial<CrmRecord>;
  mayEdit: boolean;
  ties: Set<string>;
}

/** What rows of companies, tickets, deals or tasks would do. */
export async function planRecords(
  reader: Reader,
  rows: readonly Row[],
  { kind, rowReader, key, ctx }: Taking,
): Promise<PlannedRow<RecordWork>[]> {
  const type = kind as RecordType;
  const read = readEach(rows, (row) => readRecord(type, row, rowReader));
  const state = await PlanState.load(reader, saidBy(read), { ctx, type });
  return planEach(read, (row, said) => state.plan(row, said, key));
}

/** What is known of what the rows are about. */
class PlanState {
  private constructor(
    private readonly type: RecordType,
    private readonly known: Map<string, Known>,
    /** Records by what finds them: `id`, `domain` or `name`, and its value. */
    private readonly found: Map<string, string>,
    /** Contacts by the key of their mail address. */
    private readonly people: ReadonlyMap<string, string>,
    /** Companies that may be tied to, by their name in lower case. */
    private readonly companies: ReadonlyMap<string, string>,
    /** What new amounts are in where a row does not say. */
    private readonly currency: string,
  ) {}

  static async load(
    reader: Reader,
    rows: readonly ReadRecord[],
    { ctx, type }: { ctx: Ctx; type: RecordType },
  ): Promise<PlanState> {
    const visible = visibleInboxes(ctx.principal);
    const ids = rows.flatMap(({ externalId }) => externalId ?? []);
    const titles = type === 'COMPANY' ? rows.flatMap(({ changes }) => changes.title ?? []) : [];
    const domains = rows.flatMap(({ changes }) => (type === 'COMPANY' ? (changes.lookup ?? []) : []));
    const named = await companiesByName(reader, ctx, visible, [...new Set([...titles, ...rows.flatMap((row) => row.companies)])]);
    const byExternal = await findByExternalIds(reader, type, [...new Set(ids)]);
    const byDomain = await companiesOf(reader, [...new Set(domains)]);
    const byId = await findRecords(
      reader,
      ids.filter((id) => isId(kindOf(type), id)),
      visible,
    );
    const records = [...byExternal, ...byDomain, ...byId, ...(type === 'COMPANY' ? named.values() : [])];
    const found = new Map(records.flatMap((record) => marksOf(record)));
    for (const [name, { id }] of type === 'COMPANY' ? named : []) found.set(`name ${name}`, id);
    const known = await knownOf(reader, ctx, records);
    const people = await peopleOf(reader, rows);
    return new PlanState(
      type,
      known,
      found,
      people,
      new Map([...named].map(([name, { id }]) => [name, id])),
      await usualCurrency(reader),
    );
  }

  plan(row: Row, said: ReadRecord, key: ImportKey): PlannedRow<RecordWork> {
    const id = this.recordOf(said, key) ?? newId(kindOf(this.type));
    const known = this.known.get(id) ?? null;
    if (known && !known.mayEdit) throw new BadRow('NOT_YOURS');
    if (known?.record.deletedAt != null) throw new BadRow('IN_BIN', known.record.title ?? null);
    this.refuseOthers(id, known, said);
    const changes = this.changesOf(known?.record ?? null, said);
    const title = changes.title ?? known?.record.title ?? null;
    if (title === null) throw new BadRow('NO_NAME');
    const tied = said.companies.flatMap((name) => this.companies.get(name.toLowerCase()) ?? []);
    const fresh = (toId: string): boolean => !known?.ties.has(toId);
    const linkIds = this.contactsOf(said).filter(fresh);
    const companies = said.companies.filter((name) => fresh(this.companies.get(name.toLowerCase()) ?? nameTie(name)));
    const differs = Object.keys(changes).length > 0 || known === null;
    this.remember(id, known, { said, changes, ties: [...linkIds, ...tied, ...said.companies.map(nameTie)] });
    const outcome = known === null ? 'NEW' : differs || linkIds.length + companies.length > 0 ? 'UPDATE' : 'SAME';
    const save = differs ? { id, ...saveOf(changes) } : null;
    return { row, outcome, problem: null, name: title, work: { id, save, fresh: known === null, linkIds, companies } };
  }

  /** What the row is about; null for something new. */
  private recordOf({ externalId, changes }: ReadRecord, key: ImportKey): string | null {
    const domain = this.type === 'COMPANY' ? (changes.lookup ?? null) : null;
    if (key === 'EXTERNAL_ID') {
      if (externalId === null) throw new BadRow('NO_KEY');
      if (isId(kindOf(this.type), externalId)) {
        if (!this.known.has(externalId)) throw new BadRow('NO_SUCH_ID', externalId);
        return externalId;
      }
      const found = this.found.get(`id ${externalId}`) ?? (domain === null ? undefined : this.found.get(`domain ${domain}`));
      return found ?? null;
    }
    const value = key === 'DOMAIN' ? domain : (changes.title?.toLowerCase() ?? null);
    if (value === null) throw new BadRow('NO_KEY');
    return this.found.get(`${key === 'DOMAIN' ? 'domain' : 'name'} ${value}`) ?? null;
  }

  /** Ids and domains belong to one; a row takes none from another. */
  private refuseOthers(id: string, known: Known | null, { externalId, changes }: ReadRecord): void {
    if (externalId !== null && !isId(kindOf(this.type), externalId)) {
      const owner = this.found.get(`id ${externalId}`);
      const has = known?.record.externalId ?? null;
      if ((owner && owner !== id) || (has !== null && has !== externalId)) throw new BadRow('OTHER_ID', has ?? externalId);
    }
    const domain = this.type === 'COMPANY' ? changes.lookup : null;
    const owner = domain ? this.found.get(`domain ${domain}`) : null;
    if (owner && owner !== id) throw new BadRow('OTHER_DOMAIN', domain ?? null);
  }

  /** What the row changes, with what its stage and its amount are for this record. */
  private changesOf(before: Partial<CrmRecord> | null, said: ReadRecord): Partial<CrmRecord> {
    const { stageIds, amount, done, externalId } = said;
    const changes: Partial<CrmRecord> = { ...said.changes };
    const stage = stageIds?.find((id) => id === before?.stageId) ?? stageIds?.[0];
    if (stage) changes.stageId = stage;
    if (amount !== null) {
      changes.currency ??= before?.currency ?? this.currency;
      changes.amount = amountIn(amount, changes.currency ?? this.currency);
    }
    if (done !== null) changes.doneAt = done ? (before?.doneAt ?? 0) : null;
    if (externalId !== null && !isId(kindOf(this.type), externalId)) changes.externalId = externalId;
    return Object.fromEntries(
      Object.entries(changes).filter(([name, value]) => value !== (before?.[name as keyof CrmRecord] ?? null)),
    );
  }

  private contactsOf({ contacts }: ReadRecord): string[] {
    return contacts.map((mail) => {
      const id = this.people.get(identityKey(MAIL_IDENTITY, mail));
      if (id === undefined) throw new BadRow('NO_SUCH_CONTACT', mail);
      return id;
    });
  }

  private remember(
    id: string,
    known: Known | null,
    { said, changes, ties }: { said: ReadRecord; changes: Partial<CrmRecord>; ties: string[] },
  ): void {
    const record = { ...known?.record, ...changes, id };
    this.known.set(id, { record, mayEdit: true, ties: new Set([...(known?.ties ?? []), ...ties]) });
    for (const [mark, owner] of marksOf({ ...record, id, lookup: record.lookup ?? null })) this.found.set(mark, owner);
    if (said.changes.title && !this.found.has(`name ${said.changes.title.toLowerCase()}`))
      this.found.set(`name ${said.changes.title.toLowerCase()}`, id);
  }
}

const kindOf = (type: RecordType) => ID_KINDS[type as keyof typeof ID_KINDS];
/** A tie to a company that is made on the way. */
const nameTie = (name: string): string => `name ${name.toLowerCase()}`;

function marksOf({ id, externalId, lookup, type }: Partial<CrmRecord> & { id: string }): [mark: string, id: string][] {
  const domain: [string, string][] = lookup && (type ?? 'COMPANY') === 'COMPANY' ? [[`domain ${lookup}`, id]] : [];
  return externalId ? [[`id ${externalId}`, id], ...domain] : domain;
}

/** What is saved of these columns. */
function saveOf({ lookup, doneAt, ...changes }: Partial<CrmRecord>): Omit<RecordSave, 'id'> {
  return {
    ...(changes as Omit<RecordSave, 'id'>),
    ...(lookup === undefined ? {} : { domain: lookup }),
    ...(doneAt === undefined ? {} : { done: doneAt !== null }),
  };
}

async function knownOf(reader: Reader, ctx: Ctx, records: readonly CrmRecord[]): Promise<Map<string, Known>> {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  const ids = unique.map(({ id }) => id);
  const editable = await editableOf(reader, ctx, ids);
  const ties = await associationsOf(reader, ids);
  return new Map(
    unique.map((record) => {
      const his = ties.filter(({ fromId }) => fromId === record.id).map(({ toId }) => toId);
      return [record.id, { record, mayEdit: editable.has(record.id), ties: new Set(his) }];
    }),
  );
}

/** The contacts with the addresses that rows name, not in the bin. */
async function peopleOf(reader: Reader, rows: readonly ReadRecord[]): Promise<ReadonlyMap<string, string>> {
  const keys = rows.flatMap(({ contacts }) => contacts.map((mail) => [MAIL_IDENTITY, identityKey(MAIL_IDENTITY, mail)] as const));
  const owners = await ownersOf(reader, keys);
  const live = new Set(
    (await findContacts(reader, [...new Set(owners.map(({ contactId }) => contactId))]))
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id }) => id),
  );
  return new Map(owners.filter(({ contactId }) => live.has(contactId)).map((one) => [one.valueKey, one.contactId]));
}
