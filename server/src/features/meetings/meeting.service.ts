import { Injectable } from '@nestjs/common';
import { findContactsBy } from '../contacts/index.js';
import { findConversation } from '../conversations/index.js';
import { indexRecords } from '../list-index/index.js';
import { findMessage, type Message } from '../messages/index.js';
import {
  associate,
  associationsOf,
  checkNewId,
  type CrmRecord,
  findRecords,
  insertRecord,
  requireEditable,
  takenIds,
  tellOfRecord,
  updateRecord,
} from '../records/index.js';
import { hashOf, LetterService, type ReadyLetter } from '../replies/index.js';
import { hasScope, visibleInboxes } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { identityKey, MAIL_IDENTITY } from '../../kernel/identity-kinds.js';
import { isUniqueViolation } from '../../kernel/rows.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import { asData, type Attendee, dataOf, type MeetingData, snapshotOf, uidOf } from './meeting.js';
import { eventOf } from './meeting-event.js';
import {
  changedPlan,
  currentPlan,
  type MeetingCancel,
  type MeetingSave,
  type Plan,
  planOf,
  UNANSWERED,
  wordsAbove,
} from './meeting-rules.js';
import { mailText, subjectOf, type Told } from './meeting-words.js';

export interface MeetingResult {
  meeting: CrmRecord;
  message: Message | null;
}

/** The mail of a call, and a hash by which a repeat of the call is known. */
interface Call {
  messageId: string;
  inputHash: string;
}
/** A meeting as it is to be, and what people are told of it. */
interface Change {
  before: CrmRecord | null;
  record: CrmRecord;
  told: Told;
  where: Pick<MeetingSave, 'conversationId' | 'inboxId' | 'newConversationId' | 'text' | 'language'>;
}

