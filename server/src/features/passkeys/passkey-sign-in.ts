import { Injectable, Logger } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { Attempts, ctxOf, HttpError, type Place, SessionService, SignInChallenges } from '../auth/index.js';
import { Ceremonies, NotProved } from './ceremonies.js';
import { findPasskey, usePasskey } from './passkey.repository.js';

const SHOWING = 'passkey-show';
const showing = z.object({ challenge: z.string() });

/** Signing in with a passkey, which counts as both steps: it is had, and it asks who its owner is (N9). */
@Injectable()
export class PasskeySignIn {
  private readonly logger = new Logger('Sign-in');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly ceremonies: Ceremonies,
    private readonly challenges: SignInChallenges,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
  ) {}

  get available(): boolean {
    return this.ceremonies.available;
  }

  /** What the browser needs to show one, and the secret that it keeps meanwhile. */
  async begin({ ip }: Place): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; challenge: string }> {
    await this.attempts.countAddress(ip ?? '');
    if (!this.available) throw new HttpError(404, 'NOT_FOUND', 'There are no passkeys here.');
    const options = await this.ceremonies.toShow();
    const { challenge } = options;
    return { options, challenge: await this.uow.run(asSystem(ip), (tx) => this.challenges.begin(tx, SHOWING, { challenge })) };
  }

  /** The secret of a new session; whatever is wrong is said in one word. */
  async finish(place: Place, challenge: unknown, response: unknown): Promise<string> {
    const taken = showing.safeParse(await this.uow.run(asSystem(place.ip), (tx) => this.challenges.take(tx, SHOWING, challenge)));
    try {
      if (!taken.success) throw new NotProved('it was not begun in this browser, or too long ago');
      const secret = await this.letIn(place, taken.data.challenge, response);
      await this.attempts.halfway(place.ip ?? '');
      return secret;
    } catch (error) {
      if (!(error instanceof NotProved)) throw error;
      this.logger.warn(`A passkey was refused: ${error.message}`);
      throw new HttpError(401, 'BAD_PASSKEY', 'This passkey does not let you in here.');
    }
  }

  private async letIn(place: Place, challenge: string, response: unknown): Promise<string> {
    const id = this.ceremonies.idShown(response);
    const passkey = id === null ? null : await findPasskey(this.uow.reader, 'credential_id', id);
    if (!passkey) throw new NotProved('nobody has it');
    const counter = await this.ceremonies.wasShown(response, challenge, passkey);
    return this.uow.run(asSystem(place.ip), async (tx: Tx) => {
      const [user] = await findAgents(tx, [passkey.userId]);
      if (user?.state !== 'ACTIVE') throw new NotProved('the person has left');
      if (!(await usePasskey(tx, passkey.id, counter))) throw new NotProved('a copy of it was used');
      return (await this.sessions.startIn(tx, user.id, place)).secret;
    });
  }
}

function asSystem(ip: string | null) {
  return { ...ctxOf({ kind: 'system', name: 'Sign-in' }), ...(ip ? { ip } : {}) };
}
