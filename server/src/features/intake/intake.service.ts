import type { InboundEvent } from '@balie/plugin-sdk';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { isKept } from './inbound-event.js';
import { Intake, type IntakeOptions, type RawItem } from './intake.js';
import { type Arrived, arrivedFrom, keepArrived } from './keep-arrived.js';
import type { StraightPath } from './straight-path.js';

/** Stores first: ledger rows, cursor and jobs in one unit, fenced against listeners that have lost their lease. */
export class IntakeService extends Intake {
  constructor(
    private readonly uow: UnitOfWork,
    /** For what comes decoded; without it all waits for the job. */
    private readonly straight: StraightPath | null = null,
  ) {
    super();
  }

  receive(channelId: string, items: RawItem[], o: IntakeOptions): Promise<number> {
    return this.keep(
      channelId,
      items.map(({ externalId, rawHash, meta }) => ({ externalId, rawHash, meta, payload: null })),
      o,
    );
  }

  async ingest(channelId: string, events: InboundEvent[], o: IntakeOptions): Promise<void> {
    const arrived = events.filter(isKept).map(arrivedFrom);
    if (this.straight) await this.straight.take(channelId, { arrived, o });
    else await this.keep(channelId, arrived, o);
  }

  private async keep(channelId: string, arrived: Arrived[], o: IntakeOptions): Promise<number> {
    const ctx: Ctx = { principal: { kind: 'system', name: 'Intake' }, correlationId: newId('inboundItem') };
    return this.uow.run(ctx, (tx) => keepArrived(tx, channelId, arrived, o));
  }
}
