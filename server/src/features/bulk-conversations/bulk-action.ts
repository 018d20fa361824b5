import type { Conversation } from '../conversations/index.js';

/** One thing that can be done to many conversations; exactly one of these. */
export type BulkAction =
  | { status: 'OPEN' | 'CLOSED' }
  | { assign: { assigneeId?: string | null; teamId?: string | null } }
  | { tag: { add: string[]; remove: string[] } }
  | { moveToId: string }
  | { place: Conversation['placement'] }
  | { snoozeUntil: number }
  | { restore: true };

/** A conversation as it was, as far as a way back needs it. */
export type Before = Pick<
  Conversation,
  'status' | 'snoozedUntil' | 'assigneeUserId' | 'assigneeTeamId' | 'inboxId' | 'placement'
> & { tagIds: ReadonlySet<string> };

/** What takes the action back for a conversation that was like this. */
export function backOf(action: BulkAction, before: Before): BulkAction {
  if ('assign' in action) return { assign: { assigneeId: before.assigneeUserId, teamId: before.assigneeTeamId } };
  if ('moveToId' in action) return { moveToId: before.inboxId };
  if ('restore' in action) return { place: 'TRASH' };
  if ('place' in action) return action.place === 'TRASH' ? { restore: true } : { place: before.placement };
  if ('tag' in action) {
    const { add, remove } = action.tag;
    const had = ({ tagIds }: Before, id: string): boolean => tagIds.has(id);
    return {
      tag: {
        add: remove.filter((id) => had(before, id) && !add.includes(id)),
        remove: add.filter((id) => !had(before, id)),
      },
    };
  }
  if (before.status === 'SNOOZED' && before.snoozedUntil !== null) return { snoozeUntil: before.snoozedUntil };
  return { status: before.status === 'CLOSED' ? 'CLOSED' : 'OPEN' };
}
