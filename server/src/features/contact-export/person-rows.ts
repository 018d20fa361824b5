import { placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { findContacts, identitiesOf, listProperties, toldFactsOf } from '../contacts/index.js';
import type { ErasedPerson } from '../erasure/index.js';
import { companiesOfContacts } from '../records/index.js';

/** SQL with its parameters. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** A row in which some columns are JSON. */
type Row = Record<string, unknown>;

/** All that is kept of a person besides what was said and noted: name, addresses, facts, and what was decided about him. */
export async function personOf(reader: Reader, person: ErasedPerson): Promise<object> {
  const { contactIds } = person;
  const contacts = await findContacts(reader, contactIds);
  const labels = new Map((await listProperties(reader)).map(({ id, label }) => [id, label]));
  const owners = await findAgents(reader, [...new Set(contacts.flatMap(({ ownerId }) => ownerId ?? []))]);
  const identities = await identitiesOf(reader, contactIds);
  const companies = await companiesOfContacts(reader, contactIds, { all: true });
  const marks = placeholders(contactIds);
  const merges = await reader.query<Row>(
    `SELECT loser_id AS "mergedContactId", before, by_name AS "by", created_at AS at, undone_at AS "undoneAt"
     FROM contact_merge WHERE winner_id IN (${marks}) ORDER BY created_at`,
    contactIds,
  );
  const changes = await reader.query<Row>(
    `SELECT at, what, label, was, became, by_name AS "by" FROM contact_change WHERE contact_id IN (${marks}) ORDER BY at, id`,
    contactIds,
  );
  return {
    contacts: contacts.map(({ id, name, avatarUrl, ownerId, fields, deletedAt, mergedIntoId, createdAt, updatedAt }) => ({
      ...{ id, name, avatarUrl, owner: owners.find((one) => one.id === ownerId)?.name ?? null, deletedAt: instant(deletedAt) },
      ...{ mergedIntoId, createdAt: instant(createdAt), updatedAt: instant(updatedAt) },
      facts: Object.fromEntries(Object.entries(fields).map(([key, value]) => [labels.get(key) ?? key, value])),
    })),
    identities: identities.map(({ kind, value, name, verified, createdAt }) => ({
      ...{ kind, value, name, verified, createdAt: instant(createdAt) },
    })),
    told: (await toldFactsOf(reader, contactIds)).map(({ name, value, at }) => ({ name, value, at: instant(at) })),
    companies: [...new Set([...companies.values()].flat())],
    merges: merges.map((row) => ({
      ...row,
      before: JSON.parse(String(row['before'])) as unknown,
      at: instant(row['at']),
      undoneAt: instant(row['undoneAt']),
    })),
    changes: changes.map((row) => ({ ...row, at: instant(row['at']) })),
    senderRules: await senderRulesOf(reader, person),
    addressTroubles: await troublesOf(reader, person),
    acknowledged: await acknowledgedOf(reader, person),
  };
}

async function senderRulesOf(reader: Reader, { contactIds, identities }: ErasedPerson): Promise<object[]> {
  const his = known(identities, 's.identity_kind', 's.value_key');
  const rows = await reader.query<Row>(
    `SELECT s.kind AS rule, s.value, i.name AS inbox, s.created_by_name AS "by", s.created_at AS at FROM sender_rule s
     LEFT JOIN inbox i ON i.id = s.inbox_id WHERE s.contact_id IN (${placeholders(contactIds)}) OR ${his.sql} ORDER BY s.id`,
    [...contactIds, ...his.values],
  );
  return rows.map((row) => ({ ...row, at: instant(row['at']) }));
}

async function troublesOf(reader: Reader, { identities }: ErasedPerson): Promise<object[]> {
  const his = known(identities, 'kind', 'value_key');
  const sql = `SELECT value, trouble, reason, at FROM address_trouble WHERE ${his.sql} ORDER BY at`;
  return (await reader.query<Row>(sql, his.values)).map((row) => ({ ...row, at: instant(row['at']) }));
}

async function acknowledgedOf(reader: Reader, { identities }: ErasedPerson): Promise<object[]> {
  const his = known(identities, 'a.kind', 'a.value_key');
  const sql = `SELECT i.name AS inbox, a.value_key AS value, a.at FROM acknowledged_sender a LEFT JOIN inbox i ON i.id = a.inbox_id WHERE ${his.sql} ORDER BY a.at`;
  return (await reader.query<Row>(sql, his.values)).map((row) => ({ ...row, at: instant(row['at']) }));
}

const PAGE = 100;

/** The records that hang on him or on conversations that are his, with their stages and owners; not whom else they hang on. */
export async function* recordsOf(reader: Reader, { contactIds }: ErasedPerson): AsyncGenerator<object> {
  const marks = placeholders(contactIds);
  for (let after = ''; ;) {
    const rows = await reader.query<Row>(
      `SELECT r.id, r.type, r.number, r.title, r.body, s.name AS stage, s.word AS "stageWord", r.priority, r.source, u.name AS owner, r.amount,
         r.currency, r.due_at AS "dueAt", r.remind_at AS "remindAt", r.done_at AS "doneAt", r.data, r.created_by_name AS "createdBy",
         r.created_at AS "createdAt", r.updated_at AS "updatedAt", r.deleted_at AS "deletedAt"
       FROM crm_record r LEFT JOIN stage s ON s.id = r.stage_id LEFT JOIN app_user u ON u.id = r.owner_id
       WHERE r.id > ? AND r.type <> 'COMPANY' AND r.id IN (SELECT a.from_id FROM association a WHERE a.to_id IN (${marks})
         UNION SELECT a.from_id FROM association a JOIN conversation c ON c.id = a.to_id WHERE c.contact_id IN (${marks}))
       ORDER BY r.id LIMIT ?`,
      [after, ...contactIds, ...contactIds, PAGE],
    );
    for (const { stageWord, ...row } of rows)
      yield {
        ...row,
        stage: row['stage'] ?? stageWord,
        amount: row['amount'] === null ? null : Number(row['amount']),
        data: JSON.parse(String(row['data'])) as unknown,
        ...instants(row, ['dueAt', 'remindAt', 'doneAt', 'createdAt', 'updatedAt', 'deletedAt']),
      };
    if (rows.length < PAGE) return;
    after = String(rows.at(-1)?.['id']);
  }
}

/** What the log says was done to him or to conversations that are his. */
export async function* auditOf(reader: Reader, objectIds: readonly string[]): AsyncGenerator<object> {
  for (let start = 0; start < objectIds.length; start += PAGE) {
    const ids = objectIds.slice(start, start + PAGE);
    const rows = await reader.query<Row>(
      `SELECT at, action, actor_name AS "by", object_id AS "objectId", changes FROM audit_entry WHERE object_id IN (${placeholders(ids)}) ORDER BY seq`,
      ids,
    );
    for (const row of rows) yield { ...row, at: instant(row['at']), changes: JSON.parse(String(row['changes'])) as unknown };
  }
}

/** `kind` and `value_key` of his identities as a condition. */
export function known(identities: ErasedPerson['identities'], kind: string, key: string): Condition {
  if (identities.length === 0) return { sql: '1 = 0', values: [] };
  return {
    sql: `(${identities.map(() => `(${kind} = ? AND ${key} = ?)`).join(' OR ')})`,
    values: identities.flatMap((one) => [one.kind, one.valueKey]),
  };
}

export function instant(at: unknown): string | null {
  return at === null || at === undefined ? null : new Date(Number(at)).toISOString();
}

function instants(row: Row, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, instant(row[name])]));
}
