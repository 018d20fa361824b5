import type { Cell } from '../../adapters/database/raw/raw-database.js';
import { ACKNOWLEDGE } from '../../features/acknowledgements/index.js';
import { LIST_INDEX_JOB } from '../../features/list-index/index.js';
import { LINK_MAIL } from '../../features/people/index.js';
import { INDEX_JOB } from '../../features/search-index/index.js';

/** A row by its columns. */
export type Row = Record<string, Cell>;
type Rule = (row: Row, at: number) => Row | null;

/** What belongs to a machine or a moment, and says nothing to another instance. */
const OF_THE_MACHINE = new Set([
  'backup',
  'channel_lease',
  'contact_export',
  'lane',
  'mail_check',
  'plugin_installation',
  'push_subscription',
  'webhook_delivery',
]);

/** What lets somebody in or opens something, as a whole. */
const SECRET = new Set([
  'access_link',
  'api_token',
  'channel_setup',
  'deprecated_use',
  'push_key',
  'recovery_code',
  'second_factor',
  'session',
  'sign_in_challenge',
  'webhook',
]);

/** Said either already or not at all; the indexes are made again. */
const DROPPED_JOBS = new Set<unknown>([ACKNOWLEDGE, LINK_MAIL, INDEX_JOB, LIST_INDEX_JOB]);

/**
 * What may have left after the export counts as begun, so that the instance which takes it looks for it and never sends it again by itself.
 * Each rule gives what it was given when it is applied again: an export of what was imported is the same.
 */
const ALWAYS: Record<string, Rule> = {
  delivery: (row, at) => {
    const { status, next_attempt_at: next } = row;
    const due = status === 'HELD' && Number(next ?? 0) <= at;
    return status === 'QUEUED' || status === 'DEFERRED' || due ? { ...row, status: 'SENDING', next_attempt_at: null } : row;
  },
  job: (row) => {
    if (DROPPED_JOBS.has(row['name'])) return null;
    const state = row['state'] === 'RUNNING' ? 'PENDING' : (row['state'] as Cell);
    return { ...row, state, lease_owner: null, lease_until: null };
  },
  notification: (row) => ({ ...row, mailed_at: row['mailed_at'] ?? (row['at'] as Cell) }),
  webhook: (row) => ({ ...row, active: false }),
};

const NEW_PASSWORD = 'Came from an export without secrets: give the password of this channel again.';

const WITHOUT_SECRETS: Record<string, Rule> = {
  app_user: (row) => ({ ...row, password_hash: null }),
  channel: (row) =>
    row['secrets'] === null
      ? row
      : { ...row, secrets: null, authorized: false, state: 'UNAUTHORIZED', state_message: NEW_PASSWORD },
  plugin_state: (row) => (row['sealed'] ? null : row),
  responder: (row) => (row['secrets'] === null ? row : { ...row, secrets: null, active: false }),
  sign_in_provider: (row) => ({ ...row, client_secret: null }),
  upload: (row) => ({ ...row, secret_hash: '0'.repeat(64) }),
};

/** Whether rows of a table leave at all. */
export function isExported(table: string, withSecrets: boolean): boolean {
  return !OF_THE_MACHINE.has(table) && (withSecrets || !SECRET.has(table));
}

/** A row as it leaves at that time; null when it does not. */
export function exportedRow(table: string, row: Row, { withSecrets, at }: { withSecrets: boolean; at: number }): Row | null {
  const held = ALWAYS[table]?.(row, at) ?? (table in ALWAYS ? null : row);
  if (held === null || withSecrets) return held;
  const rule = WITHOUT_SECRETS[table];
  return rule ? rule(held, at) : held;
}
