import { Module } from '@nestjs/common';
import { InboxHoursResolver, WorkingHoursResolver } from './working-hours.resolver.js';
import { WorkingHoursService } from './working-hours.service.js';

/** When inboxes work. Needs the kernel's ports. */
@Module({ providers: [WorkingHoursService, InboxHoursResolver, WorkingHoursResolver] })
export class WorkingHoursModule {}
