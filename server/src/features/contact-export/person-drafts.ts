import { MAIL_IDENTITY, identityKey } from '../../kernel/identity-kinds.js';
import { placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { ErasedPerson } from '../erasure/index.js';
import { instant } from './person-rows.js';

type Row = Record<string, unknown>;
const PAGE = 200;
const COLUMNS = `d.id, d.conversation_id AS "conversationId", d.mode, d.subject, d.text, d.recipients, u.name AS "by", d.updated_at AS "updatedAt"`;
const FROM = 'draft d LEFT JOIN app_user u ON u.id = d.user_id';

/** What colleagues are writing in conversations with him, or to him; not to whom else. */
export async function* draftsOf(reader: Reader, { contactIds, identities }: ErasedPerson): AsyncGenerator<object> {
  const marks = placeholders(contactIds);
  const his = `d.conversation_id IN (SELECT id FROM conversation WHERE contact_id IN (${marks}))`;
  yield* shown(await reader.query<Row>(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${his} ORDER BY d.id`, contactIds));
  const addresses = new Set(identities.filter(({ kind }) => kind === MAIL_IDENTITY).map(({ valueKey }) => valueKey));
  for (let after = ''; addresses.size > 0;) {
    const rows = await reader.query<Row>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE d.id > ? AND d.recipients IS NOT NULL AND NOT (${his}) ORDER BY d.id LIMIT ?`,
      [after, ...contactIds, PAGE],
    );
    yield* shown(rows.filter(({ recipients }) => namesOne(String(recipients), addresses)));
    if (rows.length < PAGE) return;
    after = String(rows.at(-1)?.['id']);
  }
}

function* shown(rows: readonly Row[]): Generator<object> {
  for (const { recipients: _others, updatedAt, ...row } of rows) yield { ...row, updatedAt: instant(updatedAt) };
}

function namesOne(recipients: string, addresses: ReadonlySet<string>): boolean {
  const lines = Object.values((JSON.parse(recipients) ?? {}) as Record<string, string[]>).flat();
  return lines.some((line) => addresses.has(identityKey(MAIL_IDENTITY, /<([^<>]+)>\s*$/.exec(line)?.[1] ?? line)));
}
