import type { Tx } from '../../kernel/uow.js';
import type { Message } from './message.entity.js';

/** The job that looks at an answer to an invitation which has come in. */
export const CALENDAR_ANSWERED = 'calendar.answered';
/** The job that learns of an invitation that was stopped before it left. */
export const CALENDAR_TAKEN_BACK = 'calendar.taken_back';

/** What is said to those jobs: enough for a message that is gone already. */
export interface CalendarCall {
  messageId: string;
  uids: string[];
}

type Parts = Message['parts'];
const ANSWERS = ['REPLY', 'COUNTER'];

const eventsIn = (parts: Parts): { uid?: unknown; method?: unknown }[] =>
  parts.flatMap(({ type, data }) => (type === 'calendar' && typeof data === 'object' && data !== null ? [data] : []));

/** Whether a message is about a meeting. */
export const hasCalendar = (parts: Parts): boolean => eventsIn(parts).length > 0;

/** Whether somebody says in it whether he comes, or when he would. */
export const answersCalendar = (parts: Parts): boolean => eventsIn(parts).some(({ method }) => ANSWERS.includes(String(method)));

/** In the unit that changes the message: asks whoever keeps the meetings to look; messages know nothing of them. */
export function askAboutCalendar(tx: Tx, name: string, { id, parts }: Pick<Message, 'id' | 'parts'>): void {
  const uids = eventsIn(parts).flatMap(({ uid }) => (typeof uid === 'string' && uid !== '' ? [uid] : []));
  const payload: CalendarCall = { messageId: id, uids: [...new Set(uids)].slice(0, 20) };
  if (payload.uids.length > 0) tx.enqueue({ name, payload: { ...payload } });
}
