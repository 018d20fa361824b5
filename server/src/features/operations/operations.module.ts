import { Module, type OnModuleInit } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import { NodeRegistry } from '../../kernel/nodes.js';
import { PeopleModule } from '../people/index.js';
import { WorkspaceModule } from '../workspace/index.js';
import { AlarmJob } from './alarm.job.js';
import { AlarmMail } from './alarm-mail.js';
import { AlarmService } from './alarm.service.js';
import { BackupJob } from './backup.job.js';
import { BackupService } from './backup.service.js';
import { DeadJobService } from './dead-job.service.js';
import { OperationsResolver } from './operations.resolver.js';
import { SystemCheckService } from './system-check.service.js';

/** What the host looks at: jobs that were given up, backups, alarms, and whether everything works. Needs BackupMaker from a global module. */
@Module({
  imports: [PeopleModule, WorkspaceModule],
  providers: [
    AlarmJob,
    AlarmMail,
    AlarmService,
    BackupJob,
    BackupService,
    DeadJobService,
    OperationsResolver,
    SystemCheckService,
  ],
})
export class OperationsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly dead: DeadJobService,
    private readonly backups: BackupService,
    private readonly alarms: AlarmService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('job', 'DeadJob', async ({ ctx }, id) =>
      hasScope(ctx.principal, ['ADMIN']) ? this.dead.find(id) : null,
    );
    this.nodes.register('backup', 'Backup', async ({ ctx }, id) =>
      hasScope(ctx.principal, ['ADMIN']) ? this.backups.find(id) : null,
    );
    this.nodes.register('alarm', 'Alarm', async ({ ctx }, id) =>
      hasScope(ctx.principal, ['ADMIN']) ? this.alarms.find(id) : null,
    );
  }
}
