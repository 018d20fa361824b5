import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SecretBox } from '../../kernel/secrets.js';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed with a key that this box does not have. */
export class UnknownKeyError extends Error {}

/** AES-256-GCM with a nonce per secret, the id of the key in the text, and the id of the row bound in (O14). */
export class AesSecretBox extends SecretBox {
  private readonly keys = new Map<string, Buffer>();
  private readonly current: string;

  /** `older` keys still open what they have sealed, so that a key can be changed while the server runs. */
  constructor(key: Buffer, older: readonly Buffer[] = []) {
    super();
    this.current = keyId(key);
    for (const each of [...older, key]) {
      if (each.length !== 32) throw new Error('The secret key must have 32 bytes.');
      this.keys.set(keyId(each), each);
    }
  }

  seal(plain: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys.get(this.current)!, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(`${VERSION}.${this.current}.${owner}`));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, this.current, nonce.toString('base64url'), body.toString('base64url')].join('.');
  }

  open(sealed: string, owner: string): string {
    const [version, id, nonce, body] = sealed.split('.');
    if (version !== VERSION || id === undefined || nonce === undefined || body === undefined) {
      throw new Error('A stored secret is not in the form that this version knows.');
    }
    const key = this.keys.get(id);
    if (!key)
      throw new UnknownKeyError(`A stored secret was sealed with another secret key (${id}): give the server that key again.`);
    try {
      return decrypt(key, Buffer.from(nonce, 'base64url'), Buffer.from(body, 'base64url'), `${VERSION}.${id}.${owner}`);
    } catch {
      throw new Error('A stored secret can not be opened: it was changed, or it belongs to something else.');
    }
  }
}

function decrypt(key: Buffer, nonce: Buffer, body: Buffer, bound: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Names a key without telling anything of it. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('balie key id').update(key).digest('hex').slice(0, 8);
}
