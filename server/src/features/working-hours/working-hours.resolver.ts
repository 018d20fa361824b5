import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Clock } from '../../kernel/clock.js';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { Inbox } from '../inboxes/index.js';
import { type DayOff, isOpen } from './hours.js';
import type { WorkingHours } from './working-hours.entity.js';
import { hoursOf } from './working-hours.repository.js';
import { type WorkingHoursSave, WorkingHoursService } from './working-hours.service.js';

/** `Inbox.workingHours` and how it is saved. */
@Resolver('Inbox')
export class InboxHoursResolver {
  constructor(
    private readonly service: WorkingHoursService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('workingHours')
  workingHours(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<WorkingHours | null> {
    const loader = gql.loader('inbox.workingHours', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        inOrder(ids, await hoursOf(this.uow.reader, ids), (hours) => hours.ownerId),
      );
    });
    return loader.load(inbox.id);
  }

  @Mutation('workingHoursSave')
  save(@Context() gql: GqlContext, @Args('input') input: WorkingHoursSave) {
    const work = async () => ({ inbox: await this.service.save(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }
}

@Resolver('WorkingHours')
export class WorkingHoursResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField('openNow')
  openNow(hours: WorkingHours): boolean {
    return isOpen(hours, this.clock.now());
  }

  @ResolveField('daysOff')
  daysOff(hours: WorkingHours): readonly DayOff[] {
    return hours.daysOff ?? [];
  }
}
