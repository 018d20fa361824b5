import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { In } from 'typeorm';
import type { Principal } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { DeprecatedUse } from './deprecated-use.entity.js';

const FLUSH_MS = 60_000;
/** What is used no more is forgotten. */
const KEPT_MS = 90 * 24 * 3_600_000;
const CTX: Ctx = { principal: { kind: 'system', name: 'Deprecated use' }, correlationId: 'deprecated-use' };

type Part = Pick<DeprecatedUse, 'part' | 'reason'>;

/** Counts what tokens use of what will go; written once in a minute, so that a busy program costs no write for each request. */
@Injectable()
export class DeprecatedUses implements OnModuleDestroy {
  private readonly logger = new Logger('API');
  private pending = new Map<string, DeprecatedUse>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The token that a program shows; null for people and for plugins, which have none. */
  static tokenOf(principal: Principal): string | null {
    if (principal.kind === 'integration') return principal.bot ? null : principal.tokenId;
    return principal.kind === 'user' ? (principal.token?.id ?? null) : null;
  }

  note(tokenId: string, parts: readonly Part[]): void {
    const now = this.clock.now();
    for (const { part, reason } of parts) {
      const key = `${tokenId} ${part}`;
      const before = this.pending.get(key) ?? { tokenId, part, uses: 0, firstAt: now };
      this.pending.set(key, { ...before, reason, uses: before.uses + 1, lastAt: now });
    }
    if (this.pending.size > 0) this.timer ??= setTimeout(() => void this.flush().catch(this.failed), FLUSH_MS).unref();
  }

  /** By token, most used first. */
  async of(tokenIds: readonly string[]): Promise<DeprecatedUse[]> {
    await this.flush();
    return this.uow.reader.manager.find(DeprecatedUse, {
      where: { tokenId: In([...tokenIds]) },
      order: { uses: 'DESC', part: 'ASC' },
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush().catch(this.failed);
  }

  private async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.pending.size === 0) return;
    const rows = [...this.pending.values()];
    this.pending = new Map();
    await this.uow.run(CTX, async (tx) => {
      for (const { tokenId, part, reason, uses, firstAt, lastAt } of rows)
        await tx.execute(
          `INSERT INTO deprecated_use (token_id, part, reason, uses, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (token_id, part) DO UPDATE SET uses = deprecated_use.uses + excluded.uses, reason = excluded.reason, last_at = excluded.last_at`,
          [tokenId, part, reason, uses, firstAt, lastAt],
        );
      await tx.execute('DELETE FROM deprecated_use WHERE last_at < ?', [tx.now - KEPT_MS]);
    });
  }

  private readonly failed = (error: unknown): void =>
    this.logger.warn(`What tokens use of what will go was not written: ${String(error)}`);
}
