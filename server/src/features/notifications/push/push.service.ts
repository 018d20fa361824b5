import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../kernel/access.js';
import type { Ctx } from '../../../kernel/context.js';
import { DomainError } from '../../../kernel/errors.js';
import { newId } from '../../../kernel/ids.js';
import { SecretBox } from '../../../kernel/secrets.js';
import { UnitOfWork } from '../../../kernel/uow.js';
import { languageTag } from '../../agents/index.js';
import { Attendance } from './attendance.js';
import { type Target, tellOfDevices } from './push.job.js';
import { deleteSubscription, findSubscription, insertSubscription, subscriptionsOf } from './push.repository.js';
import { PushKeys } from './push-keys.js';
import { PushOptions } from './push-options.js';
import type { PushSubscription } from './push-subscription.entity.js';
import { isPoint } from './web-push.js';

/** What the app of a browser says of it. */
export interface PushSubscribe {
  endpoint: string;
  key: string;
  auth: string;
  name: string;
  language?: string | null;
}

const MOST = 20;
const NAME_LENGTH = 60;
const ENDPOINT_LENGTH = 2000;
const AUTH_BYTES = 16;

/** The browsers to which somebody's notifications are pushed. They are his own, and each ends with the session in which he added it. */
@Injectable()
export class PushService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly box: SecretBox,
    private readonly keys: PushKeys,
    private readonly attendance: Attendance,
    private readonly options: PushOptions,
  ) {}

  /** What a browser needs to subscribe, in base64url. */
  async key(): Promise<string> {
    return (await this.keys.pair()).publicKey.toString('base64url');
  }

  async list({ principal }: Ctx): Promise<PushSubscription[]> {
    return principal.kind === 'user' ? subscriptionsOf(this.uow.reader, [principal.userId]) : [];
  }

  async find({ principal }: Ctx, id: string): Promise<PushSubscription | null> {
    const found = await findSubscription(this.uow.reader, id);
    return principal.kind === 'user' && found?.userId === principal.userId ? found : null;
  }

  /** Adds the browser of the asker's session, or renews it. */
  async subscribe(ctx: Ctx, input: PushSubscribe): Promise<PushSubscription> {
    const { userId, sessionId } = signedIn(ctx);
    const endpoint = this.checkEndpoint(input.endpoint);
    const target: Target = { endpoint, p256dh: checkPoint(input.key), auth: checkAuth(input.auth) };
    const name = checkName(input.name);
    const endpointHash = createHash('sha256').update(endpoint).digest('hex');
    return this.uow.run(ctx, async (tx) => {
      const id = newId('pushSubscription');
      const others = (await subscriptionsOf(tx, [userId])).filter((one) => one.endpointHash !== endpointHash);
      if (others.length >= MOST)
        throw new DomainError('LIMIT', `There may be ${MOST} devices. Remove one that you no longer use.`, {
          path: ['endpoint'],
        });
      const sealed = this.box.seal(JSON.stringify(target), id);
      const language = languageTag(input.language);
      const row = { id, userId, sessionId, name, language, endpointHash, target: sealed, failures: 0, createdAt: tx.now };
      await insertSubscription(tx, row);
      tellOfDevices(tx, id, userId, 'CREATED');
      return row;
    });
  }

  /** One of the asker's own gets nothing any more. */
  async unsubscribe(ctx: Ctx, id: string): Promise<string> {
    const own = await this.find(ctx, id);
    if (!own) throw new DomainError('NOT_FOUND', 'You have no such device.', { path: ['id'] });
    await this.uow.run(ctx, async (tx) => {
      if (await deleteSubscription(tx, id)) tellOfDevices(tx, id, own.userId);
    });
    return id;
  }

  /** The asker is at the app, or has just left it. */
  attend(ctx: Ctx, active: boolean): object {
    this.attendance.note(signedIn(ctx).userId, active);
    return {};
  }

  private checkEndpoint(given: string): string {
    const url = URL.canParse(given) && given.length <= ENDPOINT_LENGTH ? new URL(given) : null;
    // Browsers give https only (RFC 8030, 8.2); a push service of one's own may stand in a network that the host has opened.
    const schemes = this.options.privateNetworks.length > 0 ? ['https:', 'http:'] : ['https:'];
    if (url && schemes.includes(url.protocol) && !url.username && !url.password) return url.href;
    throw new DomainError('INVALID', 'A browser gives an address that begins with https://.', { path: ['endpoint'] });
  }
}

function signedIn({ principal }: Ctx): Extract<Principal, { kind: 'user' }> & { sessionId: string } {
  if (principal.kind === 'user' && principal.sessionId !== null) return { ...principal, sessionId: principal.sessionId };
  throw new DomainError('FORBIDDEN', 'Only a browser in which somebody is signed in gets notifications.');
}

function checkPoint(given: string): string {
  if (isPoint(Buffer.from(given, 'base64url'))) return given;
  throw new DomainError('INVALID', 'This is no public key of a browser: 65 bytes in base64url.', { path: ['key'] });
}

function checkAuth(given: string): string {
  if (Buffer.from(given, 'base64url').length === AUTH_BYTES) return given;
  throw new DomainError('INVALID', 'A browser gives 16 bytes in base64url.', { path: ['auth'] });
}

function checkName(given: string): string {
  const name = given.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  if (name !== '' && [...name].length <= NAME_LENGTH) return name;
  throw new DomainError('INVALID', `A name has 1 to ${NAME_LENGTH} characters.`, { path: ['name'] });
}
