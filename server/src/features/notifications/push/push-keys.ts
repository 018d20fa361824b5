import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '../../../kernel/context.js';
import { SecretBox } from '../../../kernel/secrets.js';
import { UnitOfWork } from '../../../kernel/uow.js';
import { findKey, forgetKey, insertKey } from './push.repository.js';
import { PUSH_KEY_PLACE, type PushKey } from './push-key.entity.js';
import { type KeyPair, newKeyPair } from './web-push.js';

/** The keys by which push services know this installation: made when somebody first asks for them, and kept (RFC 8292, 3.2). */
@Injectable()
export class PushKeys {
  private readonly logger = new Logger('Push');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Push' }, correlationId: 'push' };
  private known: KeyPair | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly box: SecretBox,
  ) {}

  async pair(): Promise<KeyPair> {
    const kept = await findKey(this.uow.reader);
    const opened = kept && this.open(kept);
    if (opened) return opened;
    // Sealed with another key of the installation: nobody can use it any more, nor what browsers subscribed by it.
    if (kept)
      this.logger.warn('The keys for push can not be opened; there are new ones now, and devices have to be added again.');
    const made = newKeyPair();
    await this.uow.run(this.ctx, async (tx) => {
      if (kept) await forgetKey(tx, kept.publicKey);
      const privateKey = this.box.seal(made.privateKey.toString('base64url'), PUSH_KEY_PLACE);
      await insertKey(tx, { publicKey: made.publicKey.toString('base64url'), privateKey });
    });
    return this.pair();
  }

  private open({ publicKey, privateKey }: PushKey): KeyPair | null {
    const point = Buffer.from(publicKey, 'base64url');
    if (this.known?.publicKey.equals(point)) return this.known;
    try {
      this.known = { publicKey: point, privateKey: Buffer.from(this.box.open(privateKey, PUSH_KEY_PLACE), 'base64url') };
      return this.known;
    } catch {
      return null;
    }
  }
}
