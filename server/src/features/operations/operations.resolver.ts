import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { QueryAlarmsArgs, QueryBackupsArgs, QueryDeadJobsArgs } from '../../generated/graphql.js';
import { payload } from '../../kernel/user-errors.js';
import { AlarmService } from './alarm.service.js';
import { BackupService } from './backup.service.js';
import { DeadJobService } from './dead-job.service.js';
import { type SystemCheck, SystemCheckService } from './system-check.service.js';

/** `deadJobs`, `jobRetry`, `systemCheck`, the alarms and the backups. */
@Resolver()
export class OperationsResolver {
  constructor(
    private readonly dead: DeadJobService,
    private readonly system: SystemCheckService,
    private readonly backups: BackupService,
    private readonly alarms: AlarmService,
  ) {}

  @Query('deadJobs')
  deadJobs(@Args() { first, after }: QueryDeadJobsArgs) {
    return this.dead.list(first, after);
  }

  @Query('systemCheck')
  systemCheck(): Promise<SystemCheck[]> {
    return this.system.run();
  }

  @Query('alarms')
  listAlarms(@Args() { first, after }: QueryAlarmsArgs) {
    return this.alarms.list(first, after);
  }

  @Query('backups')
  listBackups(@Args() { first, after }: QueryBackupsArgs) {
    return this.backups.list(first, after);
  }

  @Query('lastGoodBackup')
  lastGoodBackup() {
    return this.backups.lastGood();
  }

  @Mutation('jobRetry')
  retry(@Args('id') id: string) {
    return payload({ id: null as string | null }, async () => ({ id: await this.dead.retry(id) }));
  }
}
