import type { Reader } from '../../kernel/uow.js';

/** How far a channel is with what comes in. */
export interface IntakeFigure {
  channelId: string;
  /** The plugin's own word for the type. */
  type: string;
  active: boolean;
  state: string;
  /** Until when nothing can have been missed, as the plugin says; null for one that is not read. */
  readUntil: number | null;
  /** Items that are stored and not understood yet. */
  waiting: number;
  /** When the oldest of them came; null for none. */
  oldestAt: number | null;
}

/** Jobs of one name in one state. */
export interface QueueFigure {
  name: string;
  state: 'DUE' | 'LATER' | 'RUNNING' | 'DEAD';
  jobs: number;
  /** Since when the oldest of them could run, or was given up. */
  oldestAt: number;
}

/** Deliveries in one state that asks for something: not those that went well or were called back. */
export interface DeliveryFigure {
  status: string;
  deliveries: number;
  /** When the oldest of them was to leave. */
  oldestAt: number;
}

/** How far a responder has heard the journal. */
export interface ResponderFigure {
  responderId: string;
  position: number;
}

const OPEN_STATES = ['HELD', 'QUEUED', 'SENDING', 'DEFERRED', 'FAILED', 'BOUNCED', 'UNCERTAIN'] as const;

/** One per channel, in order of their ids. */
export async function intakeFigures(reader: Reader): Promise<IntakeFigure[]> {
  const rows = await reader.query<{
    id: string;
    type: string;
    active: unknown;
    state: string;
    read_until: unknown;
    waiting: unknown;
    oldest_at: unknown;
  }>(
    `SELECT c."id", c."type", c."active", c."state", l."last_success_at" AS read_until, coalesce(w."waiting", 0) AS waiting, w."oldest_at"
     FROM "channel" c LEFT JOIN "channel_lease" l ON l."channel_id" = c."id"
     LEFT JOIN (SELECT "channel_id", count(*) AS waiting, min("received_at") AS oldest_at FROM "inbound_item"
       WHERE "state" = 'RECEIVED' GROUP BY "channel_id") w ON w."channel_id" = c."id"
     ORDER BY c."id"`,
  );
  return rows.map((row) => ({
    channelId: row.id,
    type: row.type,
    active: Boolean(row.active),
    state: row.state,
    readUntil: numberOrNull(row.read_until),
    waiting: Number(row.waiting),
    oldestAt: numberOrNull(row.oldest_at),
  }));
}

/** The queue by name and state; a job that waits for its time counts as LATER. */
export async function queueFigures(reader: Reader, now: number): Promise<QueueFigure[]> {
  const rows = await reader.query<{ name: string; state: QueueFigure['state']; jobs: unknown; oldest_at: unknown }>(
    `SELECT "name", CASE WHEN "state" <> 'PENDING' THEN "state" WHEN "run_at" <= ? THEN 'DUE' ELSE 'LATER' END AS "state",
       count(*) AS jobs, min(CASE WHEN "state" = 'DEAD' THEN "updated_at" ELSE "run_at" END) AS oldest_at
     FROM "job" GROUP BY 1, 2 ORDER BY 1, 2`,
    [now],
  );
  return rows.map((row) => ({ name: row.name, state: row.state, jobs: Number(row.jobs), oldestAt: Number(row.oldest_at) }));
}

/** Deliveries that wait or did not go well, by state. */
export async function deliveryFigures(reader: Reader): Promise<DeliveryFigure[]> {
  const rows = await reader.query<{ status: string; deliveries: unknown; oldest_at: unknown }>(
    `SELECT "status", count(*) AS deliveries, min("created_at") AS oldest_at FROM "delivery"
     WHERE "status" IN (${OPEN_STATES.map(() => '?').join(', ')}) GROUP BY "status"`,
    OPEN_STATES,
  );
  const found = new Map(rows.map((row) => [row.status, row]));
  // States of which there is none are told as none, so that a dashboard sees the first one come.
  return OPEN_STATES.map((status) => {
    const row = found.get(status);
    return { status, deliveries: Number(row?.deliveries ?? 0), oldestAt: Number(row?.oldest_at ?? 0) };
  });
}

/** One per responder that is switched on. */
export async function responderFigures(reader: Reader): Promise<ResponderFigure[]> {
  const rows = await reader.query<{ id: string; position: unknown }>(
    `SELECT "id", "position" FROM "responder" WHERE "active" = ? ORDER BY "id"`,
    [reader.dialect === 'sqlite' ? 1 : true],
  );
  return rows.map(({ id, position }) => ({ responderId: id, position: Number(position) }));
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
