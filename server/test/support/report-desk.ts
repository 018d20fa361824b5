import { expect } from '@jest/globals';
import type { User } from '../../src/features/agents/index.js';
import type { Channel } from '../../src/features/channels/index.js';
import { ConversationService } from '../../src/features/conversations/index.js';
import { DeliverJob } from '../../src/features/delivery/deliver.job.js';
import { DeliveryService } from '../../src/features/delivery/delivery.service.js';
import { FilterService } from '../../src/features/filters/index.js';
import type { Inbox } from '../../src/features/inboxes/index.js';
import { DecodeJob } from '../../src/features/intake/decode.job.js';
import { IntakeService } from '../../src/features/intake/intake.service.js';
import { ReplyService } from '../../src/features/replies/reply.service.js';
import { PRECISION } from '../../src/features/reports/histogram.js';
import { type Report, type ReportInput, ReportService } from '../../src/features/reports/report.service.js';
import { ReportTail } from '../../src/features/reports/report-tail.js';
import type { Ctx } from '../../src/kernel/context.js';
import { newId } from '../../src/kernel/ids.js';
import { ChannelDesk, mail, person } from './channel-desk.js';
import { testCtx } from './database.js';

/** An inbox of its own with a channel. */
export interface Place {
  inbox: Inbox;
  channel: Channel;
}
type Mail = ReturnType<typeof mail>;

/** More than any test takes, in Amsterdam. */
export const EVER = { from: '2026-01-01', until: '2026-12-31', timeZone: 'Europe/Amsterdam', channelIds: [], agentIds: [] };

/** People at work, whose conversations are counted. */
export class ReportDesk {
  readonly reports: ReportService;
  readonly conversations: ConversationService;
  readonly replies: ReplyService;
  readonly deliveries: DeliveryService;
  readonly filters: FilterService;
  tail: ReportTail;

  private constructor(
    readonly desk: ChannelDesk,
    readonly owner: Ctx,
    readonly people: { anna: User; bram: User; vera: User },
  ) {
    const { db, gateway, queue, storage, sanitizer, clock, access } = desk;
    this.reports = new ReportService(db.uow);
    this.conversations = new ConversationService(db.uow, db.journal);
    this.replies = new ReplyService(db.uow, access, sanitizer, clock);
    this.deliveries = new DeliveryService(db.uow, access, clock);
    this.filters = new FilterService(db.uow, db.journal, this.conversations);
    new DeliverJob(db.uow, gateway, queue).onModuleInit();
    new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
    this.tail = new ReportTail(db.uow, db.journal);
  }

  static async open(): Promise<ReportDesk> {
    const desk = await ChannelDesk.open();
    const { world } = desk;
    const owner = await world.as(await world.agent('Olivia', 'OWNER'));
    const people = { anna: await world.agent('Anna'), bram: await world.agent('Bram'), vera: await world.agent('Vera') };
    const made = new ReportDesk(desk, owner, people);
    await made.tail.onApplicationBootstrap();
    return made;
  }

  async close(): Promise<void> {
    await this.tail.onModuleDestroy();
    await this.desk.close();
  }

  /** An inbox in which Anna and Bram work, and Vera reads along. */
  async place(undoSeconds = 0): Promise<Place> {
    const { anna, bram, vera } = this.people;
    const role = ({ id }: User, as: 'AGENT' | 'VIEWER') => ({ agentId: id, role: as });
    const members = [role(anna, 'AGENT'), role(bram, 'AGENT'), role(vera, 'VIEWER')];
    const input = { name: newId('inbox'), audience: 'MEMBERS' as const, members, undoSeconds };
    const inbox = await this.desk.world.inboxes.save(testCtx(), input);
    return { inbox, channel: await this.desk.channel(inbox, [`${newId('channel')}@shop.example`]) };
  }

  as(name: 'anna' | 'bram' | 'vera'): Promise<Ctx> {
    return this.desk.world.as(this.people[name]);
  }

  /** A mail that comes in; answers its conversation. */
  async ingest({ channel }: Place, event: Mail, history = false): Promise<string> {
    const { desk } = this;
    await new IntakeService(desk.db.uow).ingest(channel.id, [event], { history, epoch: null });
    await desk.queue.run();
    const sql = 'SELECT conversation_id FROM inbound_item WHERE external_id = ?';
    const [row] = await desk.rows<{ conversation_id: string }>(sql, [event.id]);
    return row!.conversation_id;
  }

  /** A mail of somebody new. */
  arrive(there: Place): Promise<string> {
    return this.ingest(there, mail(person(`${newId('contact')}@far.example`)));
  }

  reply(ctx: Ctx, conversationId: string, over: { sendAt?: number } = {}) {
    return this.replies.send(ctx, { conversationId, direction: 'OUTBOUND', text: 'Dear Bob', ...over });
  }

  set(ctx: Ctx, id: string, status: 'OPEN' | 'CLOSED') {
    return this.conversations.setStatus(ctx, [id], status);
  }

  put(ctx: Ctx, id: string, placement: 'INBOX' | 'SPAM' | 'TRASH') {
    return this.filters.place(ctx, { ids: [id], placement, rememberSender: false });
  }

  turnTo(time: string): void {
    this.desk.clock.turn(Date.parse(time) - this.desk.clock.now());
  }

  /** Waits until all that happened is counted. */
  async settled(): Promise<void> {
    await this.desk.world.position();
    await this.tail.settled();
  }

  async report({ inbox }: Place, over: Partial<ReportInput> = {}, ctx = this.owner): Promise<Report> {
    await this.settled();
    return this.reports.report(ctx, { ...EVER, inboxIds: [inbox.id], ...over });
  }

  async total(there: Place, over: Partial<ReportInput> = {}) {
    return (await this.report(there, over)).total;
  }

  /** What is kept to be open is what really is, everywhere. */
  async expectBacklog(): Promise<void> {
    await this.settled();
    const columns = '"inboxId", "channelId", "agentId"';
    const kept = await this.desk.rows(
      `SELECT inbox_id AS "inboxId", channel_id AS "channelId", agent_id AS "agentId", CAST("count" AS integer) AS n
       FROM report_backlog WHERE "count" <> 0 ORDER BY ${columns}`,
    );
    const real = await this.desk.rows(
      `SELECT inbox_id AS "inboxId", COALESCE(original_channel_id, '') AS "channelId", COALESCE(assignee_user_id, '') AS "agentId",
         CAST(COUNT(*) AS integer) AS n
       FROM conversation WHERE status = 'OPEN' AND placement = 'INBOX' AND demo = ? GROUP BY 1, 2, 3 ORDER BY ${columns}`,
      [false],
    );
    expect(kept).toEqual(real);
  }
}

/** As precise as it is told to be, and rounded to seconds. */
export function near(told: number | null, seconds: number): void {
  expect(told).not.toBeNull();
  expect(Math.abs((told ?? 0) / seconds - 1)).toBeLessThanOrEqual(PRECISION + 1 / seconds);
}