/** Meetings: each change of one leaves as an invitation in the same unit, so that nobody is told what is not kept, and the reverse. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly letters: LetterService,
    private readonly clock: Clock,
  ) {}

  async save(ctx: Ctx, input: MeetingSave): Promise<MeetingResult> {
    const { id, title, startAt, endAt, timeZone, otherTimeZone, location, body, attendees, conversationId, inboxId, text } =
      input;
    const said = [id, title, startAt, endAt, timeZone, otherTimeZone, location, body, attendees, conversationId, inboxId, text];
    const call = callOf(input.messageId, said);
    return this.once(ctx, id, call, async () => {
      const before = await this.find(ctx, id);
      if (!before) return this.send(ctx, call, { before, ...(await this.planned(ctx, input)), told: 'NEW', where: input });
      requireVersion(before, input.expectedVersion);
      const change = changedPlan(before, input, this.clock.now());
      if (!change) return { meeting: before, message: null };
      const record = await this.replanned(before, change);
      return this.send(ctx, call, { before, record, told: 'CHANGED', where: await this.whereOf(before, input) });
    });
  }

  async cancel(ctx: Ctx, input: MeetingCancel): Promise<MeetingResult> {
    const call = callOf(input.messageId, [input.id, 'cancel', input.text]);
    return this.once(ctx, input.id, call, async () => {
      const before = await this.find(ctx, input.id);
      if (!before) throw new DomainError('NOT_FOUND', 'There is no such meeting.', { path: ['id'] });
      requireVersion(before, input.expectedVersion);
      if (before.doneAt !== null) return { meeting: before, message: null };
      const data = asData({ ...dataOf(before), sequence: dataOf(before).sequence + 1, before: snapshotOf(before) });
      const record = { ...before, doneAt: this.clock.now(), data };
      return this.send(ctx, call, { before, record, told: 'CANCELLED', where: await this.whereOf(before, input) });
    });
  }

  /** A repeat of the same call answers with the first result, also of one that runs at the same moment. */
  private async once(ctx: Ctx, id: string, call: Call, work: () => Promise<MeetingResult>): Promise<MeetingResult> {
    const first = await this.repeated(ctx, id, call);
    if (first) return first;
    try {
      return await work();
    } catch (error) {
      const same = isUniqueViolation(error) ? await this.repeated(ctx, id, call) : null;
      if (same) return same;
      throw error;
    }
  }

  private async repeated(ctx: Ctx, id: string, { messageId, inputHash }: Call): Promise<MeetingResult | null> {
    const message = await findMessage(this.uow.reader, messageId);
    if (!message) return null;
    const meeting = await this.find(ctx, id);
    if (meeting && message.inputHash === inputHash && message.authorId === actorOf(ctx.principal).id) return { meeting, message };
    throw new DomainError('CONFLICT', 'This id is taken by another message.', { path: ['messageId'] });
  }

  /** The meeting with this id, null when the id is free; NOT_FOUND where it is another's or in the bin. */
  private async find(ctx: Ctx, id: string): Promise<CrmRecord | null> {
    checkNewId(id);
    const [record] = await findRecords(this.uow.reader, [id], visibleInboxes(ctx.principal));
    if (record?.type === 'MEETING' && record.deletedAt === null) return record;
    if (isId('meeting', id) && !(await takenIds(this.uow.reader, [id])).has(id)) return null;
    throw new DomainError('NOT_FOUND', 'There is no such meeting.', { path: ['id'] });
  }

  private async planned(ctx: Ctx, input: MeetingSave): Promise<{ record: CrmRecord }> {
    if (!hasScope(ctx.principal, ['CONTACTS_WRITE']))
      throw new DomainError('FORBIDDEN', 'To make a meeting, contacts must be writable.', { path: ['id'] });
    const now = this.clock.now();
    const plan = planOf(input, now);
    const actor = actorOf(ctx.principal);
    const data: MeetingData = {
      ...shared(plan, await named(this.uow.reader, plan.attendees)),
      organizer: { name: actor.name, address: '' },
      ...{ sequence: 0, dateSequence: 0, read: [], messageId: '', inboxId: '', before: null },
    };
    const record: CrmRecord = {
      ...columns(plan),
      id: input.id,
      type: 'MEETING',
      ...{ number: null, stageId: null, priority: null, source: null, amount: null, currency: null, remindAt: null },
      ...{
        doneAt: null,
        deletedAt: null,
        lookup: uidOf(input.id),
        externalId: null,
        data: asData(data),
        createdAt: now,
        updatedAt: now,
        version: 1,
      },
      ownerId: actor.kind === 'USER' ? actor.id : null,
      createdById: actor.id,
      createdByName: actor.name,
    };
    return { record };
  }

  /** Another date asks everybody anew (RFC 5546, 3.2.2.1); other words do not. */
  private async replanned(before: CrmRecord, { plan, moved }: { plan: Plan; moved: boolean }): Promise<CrmRecord> {
    const old = dataOf(before);
    const sequence = old.sequence + 1;
    const asked = (await named(this.uow.reader, plan.attendees)).map((one) =>
      moved ? { ...one, ...UNANSWERED, stamp: one.stamp } : one,
    );
    const data: MeetingData = {
      ...old,
      ...shared(plan, asked),
      ...{ sequence, dateSequence: moved ? sequence : old.dateSequence, before: snapshotOf(before) },
    };
    return { ...before, ...columns(plan), data: asData(data) };
  }

  /** Where what is told later goes: into the conversation of the invitation, wherever that is now; into a new one when it is gone. */
  private async whereOf(record: CrmRecord, { text, language }: MeetingCancel): Promise<Change['where']> {
    const ties = await associationsOf(this.uow.reader, [record.id]);
    const conversationId = ties.findLast(({ toKind }) => toKind === 'conversation')?.toId ?? null;
    return { conversationId, inboxId: dataOf(record).inboxId, text: text ?? null, language: language ?? null };
  }

  private async send(ctx: Ctx, { messageId, inputHash }: Call, change: Change): Promise<MeetingResult> {
    const { record, told, where } = change;
    const plan = currentPlan(record);
    const language = where.language ?? null;
    const ready = await this.letters.prepare(ctx, {
      ...{ id: messageId, inputHash, conversationId: where.conversationId ?? null, inboxId: where.inboxId ?? null },
      newConversationId: where.newConversationId ?? null,
      to: plan.attendees.map(({ address }) => address),
      subject: subjectOf(told, record.title, language),
      text: mailText(told, plan, { above: wordsAbove(where.text), language }),
      calendar: eventOf(record, told === 'CANCELLED' ? 'CANCEL' : 'REQUEST', this.clock.now()),
    });
    return this.uow.run(ctx, (tx) => this.store(tx, change, ready));
  }

  private async store(tx: Tx, { before, record, told }: Change, ready: ReadyLetter): Promise<MeetingResult> {
    if (before) await requireEditable(tx, record.id);
    const message = await this.letters.store(tx, ready);
    const address = ready.out.calendar?.organizer?.address ?? '';
    const old = dataOf(record);
    const data = asData({ ...old, organizer: { ...old.organizer, address }, messageId: message.id, inboxId: ready.inboxId });
    const meeting = await write(tx, before, { ...record, data });
    await indexRecords(tx, [meeting]);
    const people = old.attendees.flatMap(({ contactId }) => contactId ?? []);
    const conversation = await findConversation(tx, message.conversationId);
    const about = conversation?.contactId ? [conversation.contactId] : [];
    await associate(tx, meeting, [...new Set([message.conversationId, ...about, ...people])]);
    const contact = (await associationsOf(tx, [meeting.id])).find(({ toKind }) => toKind === 'contact');
    await tellOfRecord(tx, tx, meeting, told === 'NEW' ? 'CREATED' : 'UPDATED', contact?.toId ?? null);
    return { meeting, message };
  }
}

