import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** An authenticator and the browser before it, as far as a server sees them (WebAuthn Level 3, section 6); each part can be wrong. */
export class Authenticator {
  counter = 0;
  /** It has asked who its owner is. */
  verifies = true;
  /** What it says besides its key; a certificate is not asked for. */
  statement: { fmt: string; attStmt: Map<string, unknown> } = { fmt: 'none', attStmt: new Map() };
  readonly id = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    public origin: string,
    private readonly rpId: string,
  ) {}

  /** What `navigator.credentials.create` answers. */
  create(challenge: string) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, isoCBOR.encode(key as never)]);
    const authData = new Uint8Array(Buffer.concat([this.head(HAS_KEY), credential]));
    const object = new Map<string, unknown>([
      ['fmt', this.statement.fmt],
      ['attStmt', this.statement.attStmt],
      ['authData', authData],
    ]);
    const attestationObject = base64url(isoCBOR.encode(object as never));
    return this.answer({ clientDataJSON: base64url(this.clientData('webauthn.create', challenge)), attestationObject });
  }

  /** What `navigator.credentials.get` answers. */
  get(challenge: string, userId: string) {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge);
    const authenticatorData = this.head(0);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.keys.privateKey);
    return this.answer({
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signature),
      userHandle: base64url(Buffer.from(userId)),
    });
  }

  private head(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const all = flags | USER_PRESENT | (this.verifies ? USER_VERIFIED : 0);
    return Buffer.concat([sha256(this.rpId), Buffer.from([all]), counter]);
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private answer<T extends object>(response: T) {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}
