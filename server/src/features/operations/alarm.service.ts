import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { newId } from '../../kernel/ids.js';
import { decodeCursor, pageOf, pageSize } from '../../kernel/keyset.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { Alarm } from './alarm.entity.js';
import { AlarmMail } from './alarm-mail.js';
import { clearAlarm, findAlarm, forgetAlarms, insertAlarm, listAlarms, openAlarms } from './alarm.repository.js';
import { SystemCheckService } from './system-check.service.js';

const LIST = 'alarms';
const KEPT_MS = 90 * 24 * 3_600_000;
/** What the host has set as it is: worth a line on the page, and no reason to wake somebody. */
const ADVICE = new Set(['publicUrl', 'domains']);

/** Tells of a check that has begun to fail, and of one that no longer does, once each (G11). */
@Injectable()
export class AlarmService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly checks: SystemCheckService,
    private readonly mail: AlarmMail,
  ) {}

  /** Looks at everything; raises what fails and was not raised, clears what works again. */
  async look(ctx: Ctx): Promise<void> {
    const bad = new Map((await this.checks.run(ADVICE)).filter(({ ok }) => !ok).map(({ key, message }) => [key, message]));
    await this.uow.run(ctx, async (tx) => {
      const open = await openAlarms(tx);
      for (const alarm of open.filter(({ key }) => !bad.has(key))) {
        await clearAlarm(tx, alarm.id);
        emit(tx, 'alarm.cleared', 'UPDATED', alarm);
        await this.mail.enqueue(tx, alarm.id, true);
      }
      for (const { key } of open) bad.delete(key);
      for (const [key, message] of bad) {
        const alarm: Alarm = { id: newId('alarm'), key, message, raisedAt: tx.now, clearedAt: null };
        await insertAlarm(tx, alarm);
        emit(tx, 'alarm.raised', 'CREATED', alarm);
        await this.mail.enqueue(tx, alarm.id, false);
      }
      await forgetAlarms(tx, tx.now - KEPT_MS);
    });
  }

  /** A page in the form of `AlarmConnection`. */
  async list(first: number | null | undefined, after: string | null | undefined) {
    const size = pageSize(first);
    const from = after ? decodeCursor(after, LIST) : null;
    const position = await this.journal.position();
    const rows = await listAlarms(this.uow.reader, from, size + 1);
    return pageOf(rows, { size, from, list: LIST, position }, (row) => row.raisedAt);
  }

  find(id: string): Promise<Alarm | null> {
    return findAlarm(this.uow.reader, id);
  }
}

function emit(tx: Tx, type: string, change: 'CREATED' | 'UPDATED', { id, key, message }: Alarm): void {
  tx.emit({ type, change, nodeId: id, inboxId: null, audience: 'admins', data: { key, message } });
}