async function write(tx: Tx, before: CrmRecord | null, record: CrmRecord): Promise<CrmRecord> {
  if (!before) {
    if (await insertRecord(tx, record)) return record;
    throw new DomainError('CONFLICT', 'It is being made already. Look again.', { currentId: record.id });
  }
  const { title, body, dueAt, sortAt, doneAt, data } = record;
  if (!(await updateRecord(tx, record.id, before.version, { title, body, dueAt, sortAt, doneAt, data }))) throw conflict(before);
  return { ...record, version: before.version + 1, updatedAt: tx.now };
}

function callOf(given: string | null | undefined, said: readonly unknown[]): Call {
  const messageId = given ?? newId('message');
  if (!isId('message', messageId))
    throw new DomainError('INVALID', 'The id must be msg_ and a UUIDv7 as 32 hex digits.', { path: ['messageId'] });
  return { messageId, inputHash: hashOf(said) };
}

function requireVersion(record: CrmRecord, expected: number | null | undefined): void {
  if (expected != null && expected !== record.version) throw conflict(record);
}

function conflict(record: CrmRecord): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed it, or somebody answered. Look at it again.', {
    currentId: record.id,
  });
}

const columns = ({ title, body, startAt }: Plan): Pick<CrmRecord, 'title' | 'body' | 'dueAt' | 'sortAt'> => ({
  ...{ title, body, dueAt: startAt, sortAt: startAt },
});

const shared = ({ endAt, timeZone, otherTimeZone, location }: Plan, attendees: Attendee[]) => ({
  ...{ endAt, timeZone, otherTimeZone, location, attendees },
});

/** Those who are known, by name. */
async function named(reader: Reader, attendees: readonly Attendee[]): Promise<Attendee[]> {
  const keyOf = ({ address }: Attendee): string => identityKey(MAIL_IDENTITY, address);
  const known = await findContactsBy(reader, MAIL_IDENTITY, attendees.map(keyOf));
  return attendees.map((one) => {
    const contact = known.get(keyOf(one));
    return contact ? { ...one, contactId: contact.id, name: contact.name } : one;
  });
}
