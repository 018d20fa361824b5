import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, waitLeft } from '../../../kernel/clock.js';
import type { Ctx } from '../../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../../kernel/jobs.js';
import { UnitOfWork } from '../../../kernel/uow.js';
import { ChannelFailure } from '../../channels/index.js';
import { pausedWait } from '../../delivery/index.js';
import { SystemMail } from '../../people/index.js';
import type { Notification } from '../notification.entity.js';
import { markMailed, settingsOf, unmarkMailed, untoldByMail } from '../notification.repository.js';
import type { NotificationSettings } from '../notification-settings.entity.js';
import { mailedKinds } from '../settings.js';
import { type Addressee, Teller, type Told } from '../teller.js';
import { nextHour } from './hours.js';
import { MailOff } from './mail-off.js';
import { MailPlace } from './mail-place.js';
import { mailWords } from './mail-words.js';
import { MAIL, type MailWay } from './queue-mails.js';

const MINUTE_MS = 60_000;
/** From an hour to the same of the next day, when the clocks are put back in between. */
const LONGEST_DAY_MS = 25 * 60 * MINUTE_MS;
/** What nobody mailed for so long, as there was no channel, is no news any more. */
const NEWS_MS = 2 * 24 * 60 * MINUTE_MS;
/** More than that is not read in a mail. */
const MOST = 50;
const TRIES = 6;
const BACKOFF_MS = 2 * MINUTE_MS;
/** Failures after which it surely did not leave, and may later. */
const LATER: ReadonlySet<ChannelFailure['kind']> = new Set(['transient', 'rate_limited', 'auth']);

/**
 * Mails one person what he has not read and may see at that moment. It is marked as told before it leaves, and the mark is taken back only
 * when it surely did not: what may have left is never sent again.
 */
@Injectable()
export class MailJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly teller: Teller,
    private readonly mail: SystemMail,
    private readonly off: MailOff,
    private readonly about: MailPlace,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAIL, (job) => this.run(job), { concurrency: 2 });
  }

  private async run(job: JobRun): Promise<void> {
    const { userId, way } = job.payload as { userId: string; way: MailWay };
    const { reader } = this.uow;
    const [settings] = await settingsOf(reader, [userId]);
    const kinds = settings ? mailedKinds(settings, way) : [];
    const addressee = kinds.length > 0 ? await this.teller.addressee(userId) : null;
    if (!settings || !addressee || !(await this.mail.channel())) return;
    const untold = await untoldByMail(reader, userId, { kinds, since: this.clock.now() - NEWS_MS, limit: MOST });
    if (untold.length === 0) return;
    const longest = way === 'SOON' ? settings.mailMinutes * MINUTE_MS : LONGEST_DAY_MS;
    const wait = waitLeft(dueAt(way, untold, settings, addressee), this.clock.now(), longest);
    if (wait > 0) throw new RetryLater(wait, 'It is not time yet.', false);
    const paused = await pausedWait(reader);
    if (paused) throw new RetryLater(paused.waitMs, paused.why, false);
    const ctx: Ctx = { principal: { kind: 'system', name: 'Notifications' }, correlationId: job.correlationId };
    const words = await this.teller.words(addressee, untold);
    if (words.length === 0) return;
    const mine = await this.uow.run(ctx, (tx) =>
      markMailed(
        tx,
        words.map(({ notification }) => notification.id),
      ),
    );
    const told = words.filter(({ notification }) => mine.has(notification.id));
    if (told.length > 0) await this.send(ctx, job, { settings, addressee, told });
  }

  private async send(
    ctx: Ctx,
    job: JobRun,
    { settings, addressee, told }: { settings: NotificationSettings; addressee: Addressee; told: readonly Told[] },
  ): Promise<void> {
    const unsubscribe = this.off.linkOf(addressee.user.id);
    const { name } = addressee.user;
    const facts = { name, ...(await this.about.facts()), told, showText: settings.showText, off: unsubscribe };
    const words = mailWords(addressee.language, facts);
    const ids = told.map(({ notification }) => notification.id);
    try {
      const left = await this.mail.send(job, { to: addressee.user, ...words, list: { unsubscribe } });
      if (!left) await this.uow.run(ctx, (tx) => unmarkMailed(tx, ids));
    } catch (error) {
      if (!(error instanceof ChannelFailure) || !LATER.has(error.kind) || job.attempt >= TRIES) return;
      await this.uow.run(ctx, (tx) => unmarkMailed(tx, ids));
      throw new RetryLater(error.detail.retryAfterMs ?? BACKOFF_MS * job.attempt, error.message);
    }
  }
}

/** When the oldest of them is to be told. */
function dueAt(way: MailWay, untold: readonly Notification[], settings: NotificationSettings, { timeZone }: Addressee): number {
  if (way === 'SOON') return Math.min(...untold.map(({ createdAt }) => createdAt)) + settings.mailMinutes * MINUTE_MS;
  return nextHour(Math.min(...untold.map(({ at }) => at)), settings.mailHour, timeZone);
}
