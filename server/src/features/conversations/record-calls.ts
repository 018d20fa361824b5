import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';

/** The job that opens a record about a conversation; records know of conversations, and these only call. */
export const OPEN_RECORD = 'record.open';

/** What is to be opened about a conversation. */
export interface RecordCall {
  record: 'ticket' | 'deal' | 'task';
  title?: string;
  source?: string;
}

/** In the unit that begins the conversation: asks for a record about it, under an id of its own, so that it comes once (S22, D15). */
export function askForRecord(tx: Tx, conversationId: string, { record, title, source }: RecordCall): void {
  tx.enqueue({ name: OPEN_RECORD, payload: { id: newId(record), conversationId, record, title, source } });
}
