import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../kernel/context.js';
import { PublicAddress } from '../../../kernel/public-address.js';
import { SecretBox } from '../../../kernel/secrets.js';
import { UnitOfWork } from '../../../kernel/uow.js';
import { findAgents } from '../../agents/index.js';
import { keepSettings, settingsOf } from '../notification.repository.js';
import { withoutMail } from '../settings.js';

const SEALED_FOR = 'notifications.mailOff';

/** Ends somebody's mails without a sign-in (RFC 8058): the link names him, sealed, so that nobody makes one of his own. */
@Injectable()
export class MailOff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly box: SecretBox,
    private readonly address: PublicAddress,
  ) {}

  /** The address that stands in his mails; it does nothing but end them, and does that at any time. */
  linkOf(userId: string): string {
    const token = encodeURIComponent(this.box.seal(userId, SEALED_FOR));
    return this.address.at(`/api/notifications/mail-off?t=${token}`);
  }

  /** In which language its person reads; null when the link is none of ours. */
  async look(token: unknown): Promise<string | null> {
    const userId = this.open(token);
    const [user] = userId === null ? [] : await findAgents(this.uow.reader, [userId]);
    return user ? (user.locale ?? 'en') : null;
  }

  /** Switches all mails off; false when the link is none of ours. A repeat changes nothing. */
  async use(token: unknown): Promise<boolean> {
    const userId = this.open(token);
    if (userId === null) return false;
    const ctx: Ctx = { principal: { kind: 'system', name: 'Notifications' }, correlationId: 'notifications.mailOff' };
    await this.uow.run(ctx, async (tx) => {
      const [settings] = await settingsOf(tx, [userId]);
      if (!settings) return;
      await keepSettings(tx, { ...withoutMail(settings), updatedAt: tx.now });
      const audience = `user:${userId}` as const;
      tx.emit({ type: 'notification.settingsSaved', change: 'UPDATED', nodeId: userId, inboxId: null, audience });
    });
    return true;
  }

  private open(token: unknown): string | null {
    try {
      return typeof token === 'string' ? this.box.open(token, SEALED_FOR) : null;
    } catch {
      return null;
    }
  }
}
