import type { JournalEvent } from '../../kernel/events.js';
import { type Meaning, meaningsOf, type News } from './news.js';
import type { NotificationKind } from './notification.entity.js';

/** What a stretch of the journal asks for, in the order in which it is done. */
export interface Plan {
  gone: Set<string>;
  /** Conversation by conversation, the inbox where it lies now. */
  moved: Map<string, string>;
  looked: { userId: string; conversationId: string; only?: NotificationKind }[];
  taken: Set<string>;
  /** Sessions. */
  ended: Set<string>;
  news: News[];
  /** Whether a person has looked, or somebody has taken it, after the news. */
  isOld: (news: News, userId: string) => boolean;
}

/** Kinds that ask whoever comes first. */
const FOR_ANYBODY: ReadonlySet<NotificationKind> = new Set(['NEW_CONVERSATION', 'TEAM_ASSIGNED']);

/** Null when the events mean nothing here. */
export function planOf(events: readonly JournalEvent[]): Plan | null {
  const sets = { gone: new Set<string>(), taken: new Set<string>(), ended: new Set<string>() };
  const plan: Plan = { ...sets, moved: new Map(), looked: [], news: [], isOld: () => false };
  const ends = new Map<string, number>();
  let any = false;
  for (const event of events)
    for (const meaning of meaningsOf(event)) {
      any = true;
      note(plan, ends, meaning, event.position);
    }
  plan.isOld = ({ kind, event }, userId) => {
    const about = event.conversationId ?? event.nodeId;
    const keys = [`${userId} ${about}`, `${userId} ${about} ${kind}`, ...(FOR_ANYBODY.has(kind) ? [about] : [])];
    return keys.some((key) => (ends.get(key) ?? -1) > event.position);
  };
  return any ? plan : null;
}

/** Whether it asks for something even where nobody is to be told of its news. */
export function changesWhatIsThere({ gone, moved, looked, taken, ended }: Plan): boolean {
  return gone.size + moved.size + looked.length + taken.size + ended.size > 0;
}

function note(plan: Plan, ends: Map<string, number>, meaning: Meaning, position: number): void {
  if ('news' in meaning) plan.news.push(meaning.news);
  else if ('gone' in meaning) plan.gone.add(meaning.gone);
  else if ('ended' in meaning) plan.ended.add(meaning.ended);
  else if ('moved' in meaning) plan.moved.set(meaning.moved, meaning.inboxId);
  else if ('taken' in meaning) {
    plan.taken.add(meaning.taken);
    ends.set(meaning.taken, position);
  } else {
    const { userId, conversationId, only } = meaning.looked;
    plan.looked.push(meaning.looked);
    ends.set(only ? `${userId} ${conversationId} ${only}` : `${userId} ${conversationId}`, position);
  }
}
