import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, waitLeft } from '../../../kernel/clock.js';
import { type Signal, Signals } from '../../../kernel/signals.js';

const TOPIC = 'attendance';
/** So long a sign counts; the app gives another before. */
export const HERE_MS = 90_000;

/** Who is at the app at this moment, from signs that may be lost: then one push too many is sent, and none too few. */
@Injectable()
export class Attendance implements OnModuleInit, OnModuleDestroy {
  private readonly until = new Map<string, number>();
  private stop: () => void = () => undefined;

  constructor(
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.stop = this.signals.subscribe(TOPIC, ({ data }: Signal) => {
      const { userId, active } = data as { userId: string; active: boolean };
      if (active) this.until.set(userId, this.clock.now() + HERE_MS);
      else this.until.delete(userId);
    });
  }

  onModuleDestroy(): void {
    this.stop();
  }

  /** Told to each process. */
  note(userId: string, active: boolean): void {
    this.signals.publish({ topic: TOPIC, data: { userId, active } });
  }

  isHere(userId: string): boolean {
    return waitLeft(this.until.get(userId) ?? 0, this.clock.now(), HERE_MS) > 0;
  }
}
