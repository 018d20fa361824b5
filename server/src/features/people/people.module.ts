import { Module } from '@nestjs/common';
import { SecondFactorModule } from '../second-factor/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { AccessController } from './access.controller.js';
import { AccessService } from './access.service.js';
import { PeopleResolver, SystemMailResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { ReassignJob } from './reassign.job.js';
import { SystemMail } from './system-mail.js';

/** Who works here, how they come in, and how they leave. */
@Module({
  imports: [SecondFactorModule, WorkspaceModule],
  controllers: [AccessController],
  providers: [AccessService, PeopleResolver, PeopleService, ReassignJob, SystemMail, SystemMailResolver],
  exports: [PeopleService, SystemMail],
})
export class PeopleModule {}
