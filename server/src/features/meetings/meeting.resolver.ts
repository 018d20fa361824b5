import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { type Contact, contactLoader } from '../contacts/index.js';
import { loadVisibleMessage, type Message } from '../messages/index.js';
import { type CrmRecord, RecordFields } from '../records/index.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Attendee, dataOf } from './meeting.js';
import type { MeetingCancel, MeetingSave } from './meeting-rules.js';
import { type MeetingResult, MeetingService } from './meeting.service.js';

const NOTHING: { meeting: CrmRecord | null; message: Message | null } = { meeting: null, message: null };

@Resolver()
export class MeetingMutations {
  constructor(private readonly meetings: MeetingService) {}

  @Mutation('meetingSave')
  save(@Context() gql: GqlContext, @Args('input') input: MeetingSave) {
    return answered(gql, input, (ctx) => this.meetings.save(ctx, input));
  }

  @Mutation('meetingCancel')
  cancel(@Context() gql: GqlContext, @Args('input') input: MeetingCancel) {
    return answered(gql, input, (ctx) => this.meetings.cancel(ctx, input));
  }
}

function answered(
  gql: GqlContext,
  { operationId }: Pick<MeetingSave, 'operationId'>,
  work: (ctx: GqlContext['ctx']) => Promise<MeetingResult>,
) {
  const ctx = operationId ? { ...gql.ctx, operationId } : gql.ctx;
  return payload(NOTHING, async () => ({ ...(await work(ctx)) }), ['input']);
}

/** What a meeting has that is no column. */
@Resolver('Meeting')
export class MeetingResolver extends RecordFields {
  @ResolveField('startAt')
  startAt({ dueAt }: CrmRecord): number {
    return dueAt ?? 0;
  }

  @ResolveField('endAt')
  endAt(record: CrmRecord): number {
    return dataOf(record).endAt;
  }

  @ResolveField('timeZone')
  timeZone(record: CrmRecord): string {
    return dataOf(record).timeZone;
  }

  @ResolveField('otherTimeZone')
  otherTimeZone(record: CrmRecord): string | null {
    return dataOf(record).otherTimeZone;
  }

  @ResolveField('location')
  location(record: CrmRecord): string | null {
    return dataOf(record).location;
  }

  @ResolveField('organizerAddress')
  organizerAddress(record: CrmRecord): string {
    return dataOf(record).organizer.address;
  }

  @ResolveField('attendees')
  attendees(record: CrmRecord): Attendee[] {
    return dataOf(record).attendees;
  }

  @ResolveField('sequence')
  sequence(record: CrmRecord): number {
    return dataOf(record).sequence;
  }

  @ResolveField('cancelledAt')
  cancelledAt({ doneAt }: CrmRecord): number | null {
    return doneAt;
  }

  @ResolveField('invitation')
  invitation(record: CrmRecord, _args: unknown, gql: GqlContext): Promise<Message | null> {
    return loadVisibleMessage(gql, this.uow.reader, dataOf(record).messageId);
  }
}

@Resolver('MeetingAttendee')
export class AttendeeResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('contact')
  contact({ contactId }: Attendee, _args: unknown, gql: GqlContext): Promise<Contact | null> | null {
    return contactId === null ? null : contactLoader(gql, this.uow.reader).load(contactId);
  }
}
