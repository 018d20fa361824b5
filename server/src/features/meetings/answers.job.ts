import type { CalendarEvent } from '@balie/plugin-sdk';
import { addItem, findConversation } from '../conversations/index.js';
import { CALENDAR_ANSWERED, type CalendarCall, findMessage, type Message } from '../messages/index.js';
import { associationsOf, type CrmRecord, findByLookup, tellOfRecord, updateRecord } from '../records/index.js';
import type { JobRun } from '../../kernel/jobs.js';
import { MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import type { Tx, UnitOfWork } from '../../kernel/uow.js';
import { afterAnswer, type Counted, isOutdated, type Said, saidBy } from './answer.js';
import { asData, dataOf, type MeetingData, sameAddress } from './meeting.js';

/** The job that reads what an invited person has answered. */
export const ANSWERED = CALENDAR_ANSWERED;
const READ = 50;
const ACTIVITIES: Record<Counted, string> = {
  ANSWERED: 'meeting_answered',
  OUTDATED: 'meeting_answered_late',
  PROPOSED: 'meeting_proposed',
};

/**
 * Reads answers back: only of who is invited, from the address at which he is, to a UID that is ours; a mail whose network says that
 * it is forged changes nothing. It may run again: what was read already says nothing new.
 */
export async function readAnswers(uow: UnitOfWork, { payload, correlationId }: JobRun): Promise<void> {
  const { messageId } = payload as unknown as CalendarCall;
  await uow.run({ principal: { kind: 'system', name: 'Calendar' }, correlationId }, async (tx) => {
    const message = await findMessage(tx, messageId);
    if (!message || !mayCount(message)) return;
    for (const { type, data } of message.parts) if (type === 'calendar') await readOne(tx, message, data as CalendarEvent);
  });
}

function mayCount({ direction, fromKind, fromValue, data }: Message): boolean {
  return direction === 'INBOUND' && fromKind === MAIL_IDENTITY && fromValue !== null && data['senderNotProven'] !== true;
}

async function readOne(tx: Tx, message: Message, event: CalendarEvent): Promise<void> {
  const record = event.uid ? await findByLookup(tx, 'MEETING', event.uid) : null;
  if (!record || !(await findConversation(tx, message.conversationId))) return;
  const data = dataOf(record);
  const said = saidBy(message.fromValue ?? '', event, data.attendees, message.at);
  if (!said || data.read.includes(message.id)) return;
  const outdated = record.doneAt !== null || isOutdated(data, record.dueAt, said);
  const attendees = afterAnswer(data.attendees, said, outdated);
  if (!attendees) return;
  const read = [...data.read, message.id].slice(-READ);
  const after = asData({ ...data, attendees, read, before: beforeToo(data, said) });
  // Somebody else may have changed it at this moment: then the job is run again.
  if (!(await updateRecord(tx, record.id, record.version, { data: after }))) throw new Error(`${record.id} has just changed`);
  const contact = (await associationsOf(tx, [record.id])).find(({ toKind }) => toKind === 'contact');
  await tellOfRecord(tx, tx, record, 'UPDATED', contact?.toId ?? null);
  await tell(tx, message, record, said, outdated ? 'OUTDATED' : said.proposal ? 'PROPOSED' : 'ANSWERED');
}

/** A change that may still be stopped: what is answered meanwhile is to stay, should it be. */
function beforeToo({ before }: MeetingData, said: Said): MeetingData['before'] {
  if (!before) return before;
  const attendees = afterAnswer(before.data.attendees, said, isOutdated(before.data, before.dueAt, said));
  return attendees ? { ...before, data: { ...before.data, attendees } } : before;
}

/** The line in the conversation where the answer stands. */
async function tell(tx: Tx, message: Message, record: CrmRecord, said: Said, counted: Counted): Promise<void> {
  const { attendees, timeZone } = dataOf(record);
  const who = attendees.find(({ address }) => sameAddress(address, said.address));
  const kind = message.authorKind === 'CONTACT' ? ('CONTACT' as const) : ('SYSTEM' as const);
  await addItem(tx, message.conversationId, {
    kind: 'ACTIVITY',
    direction: 'INTERNAL',
    author: { kind, id: kind === 'CONTACT' ? message.authorId : null, name: who?.name ?? message.authorName },
    at: tx.now,
    activity: ACTIVITIES[counted],
    data: {
      recordId: record.id,
      recordType: record.type,
      name: record.title,
      address: said.address,
      answer: said.answer,
      startAt: said.proposal ? null : said.startAt,
      proposedStartAt: said.proposal?.startAt ?? null,
      proposedEndAt: said.proposal?.endAt ?? null,
      comment: said.comment,
      timeZone,
    },
  });
}
