import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents, listActiveAgents } from '../agents/index.js';
import { SystemMail } from '../people/index.js';
import { WorkspaceService } from '../workspace/index.js';
import { findAlarm } from './alarm.repository.js';

const MAIL = 'operations.alarmMail';
const TRIES = 3;

interface Payload extends Record<string, unknown> {
  alarmId: string;
  userId: string;
  cleared: boolean;
}

/**
 * Mails owners and admins what begins to fail, and when it works again. It goes out even while sending is paused, which is one of the things to
 * tell; and twice rather than not at all.
 */
@Injectable()
export class AlarmMail implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly mail: SystemMail,
    private readonly workspace: WorkspaceService,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAIL, (job) => this.send(job));
  }

  /** Puts in a mail to each of them, in the unit that raises or clears; none when no channel was chosen for such mails. */
  async enqueue(tx: Tx, alarmId: string, cleared: boolean): Promise<void> {
    if (!(await this.mail.channel(tx))) return;
    const admins = (await listActiveAgents(tx)).filter(({ role }) => role === 'OWNER' || role === 'ADMIN');
    for (const { id: userId } of admins) {
      const payload: Payload = { alarmId, userId, cleared };
      tx.enqueue({ name: MAIL, payload, maxAttempts: TRIES });
    }
  }

  private async send(job: JobRun): Promise<void> {
    const { alarmId, userId, cleared } = job.payload as Payload;
    const alarm = await findAlarm(this.uow.reader, alarmId);
    const [to] = await findAgents(this.uow.reader, [userId]);
    if (!alarm || to?.state !== 'ACTIVE') return;
    const { name, locale } = await this.workspace.current();
    const dutch = (to.locale ?? locale).toLowerCase().startsWith('nl');
    await this.mail.send(job, { to, ...words(dutch, { name, message: alarm.message, cleared }) });
  }
}

function words(dutch: boolean, { name, message, cleared }: { name: string; message: string; cleared: boolean }) {
  const where = dutch ? 'Meer staat onder Instellingen → Systeem.' : 'More stands under Settings → System.';
  if (cleared)
    return dutch
      ? { subject: `${name}: het werkt weer`, text: `Dit is voorbij:\n\n${message}\n\n${where}` }
      : { subject: `${name}: it works again`, text: `This is over:\n\n${message}\n\n${where}` };
  return dutch
    ? { subject: `${name}: er gaat iets mis`, text: `${message}\n\n${where}` }
    : { subject: `${name}: something does not work`, text: `${message}\n\n${where}` };
}
