import { actorOf } from '../../kernel/context.js';
import type { Tx } from '../../kernel/uow.js';
import { calledTo, type Mentioned } from '../mentions/index.js';
import { inboxesOf } from './association.repository.js';
import type { RecordSave } from './record-rules.js';
import type { CrmRecord } from './record.entity.js';

/** Who is called by a note, as it keeps them. */
export const mentionsOf = ({ data }: Pick<CrmRecord, 'data'>): Mentioned[] => (data['mentions'] as Mentioned[] | undefined) ?? [];

/** What a note keeps of whom it calls from now on; nothing when it was not said. */
export async function calledBy(tx: Tx, input: RecordSave, inboxIds: readonly string[]): Promise<Pick<CrmRecord, 'data'> | null> {
  if (input.mentionIds == null) return null;
  return { data: { mentions: await calledTo(tx, [...new Set(inboxIds)], input.mentionIds) } };
}

/** The inboxes in which the conversations of a record lie. */
export async function inboxIdsOf(tx: Tx, id: string): Promise<string[]> {
  return (await inboxesOf(tx, [id])).map(({ inboxId }) => inboxId);
}

/** Tells each who is called by a note and was not before, alone; nobody calls himself. */
export function tellCalled(tx: Tx, note: CrmRecord, before: readonly Mentioned[]): void {
  const by = actorOf(tx.ctx.principal);
  const known = new Set(before.filter(({ told }) => told).map(({ agentId }) => agentId));
  for (const { agentId, told } of mentionsOf(note)) {
    if (!told || agentId === by.id || known.has(agentId)) continue;
    const audience = `user:${agentId}` as const;
    tx.emit({ type: 'note.mentioned', change: 'UPDATED', nodeId: note.id, inboxId: null, audience });
  }
}
