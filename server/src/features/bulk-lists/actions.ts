import type { RecordSave } from '../records/index.js';

interface Ownership {
  ownerId?: string | null;
}

/** What can be done to a whole list of contacts; exactly one of these. */
export type ContactAction = { own: Ownership } | { fields: Record<string, unknown> } | { deleted: boolean };

/** What can be done to a whole list of records; exactly one of these. The last takes back a tie, and nobody asks for it. */
export type RecordAction =
  | { own: Ownership }
  | { stageId: string }
  | { prioritise: { priority?: RecordSave['priority'] } }
  | { done: boolean }
  | { linkToId: string }
  | { deleted: boolean }
  | { unlinkFromId: string };
